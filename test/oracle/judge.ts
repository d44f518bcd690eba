import { urlKey } from '@newsmill/text';
import type { Expectation } from '../newsweb/expectation.ts';
import { standingOf } from './fed-version.ts';

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

/** A dead letter: the address that it is of, and why it lies there. */
export interface JudgedLetter {
  readonly url: string;
  readonly reason: string;
}

/** What a mill ended with. What is absent is not judged. */
export interface JudgedOutcome {
  readonly documents: readonly JudgedDocument[];
  /** By urlKey. */
  readonly fates?: ReadonlyMap<string, JudgedFate>;
  /** Ids that a search for a token finds. */
  readonly seen?: ReadonlyMap<string, ReadonlySet<string>>;
  readonly letters?: readonly JudgedLetter[];
  /** What does not balance by the mill's own audit. */
  readonly problems?: readonly string[];
}

/** Something that a document or the ledger says, and what it should say. */
export interface Mistake {
  readonly url: string;
  readonly field: 'title' | 'published' | 'language' | 'token' | 'fate' | 'reason';
  readonly expected: string;
  readonly found: string;
}

export interface Verdict {
  /** Addresses of articles that should be in the library and are not. */
  readonly lost: readonly string[];
  /** Addresses that have more than one document. */
  readonly doubled: readonly string[];
  /** Addresses of articles whose document has parts of two versions, or of another story. */
  readonly torn: readonly string[];
  /**
   * Addresses of documents that nothing asked for (copies of a print page, a denied page, a PDF), and those of
   * which the ledger knows although no channel told of them.
   */
  readonly phantom: readonly string[];
  /** Addresses of articles of which an older version has won. */
  readonly stale: readonly string[];
  /** Addresses of articles that are in the library and that no search finds, and ids that only a search finds. */
  readonly unseen: readonly string[];
  /** What does not balance by the mill's own audit. */
  readonly unbalanced: readonly string[];
  /** Dead letters of what is no poison, more than one of the same, and poison that has none. */
  readonly wrongDeadLetters: readonly string[];
  /** Addresses of documents that are said to be copies of what tells another story. */
  readonly falseDuplicates: readonly string[];
  readonly wrong: readonly Mistake[];
  /** Addresses of copies that are indexed but linked neither to their original nor to its family. */
  readonly unlinked: readonly string[];
  /** Listed addresses of which the ledger knows nothing. */
  readonly fateless: readonly string[];
  /** Number of articles that came out right in everything. */
  readonly right: number;
}

/** The verdict on documents of which nothing is missing, there twice, or other than expected. */
export const unharmed = {
  lost: [],
  doubled: [],
  torn: [],
  phantom: [],
  stale: [],
  unseen: [],
  unbalanced: [],
  wrongDeadLetters: [],
  falseDuplicates: [],
  wrong: [],
  unlinked: [],
  fateless: [],
} as const satisfies Omit<Verdict, 'right'>;

/** What of a verdict is broken, each with its addresses; empty when all is well. */
export function harmsOf(verdict: Omit<Verdict, 'right'>): readonly string[] {
  return Object.keys(unharmed).flatMap((name) => {
    const found: readonly unknown[] = verdict[name as keyof typeof unharmed]; // the keys of the object itself
    return found.map((one) => `${name}: ${typeof one === 'string' ? one : JSON.stringify(one)}`);
  });
}

const key = (url: string): string => urlKey(url) ?? url;

function addressesOf(expectation: Expectation): string[] {
  return [expectation.url, expectation.finalUrl, ...expectation.alsoAs];
}

/**
 * A print version may give its text to the article that it belongs to, so it answers for the same document.
 */
