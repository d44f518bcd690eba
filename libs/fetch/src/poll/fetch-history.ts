import { ChannelFetch, readJson } from '@newsmill/contracts';
import { z } from 'zod';

const History = z.array(ChannelFetch);
/** Polls that are kept of a channel. */
const mostKept = 50;
/** Characters of what is kept of an error. */
const longestError = 200;
/** A channel that is polled no more is forgotten after so long. */
const keptMs = 90 * 86_400_000;

/** The entry of the state with the last polls of a channel; `key`: that of its item in the frontier. */
export function fetchHistoryKey(key: string): string {
  return `fetches:${key}`;
}

/** Polls of a channel, the newest first. What cannot be read is none. */
export function readFetchHistory(kept: string | undefined): readonly ChannelFetch[] {
  return readJson(History, kept) ?? [];
}

/** The entry of the state with one poll more. */
export function rememberFetch(
  key: string,
  kept: string | undefined,
  fetch: ChannelFetch,
): { readonly key: string; readonly value: string; readonly expiresAt: number } {
  const { error } = fetch;
  const last = error === undefined ? fetch : { ...fetch, error: error.slice(0, longestError) };
  const fetches = [last, ...readFetchHistory(kept)].slice(0, mostKept);
  return { key: fetchHistoryKey(key), value: JSON.stringify(fetches), expiresAt: fetch.at + keptMs };
}
