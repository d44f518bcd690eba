import type { Expectation } from './expectation.ts';

/** What the judge needs to know of a document in the library. */
export interface JudgedDocument {
  readonly id: string;
  readonly url: string;
  /** All addresses seen. */
  readonly urls?: readonly string[];
  readonly title: string;
  readonly content: string;
  readonly published?: string;
  readonly language?: string;
  readonly duplicateOf?: string;
  readonly familyId?: string;
}

/** The fate of one address, as the ledger tells it. */
export interface JudgedFate {
  readonly fate: string;
  readonly reason?: string;
}

/** Something that a document or the ledger says, and what it should say. */
export interface Mistake {
  readonly url: string;
  readonly field: 'title' | 'published' | 'language' | 'token' | 'old-token' | 'fate' | 'reason';
  readonly expected: string;
  readonly found: string;
}

export interface Verdict {
  /** Addresses of articles that should be in the library and are not. */
  readonly lost: readonly string[];
  /** Addresses that have more than one document. */
  readonly doubled: readonly string[];
  readonly wrong: readonly Mistake[];
  /** Addresses of documents that nothing asked for: copies of a print page, a denied page, a PDF. */
  readonly unexpected: readonly string[];
  /** Addresses of copies that are indexed but linked neither to their original nor to its family. */
  readonly unlinked: readonly string[];
  /** Listed addresses of which the ledger knows nothing. */
  readonly fateless: readonly string[];
  /** Number of articles that came out right in everything. */
  readonly right: number;
}

/** The verdict on documents of which nothing is missing, there twice, or other than expected. */
export const unharmed = { lost: [], doubled: [], wrong: [], unexpected: [], unlinked: [], fateless: [] };

function addressesOf(expectation: Expectation): string[] {
  return [expectation.url, expectation.finalUrl, ...expectation.alsoAs];
}

/**
 * A print version may give its text to the article that it belongs to, so it answers for the same document.
 */
function claimsOf(
  expectations: readonly Expectation[],
  key: (url: string) => string,
): Map<string, Expectation> {
  const claims = new Map<string, Expectation>();
  const indexed = expectations.filter(({ fate }) => fate === 'indexed');
  for (const expectation of indexed)
    for (const url of addressesOf(expectation)) claims.set(key(url), expectation);
  for (const expectation of expectations.filter(({ fate }) => fate === 'duplicate')) {
    const original = claims.get(key(expectation.duplicateOf ?? ''));
    if (original !== undefined) for (const url of addressesOf(expectation)) claims.set(key(url), original);
  }
  return claims;
}

/**
 * Time zones may move a date by some hours where a page prints no offset; a day is the least that a reader
 * must rely on.
 */
function isSameDay(expected: string, found: string | undefined): boolean {
  return found !== undefined && Math.abs(Date.parse(found) - Date.parse(expected)) < 86_400_000;
}

function isSameLanguage(expected: string, found: string | undefined): boolean {
  return found === expected || (found ?? '').startsWith(`${expected}-`);
}

function mistakesOf(expectation: Expectation, document: JudgedDocument): Mistake[] {
  const { url, title, published, language, token, oldToken } = expectation;
  const mistakes: Mistake[] = [];
  if (document.title.trim() !== title)
    mistakes.push({ url, field: 'title', expected: title, found: document.title });
  if (!isSameDay(published, document.published))
    mistakes.push({ url, field: 'published', expected: published, found: document.published ?? '' });
  if (!isSameLanguage(language, document.language))
    mistakes.push({ url, field: 'language', expected: language, found: document.language ?? '' });
  if (!document.content.includes(token))
    mistakes.push({ url, field: 'token', expected: token, found: document.content.slice(0, 200) });
  if (oldToken !== undefined && document.content.includes(oldToken))
    mistakes.push({ url, field: 'old-token', expected: token, found: oldToken });
  return mistakes;
}

