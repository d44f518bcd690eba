import type { PageLine } from '../body/page-lines.ts';
import { HIDDEN } from '../tree/tree.ts';
import { hasSpamWords, languageOf, scriptOf } from '../quality/script.ts';
import { takeWhere, type Pass, type PassPage } from './pass.ts';

/** What software says to readers, in English on pages of every language. */
const interfaceWords =
  /\b(?:javascript|browser|cookies?|web ?site|this (?:page|site|article|portlet|video|content)|warning|error|posted|rating|rated|skip to|sign in|log in|my profile|subscribe|menu|search|copyright|photos?|images?|getty|click|account|powered by|follow us|download|advertis\w+|loading|share)\b|https?:\/\/|[©®|]/i;

/** Fewest words of a line whose script or language is foreign. */
const fewestWords = { script: 5, language: 7 } as const;

/** Links alone may be teasers of a paper that reports on casinos: one or two prove nothing. */
const fewestSpamLinks = 3;

/** Why the writing of a line cannot be that of the story. */
function foreignWriting(line: PageLine, { script, language }: PassPage): string | undefined {
  if (
    line.linkShare >= 0.5 ||
    line.weight < fewestWords.script ||
    line.text.length > 1_000 ||
    interfaceWords.test(line.text)
  )
    return undefined;
  const own = scriptOf(line.text);
  // Japanese is written in ideographs too.
  const isForeign = own !== '' && script !== '' && own !== script && !(own === 'Han' && script === 'Kana');
  if (isForeign) return `is written in ${own}, the story in ${script}`;
  const spoken = line.weight >= fewestWords.language ? languageOf(line.text) : '';
  return spoken !== '' && language !== '' && spoken !== language
    ? `is in another language (${spoken}) than the story (${language})`
    : undefined;
}

/**
 * A line put in front by somebody else: in another script or language than the story and before its headline,
 * or about what spam is about.
 */
export const dropHackedLine: Pass = (page) => {
  const { lines, firstBody, title } = page;
  const headline =
    lines.find((line) => line.text === title && line.index <= firstBody + 3)?.index ?? firstBody + 1;
  const isSpam = (line: PageLine): boolean => {
    // News speaks of casinos too: a line that the model takes for body must also stand first and be no
    // sentence.
    const isSentence = line.isBody && (line.index > firstBody || /[.!?。]$/.test(line.text));
    return !isSentence && hasSpamWords(line.text) && !hasSpamWords(title);
  };
  const isInFront = (line: PageLine): boolean =>
    firstBody >= 0 &&
    (line.flags & HIDDEN) === 0 &&
    line.index <= firstBody + 1 &&
    line.weight >= 3 &&
    line.text !== title;
  const spamLinks = lines.filter((line) => line.linkShare >= 0.5 && isInFront(line) && isSpam(line)).length;
  return takeWhere(lines, (line) => {
    if (!isInFront(line)) return undefined;
    if ((line.linkShare < 0.5 || spamLinks >= fewestSpamLinks) && isSpam(line))
      return 'speaks of what spam speaks of, before the story begins';
    return line.index < headline && (!line.isBody || line.index <= firstBody)
      ? foreignWriting(line, page)
      : undefined;
  });
};
