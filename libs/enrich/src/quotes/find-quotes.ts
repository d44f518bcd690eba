import type { Quote } from '@newsmill/contracts';
import { primaryLanguage } from '@newsmill/text';
import { joinedSpeaker } from './find-joined-speaker.ts';
import { speakerBefore, speakerBehind, type Attribution } from './find-speaker.ts';
import { KnownNames } from './known-names.ts';
import { nameRuns, type NameRun } from './name-runs.ts';
import { NamedSpeakers, type NamedInText } from './named-speaker.ts';
import { quoteSpans, type QuoteSpan } from './quote-spans.ts';
import { hasSpeechWords, speechWordsOf, type SpeechWords } from './speech-words.ts';

/** Names the rules in a fact. */
export const quotesRule = 'quote-rules/1';

export interface QuotesInput {
  readonly text: string;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** Full names of people in the article, where they are known. */
  readonly people?: readonly string[] | undefined;
  /** What the article names, where that is known: then nobody else speaks. */
  readonly named?: NamedInText | undefined;
}

const readLimit = 100_000;
/** How much of the sentence is read on either side. */
const reach = 240;
/** Fewer words than this without a sentence of their own are a title or a scare quote. */
const fewestWords = 5;
const fewestCharacters = 6;
const isShort = (inside: string): boolean => inside.split(/\s+/u, fewestWords).length < fewestWords;

interface Reader {
  readonly text: string;
  readonly language: string;
  readonly isJoined: boolean;
  readonly words: SpeechWords;
  readonly known: KnownNames;
  readonly named: NamedSpeakers | undefined;
  readonly people: readonly string[];
  readonly spans: readonly QuoteSpan[];
  /** Names outside of quotes, of people that the article names in full. */
  readonly runs: readonly NameRun[];
  /** Read when a pronoun first asks for them. */
  readonly sexes: () => ReadonlyMap<string, Sex>;
}

