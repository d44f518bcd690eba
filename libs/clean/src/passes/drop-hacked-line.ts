import type { PageLine } from '../body/page-lines.ts';
import { COMMENTS, HIDDEN } from '../tree/tree.ts';
import { hasSpamWords, languageOfLine, scriptOf } from '../quality/script.ts';
import { takeWhere, type Pass, type PassPage } from './pass.ts';

/** What software says to readers, in English on pages of every language. */
const interfaceWords =
  /\b(?:javascript|browser|cookies?|web ?site|this (?:page|site|article|portlet|video|content)|warning|error|posted|rating|rated|skip to|sign in|log in|my profile|subscribe|menu|search|copyright|photos?|images?|getty|click|account|powered by|follow us|download|advertis\w+|loading|share)\b|https?:\/\/|[©®|]/i;

/** Fewest words of a line whose script or language is foreign. */
const fewestWords = { script: 5, language: 7 } as const;

/** Links alone may be teasers of a paper that reports on casinos: one or two prove nothing. */
const fewestSpamLinks = 3;

/** How a line is written: its language where its common words tell, else its script. */
interface Writing {
  readonly script: string;
  readonly language: string;
}

function writingOf(text: string): Writing {
  return { script: scriptOf(text), language: languageOfLine(text) };
}

/**
 * Why the writing of a line cannot be that of the story. English words stand in front of stories in every
 * script; a line of them says something only where its common words show that it is a sentence.
 */
function foreignWriting(line: PageLine, writing: Writing, page: PassPage): string | undefined {
  const { script, language } = writing;
  // Japanese is written in ideographs too.
  const isForeign =
    script !== '' &&
    page.script !== '' &&
    script !== page.script &&
    !(eastern.includes(script) && eastern.includes(page.script));
  if (isForeign && line.weight >= fewestWords.script && (language !== '' || script !== everywhere))
    return `is written in ${script}, the story in ${page.script}`;
  return line.weight >= fewestWords.language &&
    language !== '' &&
    page.language !== '' &&
    language !== page.language
    ? `is in another language (${language}) than the story (${page.language})`
    : undefined;
}

const eastern = ['Han', 'Kana'];
/** Stands on pages of every script. */
const everywhere = 'Latin';

function mayBeForeign(line: PageLine): boolean {
  return (
    line.linkShare < 0.5 &&
    line.weight >= fewestWords.script &&
    line.text.length <= 1_000 &&
    (line.flags & COMMENTS) === 0 &&
    !interfaceWords.test(line.text)
  );
}

/**
 * Whether a page or its site speaks a language: where the page says the same twice, as templates do, where
 * lines elsewhere on it are written so, and where other articles of the site, or the headline, hold the line.
 */
function isAtHome(line: PageLine, { script, language }: Writing, page: PassPage): boolean {
  if (page.site.countOf(line) > 0 || (page.title !== '' && line.text.includes(page.title))) return true;
  return page.lines.some((other) => {
    if (other === line || other.weight < 2) return false;
    if (other.text === line.text) return true;
    if (other.index <= page.firstBody + 1) return false;
    if (language === '') return scriptOf(other.text) === script;
    return languageOfLine(other.text) === language;
  });
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
    if (line.index >= headline || (line.isBody && line.index > firstBody) || !mayBeForeign(line))
      return undefined;
    const writing = writingOf(line.text);
    const why = foreignWriting(line, writing, page);
    return why === undefined || isAtHome(line, writing, page) ? undefined : why;
  });
};
