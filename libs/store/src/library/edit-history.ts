import type { ArticleDocument, ArticleEdit, ArticleVersion } from '@newsmill/contracts';
import { judgeEdit } from '@newsmill/text';

/** Earlier versions of one article that are kept at most: its first, and the newest of the others. */
export const mostVersions = 64;
/** Characters of them at most. */
const mostCharacters = 2_000_000;

/** Earlier versions of one article, the oldest first. */
export type EditHistory = readonly ArticleVersion[];

/** What is asked of an earlier version to write its article. */
export type EndedVersion = Pick<ArticleVersion, 'version' | 'until' | 'classes' | 'gone'>;

/** Flags that say how much of a page could be read, and how. */
const readingFlags = ['truncated', 'from-feed-entry', 'quarantined', 'characters-lost'];

/**
 * How the text of a document came to be: by which pipeline, and how much of the page it could read. What differs
 * between two that were made otherwise may be of our own, so it is no edit.
 */
function makingOf({ ingest, paywalled, flags }: ArticleDocument): string {
  const read = readingFlags.filter((flag) => flags.includes(flag));
  return [ingest.pipelineVersion, ...(paywalled ? ['paywalled'] : []), ...read].join(' ');
}

type Reading = Pick<ArticleVersion, 'title' | 'content' | 'language' | 'made' | 'rawSha256'>;

function readingOf(document: ArticleDocument): Reading {
  const { title, content, language, ingest } = document;
  return { title, content, language, made: makingOf(document), rawSha256: ingest.rawSha256 };
}

function isComparable(one: Reading, other: Reading): boolean {
  return one.made === other.made;
}

/** What ends the version before, by the one after; the same page is none, however it was read. */
function endedBy(before: Reading, after: Reading): Pick<ArticleVersion, 'classes' | 'gone'> | undefined {
  const isSamePage = before.rawSha256 !== undefined && before.rawSha256 === after.rawSha256;
  const edit = isComparable(before, after) && !isSamePage ? judgeEdit(before, after) : undefined;
  return edit === undefined ? undefined : { classes: [...edit.classes], gone: [...edit.gone] };
}

/**
 * The history with a version that is older than the current one: kept where a reader reads something else in
 * the version that followed it, at its place in time, whenever it arrives. The same history where there is nothing
 * to keep. Pure.
 */
export function withVersion(
  history: EditHistory,
  older: ArticleDocument,
  current: ArticleDocument,
): EditHistory {
  const { version } = older;
  if (version >= current.version || history.some((kept) => kept.version === version)) return history;
  const earlier = history.filter((kept) => kept.version < version);
  const later = history.filter((kept) => kept.version > version && kept.version < current.version);
  const before = earlier.at(-1);
  const reading = readingOf(older);
  const following = later[0] ?? readingOf(current);
  // What the one before became by then is known, but for a version that comes late.
  const begun =
    before === undefined || before.until <= version ? undefined : { before, edit: endedBy(before, reading) };
  if (begun !== undefined && begun.edit === undefined && isComparable(reading, begun.before)) return history;
  const ended = endedBy(reading, following);
  const others = begun?.edit === undefined ? earlier : earlier.slice(0, -1);
  if (ended === undefined) {
    if (begun?.edit === undefined || !isComparable(reading, following)) return history;
    return [...others, { ...begun.before, until: version }, ...later];
  }
  const { id, title, subtitle, content, language, authors, published, modified } = older;
  const kept: ArticleVersion = {
    id,
    version,
    until: begun?.before.until ?? later[0]?.version ?? current.version,
    title,
    subtitle,
    content,
    language,
    authors,
    published,
    modified,
    ...ended,
    made: reading.made,
    rawSha256: reading.rawSha256,
  };
  const ending = begun?.edit === undefined ? [] : [{ ...begun.before, ...begun.edit, until: version }];
  return bounded([...others, ...ending, kept, ...later]);
}

/** The history with versions as they were kept once, such as by a backup. Pure. */
export function withKept(history: EditHistory, versions: readonly ArticleVersion[]): EditHistory {
  const known = new Set(history.map(({ version }) => version));
  const fresh = versions.filter(({ version }) => !known.has(version));
  if (fresh.length === 0) return history;
  return bounded([...history, ...fresh].toSorted((a, b) => a.version - b.version));
}

function sizeOf({ title, content, gone }: ArticleVersion): number {
  return title.length + content.length + gone.reduce((sum, text) => sum + text.length, 0);
}

/** Leaves out what is too much, from the second on: how it was at first is asked for most. */
function bounded(history: EditHistory): EditHistory {
  let size = history.reduce((sum, version) => sum + sizeOf(version), 0);
  let over = 0;
  while (history.length - over > mostVersions || (size > mostCharacters && history.length - over > 1)) {
    const left = history[over + 1];
    if (left === undefined) break;
    size -= sizeOf(left);
    over += 1;
  }
  return over === 0 ? history : [...history.slice(0, 1), ...history.slice(over + 1)];
}

/** What an article says of its edits, and its index of what earlier versions said. */
export interface Edited {
  /** undefined: there were none. */
  readonly edits: ArticleEdit[] | undefined;
  /** What later versions no longer say; empty where there is nothing. */
  readonly gone: string;
}

/** Parts what was gone in different places: no phrase goes over it. A character of no script. */
const parting = ' \ue000 ';

/** What an article in its version says by its history. */
export function editedBy(history: readonly EndedVersion[], version: number): Edited {
  const ended = history.filter((kept) => kept.version < version);
  return {
    edits:
      ended.length === 0
        ? undefined
        : ended.map(({ until, classes }) => ({ at: new Date(until).toISOString(), classes })),
    gone: history.flatMap(({ gone }) => gone).join(parting),
  };
}
