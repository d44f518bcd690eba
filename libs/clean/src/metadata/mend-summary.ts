import { splitSentences } from '@newsmill/text';

/** What a summary is read against. */
export interface SummarizedText {
  readonly title: string;
  readonly text: string;
  /** BCP 47. */
  readonly language?: string | undefined;
}

/** A description that is cut ends with one of these, or with an invitation to read on. */
const cutMarks = ['…', '...', '[…]', '[...]', '(…)', '(...)'];
/** Marks that end a sentence in any script, and what closes with them. */
const ended = /[.!?…‽؟۔।॥።။。｡．！？]["'’”“»›)\]}」』】》〉）］｣]{0,4}$/u;
/** So much of the end of a description finds its place in the text, and so much of the text is read behind it. */
const tailLength = 24;
const read = 600;
const fewestInTail = 12;
/** Sentences of the text that stand for a description where there is none, in so much of its beginning. */
const leadSentences = 2;
const leadRead = 1_500;

/** Without the marks that say that it was cut; the same where it was not. */
function withoutCut(summary: string): string {
  const mark = cutMarks.find((one) => summary.endsWith(one));
  return mark === undefined ? summary : summary.slice(0, -mark.length).trimEnd();
}

/** The sentences of a text that end as one does. */
function wholeSentences(text: string, language: string): { readonly text: string; readonly end: number }[] {
  return splitSentences(text, language, 40).filter((sentence) => ended.test(sentence.text));
}

/** The first sentences of the text. */
function leadOf({ title, text }: SummarizedText, language: string): string | undefined {
  const sentences = wholeSentences(text.slice(0, leadRead), language)
    .map((sentence) => sentence.text.replace(/\s+/g, ' '))
    .filter((sentence) => sentence !== title)
    .slice(0, leadSentences);
  return sentences.length === 0 ? undefined : sentences.join(' ').replace(/(?<=[。！？]) /g, '');
}

/** A description that stops within a sentence of the text, with the rest of that sentence. */
function completed(stem: string, { text }: SummarizedText, language: string): string | undefined {
  const tail = stem.slice(-tailLength);
  const at = tail.length < fewestInTail ? -1 : text.indexOf(tail);
  if (at === -1) return undefined;
  const behind = text.slice(at, at + read);
  const end = wholeSentences(behind, language).find((sentence) => sentence.end >= tail.length)?.end;
  return end === undefined || behind.slice(0, end).includes('\n')
    ? undefined
    : stem.slice(0, -tail.length) + behind.slice(0, end);
}

/**
 * The publisher's description in whole sentences. One that is cut goes on as the text does, or ends behind its
 * last whole sentence; without any the first two sentences of the text stand for it. One without an end mark
 * that the text does not continue is as its publisher wanted it.
 */
export function mendSummary(summary: string | undefined, article: SummarizedText): string | undefined {
  const language = article.language ?? '';
  const own = summary?.trim() ?? '';
  if (own === '') return leadOf(article, language);
  const stem = withoutCut(own);
  if (stem === own && ended.test(own)) return own;
  const whole = completed(stem, article, language);
  if (whole !== undefined) return whole;
  if (stem === own) return own;
  const end = wholeSentences(stem, language).at(-1)?.end;
  return end === undefined ? (leadOf(article, language) ?? own) : stem.slice(0, end);
}