function fateMistakes(expectation: Expectation, found: JudgedFate, hasPrint: boolean): Mistake[] {
  const { url, fate, reason } = expectation;
  // Whichever of a print version and its article comes first is indexed; that there is one document is judged
  // apart.
  const isEither = fate === 'duplicate' || (fate === 'indexed' && hasPrint);
  const isRight =
    found.fate === fate || (isEither && (found.fate === 'indexed' || found.fate === 'duplicate'));
  if (!isRight)
    return [
      {
        url,
        field: 'fate',
        expected: fate,
        found: found.reason === undefined ? found.fate : `${found.fate} (${found.reason})`,
      },
    ];
  return reason === undefined || found.reason === reason
    ? []
    : [{ url, field: 'reason', expected: reason, found: found.reason ?? '' }];
}

function isLinked(copy: JudgedDocument, original: JudgedDocument): boolean {
  const isSameFamily = copy.familyId !== undefined && copy.familyId === original.familyId;
  return (
    copy.duplicateOf === original.id ||
    original.duplicateOf === copy.id ||
    isSameFamily ||
    (copy.duplicateOf !== undefined && copy.duplicateOf === original.duplicateOf)
  );
}

function unlinkedCopies(
  expectations: readonly Expectation[],
  documentOf: (url: string) => JudgedDocument | undefined,
): string[] {
  return expectations
    .filter(({ url, fate, duplicateOf }) => {
      if (fate !== 'indexed' || duplicateOf === undefined) return false;
      const copy = documentOf(url);
      const original = documentOf(duplicateOf);
      return copy !== undefined && original !== undefined && copy !== original && !isLinked(copy, original);
    })
    .map(({ url }) => url);
}

/**
 * Compares what a mill ended with to what it should have ended with. Pure. `fates` is by listed address;
 * without it fates are not judged. `key` brings addresses to their canonical form.
 */
export function judge(
  expectations: readonly Expectation[],
  documents: readonly JudgedDocument[],
  fates?: ReadonlyMap<string, JudgedFate>,
  key: (url: string) => string = (url) => url,
): Verdict {
  const claims = claimsOf(expectations, key);
  const found = new Map<Expectation, JudgedDocument[]>();
  const unexpected: string[] = [];
  for (const document of documents) {
    const expectation = [document.url, ...(document.urls ?? [])]
      .map((url) => claims.get(key(url)))
      .find((claim) => claim !== undefined);
    if (expectation === undefined) unexpected.push(document.url);
    else found.set(expectation, [...(found.get(expectation) ?? []), document]);
  }
  const wanted = expectations.filter(({ fate }) => fate === 'indexed');
  const documentOf = (url: string): JudgedDocument | undefined => {
    const claim = claims.get(key(url));
    return claim === undefined ? undefined : found.get(claim)?.[0];
  };
  const wrong = wanted.flatMap((expectation) =>
    (found.get(expectation) ?? []).flatMap((document) => mistakesOf(expectation, document)),
  );
  const known = expectations.map((expectation) => ({ expectation, fate: fates?.get(expectation.url) }));
  const printed = new Set(
    expectations.filter(({ fate }) => fate === 'duplicate').map(({ duplicateOf }) => duplicateOf),
  );
  for (const { expectation, fate } of known)
    if (fate !== undefined) wrong.push(...fateMistakes(expectation, fate, printed.has(expectation.url)));
  const lost = wanted.filter((expectation) => !found.has(expectation)).map(({ url }) => url);
  const doubled = wanted
    .filter((expectation) => (found.get(expectation)?.length ?? 0) > 1)
    .map(({ url }) => url);
  const unlinked = unlinkedCopies(expectations, documentOf);
  const bad = new Set([...lost, ...doubled, ...unlinked, ...wrong.map(({ url }) => url)]);
  const fateless =
    fates === undefined
      ? []
      : known.filter(({ fate }) => fate === undefined).map(({ expectation }) => expectation.url);
  return {
    lost,
    doubled,
    wrong,
    unexpected,
    unlinked,
    fateless,
    right: wanted.filter(({ url }) => !bad.has(url)).length,
  };
}
