import { primaryLanguage, splitSentences, stripTags } from '@newsmill/text';
import { stopWords } from '../body/stop-words.ts';
import { languageOf } from '../quality/script.ts';
import { titleCover } from '../quality/title-check.ts';
import { hashWord } from '../tree/vocabulary.ts';

/** What a summary is read against. */
export interface SummarizedText {
  readonly title: string;
  readonly text: string;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** The line between headline and text. */
  readonly subtitle?: string | undefined;
}

/** A description that is cut ends with one of these, or with an invitation to read on. */
const cutMarks = ['…', '...', '[…]', '[...]', '(…)', '(...)', ' ..'];
/** Marks that end a sentence in any script, and what closes with them. */
const ended = /[.!?…‽؟۔।॥።။。｡．！？]["'’”“»›)\]}」』】》〉）］｣]{0,4}$/u;
/** So much of the end of a description finds its place in the text, and so much of the text is read behind it. */
const tailLength = 24;
const read = 600;
const fewestInTail = 12;
/** Sentences of the text that stand for a description where there is none, in so much of its beginning. */
const leadSentences = 2;
const leadRead = 1_500;

/** Languages whose sentences end with a space and no mark; full stops stand in abbreviations alone. */
const unmarked = new Set(['th', 'lo']);
/** So much of a text without marks stands for a description. */
const unmarkedLead = 200;
/** A longer description is a text: its first sentences stand for it. */
const longest = 700;
const shortened = 500;
/** Of the words of a description at least so many stand in title and text, where the text is no shorter than this. */
const leastShared = 0.25;
const shortText = 400;
/** So much is left of a description behind a title, else it was the title alone. */
const fewestLeft = 20;
/** A sentence without its end mark has so many words; so many signs where words are not spaced. */
const fewestWords = 5;
const fewestSigns = 10;
/** So many parts make a list of keywords. */
const fewestKeywords = 4;

/** Between a title and what was joined to it: a mark that ends it, or a dash between spaces. */
const behindTitle = /^\s*[.!?:]+\s*|^\s*[|·•»]\s*|^\s+[-–—]\s+/u;
/** The name of a site between two dashes or bars, as in `Headline - The Paper - First sentence`. */
const siteBetween = /^\s*[-–—|·•»]\s*[^-–—|·•»!?]{2,40}\s[-–—|·•»]\s+/u;
/** What a dash or bar joins to a title and is no sentence is the rest of the title of the page. */
const joined = /^\s*[-–—|·•»]/u;
/** What a site says of itself is a list, or names it between dashes or by its host. */
const listed = /[,،、，][^,،、，]{1,200}[,،、，]|\s[-–—|]\s|[\p{L}\p{N}]\.\p{Ll}{2,10}(?!\p{L})/u;
/** What papers call themselves. A description in which one does so shares less than half of its words with the text. */
const aPaper =
  /newspaper|news ?(?:site|portal)|zeitung|nachrichtenportal|quotidien|journal d|giornale|quotidiano|periódico|diario|jornal|газета|gazeta|dziennik|εφημερίδα|gazetesi|sanomalehti|krant\b|dagblad|tidning|noviny|新聞網|新闻网|新聞社|ニュースサイト|신문/iu;
const leastOfPaper = 0.5;
/** Small words alone, which not every language has a list of, may stand in the headline, too. */
const mostOfTitle = 0.2;
/** Sections and the name of the site behind the last sentence: `… on Friday., Local News, Harbour Post`. */
const sectionsBehind = /(?<=[.!?।]["'’”]?)\s?(?:,\s[\p{Lu}\p{N}][^,.!?]{1,40}){2}$/u;
/** What stops at a comma, or within a quotation or brackets, was cut without a mark. */
const comma = /[,،、，;；:：]$/u;
const openPairs = ['「」', '『』', '（）', '《》', '“”', '«»', '()'] as const;
/** So many characters systems let a description have; what ends there and not as a sentence does was cut. */
const limits: ReadonlySet<number> = new Set([140, 150, 155, 156, 160, 200, 250, 255, 256, 300]);
/** A credit in front of the first sentence is so short; the sentence is known by so much of its beginning. */
const mostGlued = 60;
const mostGluedWords = 6;
const fewestFirst = 24;
/** A motto of a site is so short, beside a text of at least so much; words are compared by so many first letters. */
const longestMotto = 90;
const mottoText = 800;
const stem = 5;
/** A last word so short may be a short form; behind one a name goes on with the sentence. */
const shortWordAtEnd = /(?<=\s)\p{L}{1,6}\.$/u;
const anyName = 'Anna';
const hostAtEnd = /(?:^|\s)(?:[\p{L}\p{N}-]{1,40}\.){1,4}\p{L}{2,10}$/u;
const markup = /<\/?[a-z]/i;

const isUnmarked = (language: string): boolean => unmarked.has(primaryLanguage(language) ?? '');

/** Without the title in front, where something was joined to it, and the name of the site behind that. */
function withoutTitle(summary: string, title: string): string {
  if (title === '' || !summary.startsWith(title)) return summary;
  const rest = summary.slice(title.length);
  if (rest.trim() === '') return '';
  if (!behindTitle.test(rest)) return summary;
  const own = (siteBetween.test(rest) ? rest.replace(siteBetween, '') : rest.replace(behindTitle, '')).trim();
  return joined.test(rest) && !ended.test(own) && withoutCut(own) === own ? '' : own;
}

/** Whether it is a list of keywords: many parts of a word or two. */
function isKeywords(summary: string): boolean {
  const parts = summary.split(/[,،、，;]/u, 100).map((part) => part.trim().split(/\s+/u).length);
  return parts.length >= fewestKeywords && parts.every((words) => words <= 2);
}

/**
 * Without a credit or a caption that was glued in front of the first sentence of the text: `Source: AgencyThe mill …`.
 * A whole sentence in front is the publisher's own, and what stands before a first sentence of few words proves
 * nothing.
 */
function withoutGlued(own: string, text: string): string {
  const first = text.slice(0, fewestFirst).trim();
  if (first.length < fewestFirst || first.includes('\n')) return own;
  const at = own.indexOf(first);
  if (at <= 0 || at > mostGlued) return own;
  const front = own.slice(0, at).trim();
  return ended.test(front) || front.split(/\s+/u).length > mostGluedWords ? own : own.slice(at);
}

/**
 * Whether a description is a motto of the site: short sentences that have no word in common with title and text but
 * such as stand in any text.
 */
function isMotto(own: string, { title, text }: SummarizedText): boolean {
  if (own.length > longestMotto || text.length < mottoText || !ended.test(own)) return false;
  const words = new Set(own.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  if (words.size === 0) return false;
  const read = `${title}\n${text}`.toLowerCase();
  return [...words].every((word) => stopWords.has(hashWord(word)) || !read.includes(word.slice(0, stem)));
}

/** What a description says of this article; empty where it speaks of its site or of nothing. */
function saidOfArticle(summary: string, { title, text }: SummarizedText): string {
  const read = markup.test(summary) ? stripTags(summary) : summary.trim();
  const plain = withoutGlued(read, text);
  const own = withoutTitle(plain, title);
  if (isMotto(own, { title, text })) return '';
  if (own !== plain && (own.length < fewestLeft || isKeywords(own))) return '';
  const isPaper = !ended.test(own) && aPaper.test(own) && titleCover(own, title) < mostOfTitle;
  if (text.length < shortText || !(isPaper || listed.test(own))) return own;
  const least = isPaper ? leastOfPaper : leastShared;
  const shared = titleCover(own, `${title}\n${text}`, least);
  return shared !== -1 && shared < least ? '' : own;
}

/** Whether a description without an end mark stops where no writer would. */
function isBroken(own: string): boolean {
  return (
    comma.test(own) ||
    limits.has(own.length) ||
    openPairs.some(([open = '', close = '']) => own.lastIndexOf(open) > own.lastIndexOf(close))
  );
}

/** Whether what stands behind the last sentence is a piece of one, keywords, or the name of the site. */
function isLoose(tail: string): boolean {
  const words = tail.split(/\s+/u).length;
  return hostAtEnd.test(tail) || (words === 1 ? tail.length < fewestSigns : words < fewestWords);
}

/** Whether the full stop at the end is that of a short form that stands before a name: on the day of St. */
function endsInShortForm(stem: string, language: string): boolean {
  const word = shortWordAtEnd.exec(stem)?.[0];
  return word !== undefined && splitSentences(`${word} ${anyName}`, language, 2).length === 1;
}

/** Without the marks that say that it was cut; the same where it was not. */
function withoutCut(summary: string): string {
  const mark = cutMarks.find((one) => summary.endsWith(one));
  return mark === undefined ? summary : summary.slice(0, -mark.length).trimEnd();
}

/** The sentences of a text that end as one does. */
function wholeSentences(text: string, language: string): { readonly text: string; readonly end: number }[] {
  return splitSentences(text, language, 40).filter((sentence) => ended.test(sentence.text));
}

/** The beginning of a text whose sentences have no marks, up to a space. */
function beginningOf({ title, text }: SummarizedText): string | undefined {
  const line = text.split('\n', 20).find((one) => one.trim() !== '' && one.trim() !== title);
  if (line === undefined || line.length <= unmarkedLead) return line?.trim();
  const space = line.lastIndexOf(' ', unmarkedLead);
  return line.slice(0, space > 0 ? space : unmarkedLead).trim();
}

/** The first sentences of the text. */
function leadOf(article: SummarizedText, language: string): string | undefined {
  const { title, text } = article;
  if (isUnmarked(language)) return beginningOf(article);
  const sentences = wholeSentences(text.slice(0, leadRead), language)
    .map((sentence) => sentence.text.replace(/\s+/g, ' '))
    .filter((sentence) => sentence !== title)
    .slice(0, leadSentences);
  return sentences.length === 0 ? undefined : sentences.join(' ').replace(/(?<=[。！？]) /g, '');
}

/** A text that stands where a description should: its first sentences. */
function shortenedTo(summary: string, language: string): string | undefined {
  const end = wholeSentences(summary.slice(0, longest), language)
    .filter((sentence) => sentence.end <= shortened)
    .at(-1)?.end;
  return end === undefined ? undefined : summary.slice(0, end);
}

/**
 * Where the end of a description stands in a text. Of one that was certainly cut, and may run over two paragraphs, a
 * short end will do that stands there once.
 */
function placeOfEnd(
  stem: string,
  text: string,
  isCut: boolean,
): { readonly at: number; readonly tail: string } | undefined {
  const tail = stem.slice(-tailLength);
  if (tail.length < fewestInTail) return undefined;
  const at = text.indexOf(tail);
  if (at !== -1) return { at, tail };
  if (!isCut) return undefined;
  const end = stem.slice(-fewestInTail);
  const alone = text.indexOf(end);
  return alone === -1 || text.includes(end, alone + 1) ? undefined : { at: alone, tail: end };
}

/** A description that stops within a sentence of the text or of the line above it, with the rest of that sentence. */
function completed(
  { stem, isCut }: { readonly stem: string; readonly isCut: boolean },
  { text, subtitle = '' }: SummarizedText,
  language: string,
): string | undefined {
  if (subtitle.length > stem.length && subtitle.startsWith(stem) && ended.test(subtitle)) return subtitle;
  const place = placeOfEnd(stem, text, isCut);
  if (place === undefined) return undefined;
  const { at, tail } = place;
  const behind = text.slice(at, at + read);
  const end = wholeSentences(behind, language).find((sentence) => sentence.end >= tail.length)?.end;
  return end === undefined || behind.slice(0, end).includes('\n')
    ? undefined
    : stem.slice(0, -tail.length) + behind.slice(0, end);
}

/**
 * The publisher's description in whole sentences. One that is cut goes on as the text does, or ends behind its
 * last whole sentence; so does one behind which keywords or the name of the site stand. The title in front of it is
 * left out. Without any, and where it speaks of its site, the first two sentences of the text stand for it. One
 * without an end mark that the text does not continue is as its publisher wanted it.
 */
export function mendSummary(summary: string | undefined, article: SummarizedText): string | undefined {
  const language = article.language ?? languageOf(article.text.slice(0, leadRead));
  const lead = (): string | undefined => leadOf(article, language);
  const own = saidOfArticle(summary ?? '', article);
  if (own === '') return lead();
  if (own.length > longest) return shortenedTo(own, language) ?? lead() ?? own;
  const stem = withoutCut(own).replace(sectionsBehind, '');
  if (endsInShortForm(stem, language)) return completed({ stem, isCut: true }, article, language) ?? stem;
  if (ended.test(stem) && (stem === own || sectionsBehind.test(own))) return stem;
  const isCut = stem !== own || isBroken(own);
  const whole = completed({ stem, isCut }, article, language);
  if (whole !== undefined) return whole;
  const end = isUnmarked(language) ? undefined : wholeSentences(stem, language).at(-1)?.end;
  if (!isCut) return end !== undefined && isLoose(stem.slice(end).trim()) ? stem.slice(0, end) : own;
  return end === undefined ? (lead() ?? own) : stem.slice(0, end);
}
