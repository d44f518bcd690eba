import { readTokens, tokensOf } from '../body/tokens-of.ts';
import { stopWords } from '../body/stop-words.ts';
import { HashSet } from '../model/hash-set.ts';
import { foreignLanguageOf, hasSpamWords, languageOf, scriptOf } from './script.ts';

/**
 * Share of a title's content words (or characters, where words are not spaced) that the text holds; -1 when
 * the title has none. The text is read until so many are found that the share is `enough`.
 */
export function titleCover(title: string, text: string, enough = 1): number {
  const content = [...tokensOf(title)].filter((token) => !stopWords.has(token));
  if (content.length === 0) return -1;
  const wanted = new HashSet(content.length);
  for (const token of content) wanted.add(token);
  const found = new HashSet(content.length);
  let share = 0;
  readTokens(text, (token) => {
    if (!wanted.has(token) || found.has(token)) return false;
    found.add(token);
    share = content.filter((one) => found.has(one)).length / content.length;
    return share >= enough;
  });
  return share;
}

/**
 * Whether a word of the title, cut to its first five letters, stands anywhere in the text: other forms of the
 * word count, and compounds that hold it.
 */
export function sharesStem(title: string, text: string): boolean {
  const lower = text.toLowerCase();
  return (title.toLowerCase().match(/\p{L}{4,}/gu) ?? []).some((word) => lower.includes(word.slice(0, 5)));
}

/** Share of its words that a title of spam has in common with the text below it. */
const mostOfSpam = 0.35;

/**
 * Why a title cannot be that of this text, when it was put there by somebody else; undefined when nothing
 * speaks against it.
 */
export function hackedTitle(title: string, text: string): string | undefined {
  if (title === '' || text.length < 200) return undefined;
  // Headlines of tabloids speak of such things too, and then of what the text is about.
  if (hasSpamWords(title) && !hasSpamWords(text) && titleCover(title, text, mostOfSpam) < mostOfSpam)
    return 'speaks of what spam speaks of, the text does not';
  const own = scriptOf(title);
  const body = scriptOf(text);
  if (
    own !== '' &&
    body !== '' &&
    own !== body &&
    !(own === 'Han' && body === 'Kana') &&
    !(own === 'Latin' && title.length < 24) &&
    titleCover(title, text) < 0.2
  )
    return `is written in ${own}, the text in ${body}`;
  if (languageOf(title) === '') return undefined;
  const language = languageOf(text);
  const spoken = foreignLanguageOf(title, language);
  return spoken !== '' && titleCover(title, text) < 0.15
    ? `is in another language (${spoken}) than the text (${language})`
    : undefined;
}
