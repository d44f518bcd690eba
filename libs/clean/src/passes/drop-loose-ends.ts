import type { PageLine } from '../body/page-lines.ts';
import { normalForm } from '../metadata/candidates.ts';
import { isBracketed, readEdgeCredit } from '../metadata/edge-credit.ts';
import { edgesOf, isRepeat } from './edges-of.ts';
import type { Pass, PassPage, Taking } from './pass.ts';

/** A line of which so much is a link is nothing but one. */
const linked = 0.8;
/** A longer link is a text of its own. */
const longestLink = 24;
const shortestSentence = 5;
const stated = /[.!。！।]\s*$/u;
/** A longer line with a colon at its end is a sentence that introduces something. */
const longestLabel = 9;
/** What may be the matter of a label though it is no part of the body. */
const matter: ReadonlySet<PageLine['kind']> = new Set(['code', 'quote', 'table', 'list-item']);
const labelled = /[:：]\s*$/;
/** So many lines behind a line are looked at for a link of the same words. */
const linesBehind = 4;
/** A shorter title may be a word of the text. */
const shortestTitle = 8;
/** A line that has the title and so much more is still the title. */
const littleMore = 1.3;
/** A longer line tells more than who wrote. */
const longestCredit = 9;
/** Fewer lines are no table; a shape that stands so often in it is its pattern. */
const fewestPatterned = 20;
const fewestOfShape = 4;
/** Words and numbers in one line, and words of a name above such lines. */
const figured = /\p{L}[^\d]{0,40}\d|\d[^\d]{0,40}\p{L}/u;
const longestName = 2;
/** bounded: 80, no longer line is read. */
const address = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]{1,40}\.){1,4}\p{L}{2,12})\/?$/iu;
const longestAddress = 80;

/** A day, and the time of it; the day of the week may stand in front. */
const day =
  /^(?:\p{L}{2,12}\.?,?\s)?(?:\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}\.?,?\s(?:de\s)?(?:19|20)\d\d|\p{L}{3,12}\.?\s\d{1,2},?\s(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d[./年-]\d{1,2}[./月-]\d{1,2}日?)(?:,?\s\d{1,2}:\d\d)?\.?$/u;

/** Why a line is taken that is nothing but a credit. */
const whyCredit = 'is nothing but a credit';

/** Whether a line says nothing but the title, or a good part of it. */
function isTitle({ text }: PageLine, title: string): boolean {
  if (title.length < shortestTitle) return false;
  const own = normalForm(text);
  return own.length <= title.length
    ? own.length >= shortestTitle && own.length * 2 > title.length && title.includes(own)
    : own.length <= title.length * littleMore && own.includes(title);
}

function isCredit({ text, kind, weight, index }: PageLine, { authors, host, lines }: PassPage): boolean {
  if (kind !== 'paragraph' || weight > longestCredit) return false;
  const own = text.length > longestAddress ? undefined : address.exec(text.trim())?.[1]?.toLowerCase();
  // Elsewhere than right below the text it is one of several ways to reach somebody.
  if (own !== undefined)
    return (
      host !== '' &&
      (own === host || own.endsWith(`.${host}`)) &&
      lines.some((one) => one.index === index - 1 && one.isBody)
    );
  return readEdgeCredit(text, authors) !== undefined;
}

/** Whether a credit names neither a person nor an agency: in front of a story initials may be anything. */
function isNameless({ text }: PageLine, { authors }: PassPage): boolean {
  const { names = [], agencies = [] } = readEdgeCredit(text, authors) ?? {};
  return names.length + agencies.length === 0;
}

/** Whether the words of a line stand again in a link behind it: it names the page that the link leads to. */
function namesPage({ text, index, weight }: PageLine, lines: readonly PageLine[]): boolean {
  return (
    weight > 2 &&
    lines.some(
      (one) =>
        one.index > index &&
        one.index <= index + linesBehind &&
        one.linkShare > linked &&
        one.text.length >= text.length &&
        one.text.includes(text),
    )
  );
}

/** Whether a line is but the name of another page; a whole sentence that is set as a link is the writer's. */
function isLink({ text, linkShare, weight, kind }: PageLine): boolean {
  if (linkShare <= linked || weight > longestLink || kind === 'heading') return false;
  return weight < shortestSentence || !stated.test(text);
}

