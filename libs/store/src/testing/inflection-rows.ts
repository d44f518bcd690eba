import { readFileSync } from 'node:fs';

/** A sentence in a language, words that must find it although they do not stand there so, and others. */
export interface InflectionRow {
  readonly language: string;
  readonly sentence: string;
  readonly words: readonly string[];
  readonly others: readonly string[];
}

/** The rows of `inflections.fixture.txt`. */
export function inflectionRows(): InflectionRow[] {
  const text = readFileSync(new URL('../library/contract/inflections.fixture.txt', import.meta.url), 'utf8');
  let language = '';
  return text.split('\n').flatMap((line): InflectionRow[] => {
    if (line.startsWith('= ')) language = line.slice(2);
    const [sentence = '', words, others] = line.split(' | ');
    return words === undefined || others === undefined || line.startsWith('#')
      ? []
      : [{ language, sentence, words: words.split(' '), others: others.split(' ') }];
  });
}