/** A place behind the last full stop in front: not behind an initial or a title. */
const sentenceStart = /(?:[.!?…。！？][”"»“]?\s+(?=[^\p{Ll}])|\n|[。！？])/gu;
const shortForm =
  /(?:^|[\s(])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Mme|Prof|Sgt|Sen|Gov|Rep|St|Sr|Sra|Gen|Col|Lt|Jr|Nr|bzw)\.\s+$/u;

function frontOf(
  span: QuoteSpan,
  index: number,
  { text, spans }: Reader,
): { segment: string; offset: number } {
  const from = Math.max(spans[index - 1]?.outerEnd ?? 0, span.outerStart - reach);
  const piece = text.slice(from, span.outerStart);
  let start = 0;
  for (const match of piece.matchAll(sentenceStart)) {
    const end = match.index + match[0].length;
    if (!shortForm.test(piece.slice(0, end))) start = end;
  }
  return { segment: piece.slice(start), offset: from + start };
}

function behindOf(
  span: QuoteSpan,
  index: number,
  { text, spans, isJoined }: Reader,
): { segment: string; offset: number } {
  const offset = span.outerEnd;
  const none = { segment: '', offset };
  const last = text[span.end - 1] ?? '';
  const rest = text.slice(offset, Math.min(spans[index + 1]?.outerStart ?? text.length, offset + reach));
  // A full stop closes the sentence with the quote; a question may go on: “Why?” Smith asked.
  if (!isJoined && (/^\s*[.!?]/u.test(rest) || (/[.。]/u.test(last) && /^\s+[\p{Lu}\p{N}]/u.test(rest))))
    return none;
  for (const match of rest.matchAll(/[.!?…](?:\s|$)|\n|[。！？]/gu)) {
    if (!shortForm.test(`${rest.slice(0, match.index)}. `))
      return { segment: rest.slice(0, match.index), offset };
  }
  return { segment: rest, offset };
}

const roleNear = (text: string, run: NameRun, role: string) =>
  text
    .slice(Math.max(0, run.start - 30), Math.min(run.end + 30, text.length))
    .toLowerCase()
    .includes(role);

/** Titles of men and women, in the languages of the tables of speech. */
const titleOfMan = /(?:^|\s)(?:Mr|Sir|Lord|Herr|Monsieur|Señor|Sr|Signor|Senhor)\.?\s$/u;
const titleOfWoman =
  /(?:^|\s)(?:Mrs|Ms|Miss|Lady|Dame|Frau|Mme|Mlle|Madame|Señora|Sra|Signora|Senhora|Dona|Doña|mevrouw)\.?\s$/u;
const longestTitle = 10;
const ofMan: ReadonlySet<string> = new Set('he er il él lui egli ele hij он'.split(' '));
const ofWoman: ReadonlySet<string> = new Set('she elle ella lei ela zij она'.split(' '));

/** Several speak, or somebody whom the text does not call he or she: A source added … They said. */
const ofSeveral: ReadonlySet<string> = new Set('they ils elles ellos ellas eles elas essi esse'.split(' '));

type Sex = 'man' | 'woman' | undefined;
const sexOfPronoun = (pronoun = ''): Sex =>
  ofMan.has(pronoun) ? 'man' : ofWoman.has(pronoun) ? 'woman' : undefined;

/** So much must speak for a man or a woman: a title before the full name, or two before the family name. */
const fewestTitles = 2;

/**
 * Those whom the text calls Mr or Mrs, by the names that it resolves to; nobody whom it calls both, as a family is
 * by one name.
 */
function readSexes({ runs, known, text }: Omit<Reader, 'sexes'>): ReadonlyMap<string, Sex> {
  const titles = new Map<string, { man: number; woman: number }>();
  for (const { name, start, words } of runs) {
    const before = text.slice(Math.max(0, start - longestTitle), start);
    const sex = titleOfMan.test(before) ? 'man' : titleOfWoman.test(before) ? 'woman' : undefined;
    if (sex === undefined) continue;
    const full = known.resolve(name, start);
    const own = titles.get(full) ?? { man: 0, woman: 0 };
    titles.set(full, { ...own, [sex]: own[sex] + (words >= 2 ? fewestTitles : 1) });
  }
  return new Map(
    [...titles].map(([name, { man, woman }]) => [
      name,
      man >= fewestTitles && woman === 0 ? 'man' : woman >= fewestTitles && man === 0 ? 'woman' : undefined,
    ]),
  );
}

/** What stands behind the name of people or matters that are not the one named: the Chaudhari family. */
const notThemselves =
  /^ (?:family|families|home|house|household|case|trial|estate|administration|government|campaign|camp|team|era|report|review|inquiry|bill|doctrine|law|supporters|fans)\b/u;

/** Whom a pronoun means: the first person of the last sentence outside of quotes that names one. */
function lastPerson(
  { at: before, role, pronoun }: Extract<Attribution, { kind: 'last' }>,
  { runs: all, known, named, text, sexes }: Reader,
): string | undefined {
  // The minister is the last one who was called so, the lawyer nobody where no name has that role.
  if (role !== undefined) {
    const holder = all.findLast((run) => run.start < before && roleNear(text, run, role));
    return holder === undefined ? undefined : known.resolve(holder.name, holder.start);
  }
  const sex = sexOfPronoun(pronoun);
  const mayBeMeant = (run: NameRun): boolean => {
    const own = sex === undefined ? undefined : sexes().get(known.resolve(run.name, run.start));
    // She is a person, be it unknown which.
    if (
      sex !== undefined &&
      named?.personIn(known.resolve(run.name, run.start)) === undefined &&
      named !== undefined
    )
      return false;
    return (own === undefined || own === sex) && !notThemselves.test(text.slice(run.end, run.end + 16));
  };
  const nearest = all.findLast((run) => run.start < before && mayBeMeant(run));
  if (nearest === undefined) return undefined;
  // In the sentence of the pronoun itself the nearest name is meant; of an earlier sentence the subject,
  // which comes first.
  if (!/[.!?…]["”»“]?\s|\n/u.test(text.slice(nearest.end, before)))
    return known.resolve(nearest.name, nearest.start);
  const first =
    all.find(
      (run) =>
        run.start <= nearest.start &&
        nearest.start - run.start < reach &&
        mayBeMeant(run) &&
        !/[.!?…]["”»“]?\s|\n/u.test(text.slice(run.end, nearest.start)),
    ) ?? nearest;
  return known.resolve(first.name, first.start);
}

interface Speech {
  /** Number of the quote. */
  readonly index: number;
  /** The sentence of the quote before goes on in it: “If it breaks,” he said, “we have minutes.” */
  readonly isContinued: boolean;
  readonly speaker: string | undefined;
  readonly isAttributed: boolean;
}

/** What a quote says, up to its last sign: that of a quote within it that ends with it counts. */
function insideOf({ start, end }: QuoteSpan, { text }: Reader): string {
  return text.slice(start, end).replace(/(?<=[.,!?…])[”"’]{1,2}$/u, '');
}

/** A clause of speech behind two words begins so near: farther ones say something else of them. */
const nearShort = 48;

function attributionOf(span: QuoteSpan, index: number, reader: Reader): Attribution | undefined {
  const front = frontOf(span, index, reader);
  const back = behindOf(span, index, reader);
  const inside = insideOf(span, reader);
  if (reader.isJoined) {
    // In Chinese only what is closed is followed by who said it: of 「…」论坛上表示 it is the name of a forum.
    const isClosed =
      reader.language === 'ja' || /[，。！？…,.!?]$/u.test(inside) || /^[，,。]/u.test(back.segment);
    return joinedSpeaker(
      reader.language,
      front.segment,
      isClosed ? back.segment : '',
      span.outerStart,
      reader.people,
    );
  }
  const isTerm = isShort(inside) && !/[,!?]$/u.test(inside);
  const behind = isTerm ? back.segment.slice(0, nearShort) : back.segment;
  return speakerBehind(behind, back.offset, reader) ?? speakerBefore(front.segment, front.offset, reader);
}

/** A quote that stands alone behind an attributed one goes on with its speaker. */
function inherits(span: QuoteSpan, index: number, reader: Reader): boolean {
  const previous = reader.spans[index - 1];
  if (previous === undefined) return false;
  if (previous.goesOn) return true;
  const front = frontOf(span, index, reader).segment.trim();
  const between = reader.text.slice(previous.outerEnd, span.outerStart);
  return front === '' && (between.match(/\n+/gu)?.length ?? 0) <= 1 && between.length < reach;
}

function speechOf(span: QuoteSpan, index: number, reader: Reader, previous: Speech | undefined): Speech {
  const attribution = attributionOf(span, index, reader);
  const isContinued =
    previous?.isAttributed === true &&
    /,\s*$/u.test(reader.text.slice(reader.spans[index - 1]?.outerEnd ?? 0, span.outerStart));
  const said = { index, isContinued };
  if (attribution === undefined)
    return previous?.index === index - 1 && inherits(span, index, reader)
      ? { ...previous, ...said }
      : { speaker: undefined, isAttributed: false, ...said };
  const { named } = reader;
  const speaking = (name: string | undefined): string | undefined =>
    named === undefined || name === undefined ? name : named.speakerIn(name);
  if (attribution.kind === 'name')
    return { speaker: speaking(attribution.name), isAttributed: true, ...said };
  if (attribution.kind === 'nobody' || ofSeveral.has(attribution.pronoun ?? ''))
    return { speaker: undefined, isAttributed: true, ...said };
  const last = reader.isJoined
    ? previous?.speaker
    : (lastPerson(attribution, reader) ?? (attribution.role === undefined ? previous?.speaker : undefined));
  return { speaker: speaking(last), isAttributed: true, ...said };
}

/** “No,” said the mayor: one word counts where a comma or a cry shows that it was said. */
const saidAlone = /[,!?]$/u;

/** Whether nothing of its sentence stands in front of a quote, or a sign that leads to it. */
function isLedTo(span: QuoteSpan, index: number, reader: Reader): boolean {
  const front = frontOf(span, index, reader).segment.trimEnd();
  return front === '' || /[:,.!?…—–-]$/u.test(front);
}

/** Whether marks hold a sentence of its own, or what a sign leads to: not `the “What now?” challenge`. */
function standsAlone(span: QuoteSpan, index: number, reader: Reader): boolean {
  const front = frontOf(span, index, reader).segment.trimEnd();
  if (/[:,—–-]$/u.test(front) || !hasSpeechWords(reader.language)) return true;
  return (
    isLedTo(span, index, reader) && !/^ ?\p{Ll}/u.test(reader.text.slice(span.outerEnd, span.outerEnd + 2))
  );
}

/**
 * Whether it is speech: attributed words that are a sentence or many, or a whole sentence by itself; no
 * title, no scare quote.
 */
function isSpeech(span: QuoteSpan, index: number, speech: Speech, reader: Reader): boolean {
  const { text, isJoined } = reader;
  const inside = insideOf(span, reader);
  if (isJoined)
    return speech.isAttributed
      ? inside.length >= fewestCharacters
      : inside.length >= 3 * fewestCharacters && /[。！？]$/u.test(inside);
  const words = inside.split(/\s+/u);
  const capital = /^[\p{Lu}¿¡«“‘…]/u.test(inside);
  const isClosed =
    /[.,!?…—–-]$/u.test(inside) || /^[,.]/u.test(text.slice(span.outerEnd).trimStart()) || span.goesOn;
  const isTitle =
    capital &&
    words.length > 1 &&
    words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length / 2 &&
    (!speech.isAttributed || !/[.,!?…]$/u.test(inside));
  if (isTitle && !(speech.isAttributed && isClosed)) return false;
  if (speech.isAttributed)
    return (
      words.length >= fewestWords ||
      ((capital || speech.isContinued) &&
        isClosed &&
        isLedTo(span, index, reader) &&
        (words.length >= 2 || saidAlone.test(inside + text.slice(span.outerEnd, span.outerEnd + 1))))
    );
  return (
    capital &&
    !isTitle &&
    words.length >= fewestWords &&
    /[.!?…]$/u.test(inside) &&
    standsAlone(span, index, reader)
  );
}

function readerOf({ text: whole, language, people = [], named: names }: QuotesInput): Reader {
  const text = whole.slice(0, readLimit);
  const primary = primaryLanguage(language ?? 'en') ?? 'und';
  const words = speechWordsOf(primary);
  const isJoined = primary === 'ja' || primary === 'zh';
  const spans = quoteSpans(text, primary === 'de');
  const all = isJoined || spans.length === 0 ? [] : nameRuns(text, 0, words);
  const known = new KnownNames(all, people, names?.organisations ?? []);
  const runs = outsideOf(all, spans).filter((run) => run.words >= 2 || known.knows(run.name));
  const named = isJoined || names === undefined ? undefined : new NamedSpeakers(names, primary);
  const reader = { text, language: primary, isJoined, words, known, named, people, spans, runs };
  let sexes: ReadonlyMap<string, Sex> | undefined;
  return { ...reader, sexes: () => (sexes ??= readSexes(reader)) };
}

/** Both lists are in order, so one walk finds the names that no quote holds. */
function outsideOf(runs: readonly NameRun[], spans: readonly QuoteSpan[]): NameRun[] {
  let index = 0;
  return runs.filter((run) => {
    while (index < spans.length && (spans[index]?.outerEnd ?? Infinity) <= run.start) index += 1;
    return run.start < (spans[index]?.outerStart ?? Infinity);
  });
}

/**
 * Direct quotes with their speakers: by verbs of speech on either side, in the middle and across paragraphs;
 * pronouns and the minister stand for the person named last, short names for the full one. A quote whose
 * speaker the text does not name has none; titles and scare quotes are no quotes.
 */
export function findQuotes(input: QuotesInput): Quote[] {
  const reader = readerOf(input);
  const quotes: Quote[] = [];
  let previous: Speech | undefined;
  for (const [index, span] of reader.spans.entries()) {
    const speech = speechOf(span, index, reader, previous);
    const isQuote = isSpeech(span, index, speech, reader);
    // Whoever said two words of a sentence goes on behind it, too.
    if (isQuote || speech.isAttributed) previous = speech;
    if (!isQuote) continue;
    const { start, end } = span;
    quotes.push({
      text: reader.text.slice(start, end),
      start,
      end,
      ...(speech.speaker === undefined ? {} : { speaker: speech.speaker }),
    });
  }
  return quotes;
}
