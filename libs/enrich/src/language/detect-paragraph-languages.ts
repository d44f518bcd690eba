import type { LanguageOfParagraph } from '@newsmill/contracts';
import { detectLanguage } from './detect-language.ts';
import { primaryLanguage } from '@newsmill/text';

export interface Paragraph {
  readonly text: string;
}

/** Shorter paragraphs take the language of the article: a name or a caption proves nothing. */
const fewestLetters = 60;
/** A paragraph in another script needs fewer letters to say so. */
const fewestOfOtherScript = 12;
/** A paragraph that differs must be sure of it: news quotes foreign names and titles. */
const sureEnough = 0.9;
/** Paragraphs that are read; an article has fewer. */
const mostParagraphs = 2_000;

const letter = /\p{L}/gu;
/** Letters are counted no further than this. */
const longest = 4_000;

function lettersIn(text: string): number {
  return text.slice(0, longest).match(letter)?.length ?? 0;
}

/**
 * The language of every paragraph that is long enough to say, in their order. The article's language is the
 * claim: near languages do not alternate within an article, so only clear evidence stands against it.
 */
export function detectParagraphLanguages(
  blocks: readonly Paragraph[],
  articleLanguage: string,
): LanguageOfParagraph[] {
  const own = primaryLanguage(articleLanguage);
  const claims = own === undefined || own === 'und' ? [] : [own];
  return blocks.slice(0, mostParagraphs).flatMap(({ text }, block) => {
    const letters = lettersIn(text);
    if (letters < fewestOfOtherScript) return [];
    const { tag, confidence, by } = detectLanguage(text, claims);
    if (tag === own) return letters < fewestLetters ? [] : [{ block, tag, confidence }];
    const fewest = by.startsWith('script/') ? fewestOfOtherScript : fewestLetters;
    return letters >= fewest && confidence >= sureEnough ? [{ block, tag, confidence }] : [];
  });
}