/** Whether a sentence introduces the link, or the text goes on behind links like it: then it is of the story. */
function isOfStory(line: PageLine, body: readonly PageLine[]): boolean {
  const last = body.findLastIndex((one) => one.index < line.index && one.linkShare <= linked);
  const before = body[last];
  if (before === undefined) return true;
  return (
    (labelled.test(before.text) && before.weight > longestLabel) ||
    body.some((one, at) => at < last && isLink(one) && one.kind === line.kind)
  );
}

/** Words of a heading that is nothing but a label: `Up next`. A longer one, or one with a number, is of the story. */
const longestEmpty = 4;

function isEmptyHeading({ text, weight }: PageLine, next: PageLine | undefined): boolean {
  return next !== undefined && !next.isBody && weight <= longestEmpty && !/\p{Nd}/u.test(text);
}

/**
 * Whether a line labels what is no part of the body: links, or nothing; a picture, a table or code may be its matter.
 */
function isLooseLabel(line: PageLine, lines: readonly PageLine[]): boolean {
  if (line.weight > longestLabel) return false;
  const next = lines.find((one) => one.index > line.index);
  if (line.kind === 'heading') return isEmptyHeading(line, next) || (next?.linkShare ?? 0) > linked;
  const isMatter =
    next !== undefined && (next.isBehindPicture || (matter.has(next.kind) && next.linkShare <= linked));
  return labelled.test(line.text) && !isMatter;
}

/** Why a line is loose behind which nothing stands but what is loose; undefined where it is not. */
function whyLoose(line: PageLine, page: PassPage, title: string): string | undefined {
  if (!(line.kind === 'paragraph' || line.kind === 'list-item' || line.kind === 'heading')) return undefined;
  if (isTitle(line, title)) return 'is the headline again';
  if (isCredit(line, page) || (line.kind === 'paragraph' && isBracketed(line.text))) return whyCredit;
  if (line.kind === 'paragraph' && day.test(line.text.trim()))
    return 'is nothing but a day, behind the end of the story';
  const body = page.lines.filter((one) => one.isBody && !page.isTaken(one));
  if (isLink(line))
    return isOfStory(line, body) ? undefined : 'is nothing but a link, behind the end of the story';
  if (isLooseLabel(line, page.lines)) return 'is a label with nothing behind it, at the end of the story';
  const before = body.filter((one) => one.index < line.index);
  if (isRepeat(line, before)) return 'says again what stands in the article';
  return namesPage(line, page.lines) ? 'is the name of a page that a link behind it leads to' : undefined;
}

const shapeOf = (text: string): string => text.replace(/\d+/g, '0');

/** Lines of a tail that only differ by their numbers, and what stands among them: a table of weather, of prices. */
function patterned(tail: readonly PageLine[]): readonly PageLine[] {
  if (tail.length < fewestPatterned) return [];
  const shapes = Map.groupBy(tail, ({ text }) => shapeOf(text));
  const isOften = ({ text, kind }: PageLine): boolean =>
    kind !== 'table' && figured.test(text) && (shapes.get(shapeOf(text))?.length ?? 0) >= fewestOfShape;
  let from = tail.findIndex(isOften);
  if (from < 0) return [];
  const kinds = new Set(tail.slice(from).map(({ kind }) => kind));
  const isName = (line: PageLine | undefined): boolean =>
    line !== undefined && line.weight <= longestName && kinds.has(line.kind);
  while (isName(tail[from - 1])) from -= 1;
  const lines = tail.slice(from);
  return lines.length >= fewestPatterned && lines.filter(isOften).length > lines.length / 2 ? lines : [];
}

/** The lines of the tail that nothing else stands behind, from the last one up. */
function looseTail(tail: readonly PageLine[], page: PassPage): Taking[] {
  const title = normalForm(page.title);
  const table = patterned(tail);
  const takings: Taking[] = table.map((line) => ({
    line,
    why: 'is one of many lines that differ by their numbers',
  }));
  for (const line of tail.slice(0, tail.length - table.length).toReversed()) {
    const why = whyLoose(line, page, title);
    if (why === undefined) break;
    takings.push({ line, why });
  }
  return takings;
}

/**
 * What hangs on an article at its edges: in front and behind a line that is nothing but a credit, and behind the
 * last sentence links, labels, the headline again and what the story has said before. Other pages may be made of such
 * lines.
 */
export const dropLooseEnds: Pass = (page) => {
  if (!page.isArticle) return [];
  const { front, tail } = edgesOf(page);
  if (front.length === 0 && tail.length === 0) return [];
  return [
    ...front
      .filter((line) => isCredit(line, page) && !isNameless(line, page))
      .map((line) => ({ line, why: whyCredit })),
    ...looseTail(tail, page),
  ];
};
