import { loadModel } from '@newsmill/models';
import type { WordClass } from './lexicon.ts';

const classes = ['n', 'v', 'j', 'r'] as const satisfies readonly WordClass[];

/** An ending, read from the last letter on. */
interface Ending {
  /** The class that it tells, where it is in the tables itself. */
  kind?: WordClass;
  /** The longer endings, by the letter in front. */
  readonly longer: Map<number, Ending>;
}

/** How a language tells the classes of its words. */
interface Endings {
  /** Whole words that their ending would make another class. */
  readonly words: ReadonlyMap<string, WordClass>;
  readonly shortest: Ending;
}

const known = new Map<string, Endings>();

function addEnding(shortest: Ending, ending: string, kind: WordClass): void {
  let own = shortest;
  for (let at = ending.length - 1; at >= 0; at -= 1) {
    const letter = ending.charCodeAt(at);
    const longer = own.longer.get(letter) ?? { longer: new Map<number, Ending>() };
    own.longer.set(letter, longer);
    own = longer;
  }
  own.kind = kind;
}

/** The endings of a language; none where the tables have none. */
function endingsOf(name: string): Endings {
  const found = known.get(name);
  if (found !== undefined) return found;
  const model = loadModel('phrase-words');
  const wordsOf = (table: string): string[] =>
    model.has(`ending.${table}.${name}`) ? model.text(`ending.${table}.${name}`).split(' ') : [];
  const shortest: Ending = { longer: new Map<number, Ending>() };
  for (const kind of classes) for (const ending of wordsOf(kind)) addEnding(shortest, ending, kind);
  const words = new Map<string, WordClass>();
  for (const word of wordsOf('nouns')) words.set(word, 'n');
  for (const word of wordsOf('adverbs')) words.set(word, 'r');
  const made = { words, shortest };
  known.set(name, made);
  return made;
}

/** The class that the longest ending of a word tells. */
function classOf(word: string, { words, shortest }: Endings): WordClass {
  const own = words.get(word);
  if (own !== undefined) return own;
  let kind: WordClass = 'n';
  let ending: Ending | undefined = shortest;
  for (let at = word.length - 1; at > 0; at -= 1) {
    ending = ending.longer.get(word.charCodeAt(at));
    if (ending === undefined) break;
    kind = ending.kind ?? kind;
  }
  return kind;
}

/**
 * What tells the class of a lower-case word by its ending (`n` noun, `v` verb, `j` adjective or participle, `r`
 * adverb; what could be a noun is one); nothing for a language without a table of endings.
 */
export function endingClassesOf(language: string): ((word: string) => WordClass) | undefined {
  const name = language === 'nb' || language === 'nn' || language === 'da' ? 'no' : language;
  const endings = endingsOf(name);
  return endings.words.size + endings.shortest.longer.size === 0
    ? undefined
    : (word) => classOf(word, endings);
}
