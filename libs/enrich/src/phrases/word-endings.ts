import { loadModel } from '@newsmill/models';
import type { WordClass } from './english-words.ts';

const classes = ['n', 'v', 'j', 'r'] as const satisfies readonly WordClass[];
/** Longest ending that is looked at. */
const longest = 6;
const known = new Map<string, ReadonlyMap<string, WordClass>>();

/** The endings of a language and the class that each tells; none where the tables have none. */
function endingsOf(name: string): ReadonlyMap<string, WordClass> {
  const found = known.get(name);
  if (found !== undefined) return found;
  const model = loadModel('phrase-words');
  const endings = new Map<string, WordClass>();
  for (const kind of classes) {
    const table = `ending.${kind}.${name}`;
    if (model.has(table)) for (const ending of model.text(table).split(' ')) endings.set(`-${ending}`, kind);
  }
  // Whole words that their ending would make another class.
  const exceptions = [
    ['nouns', 'n'],
    ['adverbs', 'r'],
  ] as const;
  for (const [words, kind] of exceptions) {
    const table = `ending.${words}.${name}`;
    if (model.has(table)) for (const word of model.text(table).split(' ')) endings.set(word, kind);
  }
  known.set(name, endings);
  return endings;
}

function classOf(word: string, endings: ReadonlyMap<string, WordClass>): WordClass {
  const own = endings.get(word);
  if (own !== undefined) return own;
  for (let length = Math.min(longest, word.length - 1); length > 0; length -= 1) {
    const kind = endings.get(`-${word.slice(-length)}`);
    if (kind !== undefined) return kind;
  }
  return 'n';
}

/**
 * What tells the class of a lower-case word by its ending (`n` noun, `v` verb, `j` adjective or participle, `r`
 * adverb; what could be a noun is one); nothing for a language without a table of endings.
 */
export function endingClassesOf(language: string): ((word: string) => WordClass) | undefined {
  const name = language === 'nb' || language === 'nn' || language === 'da' ? 'no' : language;
  const endings = endingsOf(name);
  return endings.size === 0 ? undefined : (word) => classOf(word, endings);
}
