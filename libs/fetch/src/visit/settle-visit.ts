import type {
  FetchItem,
  FetchSettlement,
  FrontierItem,
  HttpAnswer,
  Moment,
  Settlement,
} from '@newsmill/contracts';
import { readRetryAfter } from '../poll/read-retry-after.ts';

const hour = 3_600_000;

/** Longest wait that a Retry-After is believed. */
const longestRetryAfter = 24 * hour;

/** The settlement of an item after a visit; `data` replaces what is given of the old one. */
export function settle(item: FetchItem, moment: Moment, changes: Partial<FetchSettlement>): FetchSettlement {
  return {
    key: item.key,
    dueAt: null,
    attempt: 0,
    fetchedAt: item.fetchedAt,
    hostFreeAt: moment.now + moment.delayMs,
    ...changes,
    data: { ...item.data, ...changes.data },
  };
}

/** Settlements that make items due now and leave the rest of them as it is; of a claimed item it ends the claim. */
export function dueNow(items: readonly FrontierItem[], now: number): Settlement[] {
  return items.map(({ key, attempt, fetchedAt, data }) => ({
    key,
    dueAt: now,
    attempt,
    fetchedAt,
    data,
    hostFreeAt: now,
  }));
}

/**
 * How long an answer 429 or 503 asks to wait, milliseconds; undefined for other answers. A 429 that names no
 * time asks for a minute.
 */
export function askedToWait(answer: Pick<HttpAnswer, 'status' | 'headers'>, now: number): number | undefined {
  if (answer.status !== 429 && answer.status !== 503) return undefined;
  const named = readRetryAfter(answer.headers['retry-after'], now);
  if (named !== undefined) return Math.min(Math.max(named, 0), longestRetryAfter);
  return answer.status === 429 ? 60_000 : undefined;
}

/** The entry of the state that says until when all hosts of a domain wait, epoch milliseconds. */
export function pauseKey(domain: string): string {
  return `pause:${domain}`;
}
