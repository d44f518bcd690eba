import { loadModel } from '@newsmill/models';

/**
 * What an English word can do in a noun phrase: `n` noun or name, `b` noun or verb, `j` adjective, `d` past
 * participle, `g` present participle, `v` verb, `r` adverb.
 */
export type WordClass = 'n' | 'b' | 'j' | 'd' | 'g' | 'v' | 'r';

let listed: ReadonlyMap<string, WordClass> | undefined;

function isClass(name: string): name is WordClass {
  return name.length === 1 && 'nbjdgvr'.includes(name);
}

function classesByWord(): ReadonlyMap<string, WordClass> {
  if (listed !== undefined) return listed;
  const model = loadModel('phrase-words');
  return (listed = new Map(
    model
      .names('class.')
      .filter(isClass)
      .flatMap((name) =>
        model
          .text(`class.${name}`)
          .split(' ')
          .map((word) => [word, name] as const),
      ),
  ));
}

/** The class by the ending alone; the list holds the words that it gets wrong. */
function guessClass(word: string): WordClass {
  if (word.endsWith('ly')) return 'r';
  if (word.endsWith('ing')) return 'g';
  if (word.endsWith('ed')) return 'd';
  return /(?:al|ive|ous|ic|able|ible|ful|less|ary)$/.test(word) ? 'j' : 'n';
}

/** The class of a lower-case English word; of a compound with hyphens, that of its last part. */
export function wordClassOf(word: string): WordClass {
  const known = classesByWord();
  const whole = known.get(word);
  if (whole !== undefined) return whole;
  const last = word.slice(word.lastIndexOf('-') + 1);
  return known.get(last) ?? guessClass(last);
}