function claimsOf(expectations: readonly Expectation[]): Map<string, Expectation> {
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
  const { url, title, published, language, token, versions } = expectation;
  const mistakes: Mistake[] = [];
  if (document.title.trim() !== title)
    mistakes.push({ url, field: 'title', expected: title, found: document.title });
  if (!isSameDay(published, document.published))
    mistakes.push({ url, field: 'published', expected: published, found: document.published ?? '' });
  if (!isSameLanguage(language, document.language))
    mistakes.push({ url, field: 'language', expected: language, found: document.language ?? '' });
  if (standingOf(versions, document.content) === 'other')
    mistakes.push({ url, field: 'token', expected: token, found: document.content.slice(0, 200) });
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

/** Words of a text that are tokens of stories. */
function tokensIn(content: string, tokens: ReadonlyMap<string, string>): string[] {
  return content.match(/[a-z0-9]+/g)?.filter((word) => tokens.has(word)) ?? [];
}

/** The story that an article tells: copies tell that of their original. */
function storyOf({ url, duplicateOf }: Expectation): string {
  return key(duplicateOf ?? url);
}

function letterMistakes(
  expectations: readonly Expectation[],
  letters: readonly JudgedLetter[],
): readonly string[] {
  const poison = new Map(
    expectations.filter(({ fate }) => fate === 'dead').map(({ url }) => [key(url), url] as const),
  );
  const counts = new Map<string, number>();
  const strange: string[] = [];
  for (const { url, reason } of letters) {
    const known = key(url);
    counts.set(known, (counts.get(known) ?? 0) + 1);
    if (!poison.has(known)) strange.push(`${url} (${reason}) is no poison`);
  }
  for (const [known, url] of poison) {
    const count = counts.get(known) ?? 0;
    if (count !== 1) strange.push(`${url} has ${count} dead letters`);
  }
  return strange;
}

function unseenOf(
  documents: ReadonlyMap<JudgedDocument, Expectation>,
  ids: ReadonlySet<string>,
  seen: NonNullable<JudgedOutcome['seen']>,
): readonly string[] {
  const unseen: string[] = [];
  for (const [{ id, content }, { url, token }] of documents)
    if (content.includes(token) && seen.get(token)?.has(id) !== true) unseen.push(url);
  for (const [token, found] of seen)
    for (const id of found)
      if (!ids.has(id)) unseen.push(`${id}, which a search for ${token} finds and the library does not have`);
  return unseen;
}

/** Copies of what tells another story, or of what is not there. */
function falseDuplicatesOf(documents: ReadonlyMap<JudgedDocument, Expectation>): readonly string[] {
  const byId = new Map([...documents].map(([document, expectation]) => [document.id, expectation] as const));
  return [...documents].flatMap(([{ duplicateOf }, expectation]) => {
    if (duplicateOf === undefined) return [];
    const original = byId.get(duplicateOf);
    return original !== undefined && storyOf(original) === storyOf(expectation) ? [] : [expectation.url];
  });
}

/**
 * The oracle: compares what a mill ended with to what was fed to it, every version of every article. Pure; what
 * `outcome` does not tell is not judged.
 */
export function judge(expectations: readonly Expectation[], outcome: JudgedOutcome): Verdict {
  const { fates, seen, letters, problems = [] } = outcome;
  const claims = claimsOf(expectations);
  const found = new Map<Expectation, JudgedDocument[]>();
  const claimed = new Map<JudgedDocument, Expectation>();
  const phantom: string[] = [];
  for (const document of outcome.documents) {
    const expectation = [document.url, ...(document.urls ?? [])]
      .map((url) => claims.get(key(url)))
      .find((claim) => claim !== undefined);
    if (expectation === undefined) phantom.push(document.url);
    else {
      found.set(expectation, [...(found.get(expectation) ?? []), document]);
      claimed.set(document, expectation);
    }
  }
  const told = new Set(expectations.flatMap(addressesOf).map(key));
  for (const url of fates?.keys() ?? []) if (!told.has(key(url))) phantom.push(url);
  const wanted = expectations.filter(({ fate }) => fate === 'indexed');
  const documentOf = (url: string): JudgedDocument | undefined => {
    const claim = claims.get(key(url));
    return claim === undefined ? undefined : found.get(claim)?.[0];
  };
  const wrong = [...claimed].flatMap(([document, expectation]) => mistakesOf(expectation, document));
  const known = expectations.map((expectation) => ({ expectation, fate: fates?.get(key(expectation.url)) }));
  const printed = new Set(
    expectations.filter(({ fate }) => fate === 'duplicate').map(({ duplicateOf }) => duplicateOf),
  );
  for (const { expectation, fate } of known)
    if (fate !== undefined) wrong.push(...fateMistakes(expectation, fate, printed.has(expectation.url)));
  const tokens = new Map(
    expectations.flatMap((one) => one.versions.map(({ token }) => [token, storyOf(one)] as const)),
  );
  const isTorn = ([{ content }, one]: readonly [JudgedDocument, Expectation]): boolean =>
    standingOf(one.versions, content) === 'torn' ||
    tokensIn(content, tokens).some((token) => tokens.get(token) !== storyOf(one));
  const torn = [...claimed].filter(isTorn).map(([, { url }]) => url);
  const stale = [...claimed]
    .filter(([{ content }, { versions }]) => standingOf(versions, content) === 'stale')
    .map(([, { url }]) => url);
  const lost = wanted.filter((expectation) => !found.has(expectation)).map(({ url }) => url);
  const doubled = wanted
    .filter((expectation) => (found.get(expectation)?.length ?? 0) > 1)
    .map(({ url }) => url);
  const unlinked = unlinkedCopies(expectations, documentOf);
  const unseen =
    seen === undefined ? [] : unseenOf(claimed, new Set(outcome.documents.map(({ id }) => id)), seen);
  const falseDuplicates = falseDuplicatesOf(claimed);
  const bad = new Set([
    ...lost,
    ...doubled,
    ...torn,
    ...stale,
    ...unseen,
    ...falseDuplicates,
    ...unlinked,
    ...wrong.map(({ url }) => url),
  ]);
  return {
    lost,
    doubled,
    torn,
    phantom,
    stale,
    unseen,
    unbalanced: problems,
    wrongDeadLetters: letters === undefined ? [] : letterMistakes(expectations, letters),
    falseDuplicates,
    wrong,
    unlinked,
    fateless:
      fates === undefined
        ? []
        : known.filter(({ fate }) => fate === undefined).map(({ expectation }) => expectation.url),
    right: wanted.filter(({ url }) => !bad.has(url)).length,
  };
}
