import type { FetchItem, ItemMemory } from '@newsmill/contracts';

const hour = 3_600_000;
/** A whole answer is asked for so often, more or less, whatever the validators say. */
const wholeEveryMs = 24 * hour;
/** Answers 304 in a row that are believed at most. */
const mostUnchanged = 96;
/** An entry that is older than the last 304 by so much was there when it said that nothing has changed. */
const surelyBeforeMs = 3 * hour;
/** So long the validators of a host are not used any more. */
const doubtMs = 7 * 24 * hour;
/** A permanent redirect that has been so for so long is taken at its word. */
const movedForMs = 7 * 24 * hour;

/** In [0, 1), another for each channel, and always the same: what is due daily is not due at once. */
function shareOf(key: string): number {
  const digits = /[0-9a-f]{6}$/.exec(key)?.[0];
  return digits === undefined ? 0.5 : Number.parseInt(digits, 16) / 0x1000000;
}

/**
 * Whether a channel is asked for a whole answer, without validators: about once a day, and after many answers
 * that said that nothing has changed. A server whose ETag or Last-Modified lies would starve it otherwise.
 */
export function isWholeDue({ key, data }: Pick<FetchItem, 'key' | 'data'>, now: number): boolean {
  if ((data.unchanged ?? 0) >= mostUnchanged) return true;
  return data.wholeAt !== undefined && now - data.wholeAt >= wholeEveryMs * (0.75 + shareOf(key) / 2);
}

/** What is remembered of whole answers: after one, and after an answer that said that nothing has changed. */
export function wholeMemory(
  { wholeAt, unchanged }: Pick<ItemMemory, 'wholeAt' | 'unchanged'>,
  status: number,
  now: number,
): Pick<ItemMemory, 'wholeAt' | 'unchanged'> {
  return status === 304
    ? { wholeAt: wholeAt ?? now, unchanged: (unchanged ?? 0) + 1 }
    : { wholeAt: now, unchanged: 0 };
}

/** What a whole answer with new entries is compared with. */
export interface WholeAnswer {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** Dates of the new entries, epoch milliseconds. */
  readonly newDates: readonly number[];
}

/**
 * Whether a whole answer with new entries proves that an answer 304 before it was none: its validators are
 * still those for which the server says that nothing has changed, or new entries are older than the last 304
 * by hours.
 */
export function provesLie(
  { key, data }: Pick<FetchItem, 'key' | 'data'>,
  { etag, lastModified, newDates }: WholeAnswer,
  now: number,
): boolean {
  if ((data.unchanged ?? 0) === 0) return false;
  const isSame =
    data.etag === undefined
      ? data.lastModified !== undefined && lastModified === data.lastModified
      : etag === data.etag;
  if (isSame) return true;
  const told = data.lastStatus === 304 && isWholeDue({ key, data }, now) ? data.lastSuccessAt : undefined;
  return told !== undefined && newDates.some((date) => date < told - surelyBeforeMs);
}

/** The entry of the state that says that the validators of a host lie. */
export function lieKey(host: string): string {
  return `validators-lie:${host}`;
}

/** The same, to be written: it is forgotten after a week, so that a mended server is believed again. */
export function rememberLie(
  host: string,
  now: number,
): { readonly key: string; readonly value: string; readonly expiresAt: number } {
  return { key: lieKey(host), value: String(now), expiresAt: now + doubtMs };
}

/**
 * The address to ask for an item: that of the source file; where it has redirected elsewhere for good for a
 * week, that other one, unless it failed there or a whole answer is due, which looks whether it still does.
 */
export function addressToAsk(
  { key, kind, url, attempt, data }: Pick<FetchItem, 'key' | 'kind' | 'url' | 'attempt' | 'data'>,
  now: number,
): string {
  const { movedTo, movedSince } = data;
  const isMoved =
    kind === 'channel' && movedTo !== undefined && movedSince !== undefined && now - movedSince >= movedForMs;
  return isMoved && attempt === 0 && !isWholeDue({ key, data }, now) ? movedTo : url;
}

/** What is remembered of a permanent redirect after an answer: the first address that was asked is `asked`. */
export function movedMemory(
  { movedTo, movedSince }: Pick<ItemMemory, 'movedTo' | 'movedSince'>,
  {
    asked,
    now,
    answered,
  }: { readonly asked: string; readonly answered: string | undefined; readonly now: number },
): Pick<ItemMemory, 'movedTo' | 'movedSince'> {
  if (asked === movedTo) return { movedTo: answered ?? movedTo, movedSince };
  return answered === undefined
    ? { movedTo: undefined, movedSince: undefined }
    : { movedTo: answered, movedSince: answered === movedTo ? movedSince : now };
}
