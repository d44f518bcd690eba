import type { SiteSighting } from './source/site-sighting.ts';

/**
 * What a stage answers. Throwing is the fourth answer: the world is broken, again may help.
 * The closed lists of reasons live here and are documented in docs/reasons.md (a test compares both).
 */

/** Expected, not for us: the ledger keeps the reason, nothing is published. */
export const dropReasons = {
  'not-article-index': 'The page lists other pages; it is not an article.',
  'not-article-gallery': 'The page is mainly pictures.',
  'not-article-video': 'The page is mainly a video.',
  'not-article-error': 'The page says that something was not found or failed, although it answered 200.',
  'not-article-login': 'The page asks for a login.',
  'not-article-consent': 'The page asks for consent before it shows anything.',
  'not-article-challenge':
    'A guard against robots (Cloudflare, DataDome, Akamai ...) answered in the place of the page.',
  'not-article-javascript': 'The page shows nothing unless its scripts run.',
  'not-article-redirect': 'The page only leads to another one, in a way that is not followed.',
  'not-article-parked': 'The name of the site is parked or for sale.',
  'not-article-other': 'The page has content, but no article (forum, product, listing).',
  'not-article-empty': 'The page has no text.',
  'not-html': 'The answer is not a web page (PDF, image, audio).',
  'denied-by-robots': 'robots.txt does not allow this address.',
  'denied-by-page': 'The page or its headers say noindex or none.',
  gone: 'The publisher answered 404 or 410.',
  'duplicate-of': 'Another address leads to the same article.',
  'archived-unusable':
    'The archived answer is not a page: its status is not 200, or the record is cut off, broken or too large.',
  'taken-down': 'The article was taken down; newsmill takedown --lift allows it again.',
  discarded: 'Somebody discarded its dead letter; the detail says who and why.',
  expired:
    'The retention time of the article is over (retention in its source file, NEWSMILL_RETENTION), or the time that its publisher set (unavailable_after).',
  'no-source': 'The source is no longer configured.',
  'left-out': 'A rule of its source file leaves it out (include, exclude); the detail names the rule.',
  'broken-layout':
    'The layout of its source is broken, so the article of an earlier visit stays (see States of sources).',
  'no-entry-text':
    'The article is made of its feed entry alone (feedOnly, or an entry that names no page), and there is no text of it that may be used; the detail says why.',
} as const;
export type DropReason = keyof typeof dropReasons;

/**
 * Why an entry of a channel becomes no item: there is no address by which it could be known. They are counted
 * with the channel.
 */
export const entryFaults = {
  'no-web-address':
    'The link of the entry is no address of the web (file:, javascript:, mailto:, data: and the like).',
  'bad-link': 'The link of the entry cannot be read as an address, or is longer than 4,096 characters.',
  'no-link-no-text': 'The entry names no page, and carries no text of which an article could be made.',
} as const;
export type EntryFault = keyof typeof entryFaults;

/**
 * What a refused page means for the article that an earlier visit of the same address brought into the
 * library. `at-once`: its publisher says so himself. `confirmed`: it leaves when a later visit says the same
 * (ADR 10). Every other reason may be a bad rendering (a login, a consent, a challenge, a page that only
 * scripts fill):
 * the article stays.
 */
export const withdrawals: Readonly<Partial<Record<string, 'at-once' | 'confirmed'>>> = {
  'denied-by-page': 'at-once',
  'not-article-error': 'confirmed',
  'not-article-index': 'confirmed',
  'not-html': 'confirmed',
  'duplicate-of': 'confirmed',
} satisfies Partial<Record<DropReason, 'at-once' | 'confirmed'>>;

/** The input is broken, again would not help: dead letters, with the original bytes. */
export const rejectReasons = {
  'bad-message': 'The message does not fit its schema, or is not as it was written.',
  'future-schema': 'The message was written by a newer major version.',
  'bad-page': 'The page cannot be read.',
  'body-missing': 'The archived page that the message refers to is not there, or is damaged.',
  'budget-exceeded': 'Reading the page took more CPU time than its budget, or more memory than a thread has.',
  'bad-extension':
    'What an extension sent back cannot be used; the detail names the extension and what to change. The article went on without its facts; a replay sends it to the extension again.',
  'source-braked':
    'Page after page of its source took too much time, so this one was not read; it has waited several times.',
  'bad-document': 'The library refused the document.',
  'version-conflict':
    'The library has another text for the same version of this article; the detail names both content hashes.',
  'address-blocked': 'The address is private or otherwise not allowed.',
  'too-large': 'The answer, or what was made of it, is larger than the limit.',
  'too-many-redirects': 'The address redirects in a loop or too often.',
  'bad-address': 'The address cannot be parsed or has a scheme other than http and https.',
  'bad-answer': 'The server answered with a status that a retry will not change.',
  'tries-exhausted': 'Every try failed; the last error is in the dead letter.',
} as const;
export type RejectReason = keyof typeof rejectReasons;

/** Something that the state keeps for a while, for the look-ups of others. */
export interface Remembered {
  readonly key: string;
  readonly value: string;
  readonly ttlMs: number;
}

/**
 * What came with an input that was accepted and cannot be used: it becomes a dead letter, whose replay goes to
 * `topic`, with `headers` besides its own.
 */
export interface Complaint {
  readonly reason: RejectReason;
  readonly detail: string;
  readonly topic: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * `seen`: what the memories of sites are told of it; `remember`: what the state keeps; `detail`: what the
 * ledger says of it.
 */
export type Accepted<T> = {
  readonly kind: 'accept';
  readonly value: T;
  readonly seen?: readonly SiteSighting[];
  readonly remember?: readonly Remembered[];
  readonly detail?: string;
  readonly complaint?: Complaint;
};
export type Dropped = {
  readonly kind: 'drop';
  readonly reason: DropReason;
  readonly articleId?: string;
  readonly detail?: string;
};
export type Rejected = { readonly kind: 'reject'; readonly reason: RejectReason; readonly detail?: string };
export type Outcome<T> = Accepted<T> | Dropped | Rejected;

/** Here is the next message; `seen`: what the memory of the site is told of it. */
export function accept<T>(value: T, seen?: SiteSighting): Accepted<T> {
  return seen === undefined ? { kind: 'accept', value } : { kind: 'accept', value, seen: [seen] };
}

/** Expected, not for us. `articleId` names the article that this item leads to, where there is one. */
export function drop(reason: DropReason, articleId?: string): Dropped {
  return articleId === undefined ? { kind: 'drop', reason } : { kind: 'drop', reason, articleId };
}

/** A rule of its source file does not want it. */
export function leaveOut(rule: string): Dropped {
  return { kind: 'drop', reason: 'left-out', detail: rule };
}

/** The input is broken; `detail` says what was found, for the operator. */
export function reject(reason: RejectReason, detail?: string): Rejected {
  return detail === undefined ? { kind: 'reject', reason } : { kind: 'reject', reason, detail };
}
