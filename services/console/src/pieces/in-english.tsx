import { currentLanguage } from '../words/speaking.ts';
import { wordsFor } from '../words/say.ts';

/** So many sentences has the longest text of the closed lists. */
const mostSentences = 3;

interface Part {
  readonly text: string;
  /** Whether it is in the reader's language. */
  readonly isSaid: boolean;
}

/** The first of the sentences that a table knows together, in its words; the first alone where it knows none. */
function firstOf(sentences: readonly string[]): Part & { readonly count: number } {
  for (let count = Math.min(mostSentences, sentences.length); count > 0; count -= 1) {
    const text = sentences.slice(0, count).join(' ');
    const words = wordsFor(text);
    if (words !== text) return { text: words, isSaid: true, count };
  }
  return { text: sentences[0] ?? '', isSaid: false, count: 1 };
}

function partsOf(text: string): readonly Part[] {
  const sentences = text.split(/(?<=[.?!]) /);
  const parts: Part[] = [];
  for (let at = 0; at < sentences.length; ) {
    const { count, ...part } = firstOf(sentences.slice(at, at + mostSentences));
    parts.push(part);
    at += count;
  }
  return parts;
}

/**
 * What the mill itself tells: sentences of its closed lists (causes, remedies, fates) in the reader's language;
 * all else in English, which is how the mill tells of a case, marked so.
 */
export function InEnglish({ text }: { readonly text: string | undefined }) {
  if (text === undefined || currentLanguage() === 'en') return <>{text}</>;
  return (
    <>
      {partsOf(text).map((part, at) => [
        at === 0 ? '' : ' ',
        part.isSaid ? part.text : <bdi lang="en">{part.text}</bdi>,
      ])}
    </>
  );
}
