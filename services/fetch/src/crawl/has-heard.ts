import { setTimeout as sleep } from 'node:timers/promises';
import { ledgerGroup } from '@newsmill/contracts';
import type { CrawlPorts } from './crawl-ports.ts';

const pauseMs = 200;

/**
 * Whether the ledger has heard of everything that was said before `since` (epoch milliseconds): its group has
 * acknowledged all older messages. Waits up to `patienceMs` for it, since it is seldom more than a moment
 * behind; throws when `signal` says that the process ends, since the ledger may have ended already.
 */
export async function hasHeard(
  { bus, now }: Pick<CrawlPorts, 'bus' | 'now'>,
  since: number,
  { patienceMs, signal }: { readonly patienceMs: number; readonly signal: AbortSignal },
): Promise<boolean> {
  const until = now() + patienceMs;
  for (;;) {
    const asked = now();
    const behind = (await bus.lag(ledgerGroup)).filter(({ messages }) => messages > 0);
    // A message without a time may be of any.
    if (behind.every(({ ageMs }) => ageMs > 0 && asked - ageMs >= since)) return true;
    if (now() >= until) return false;
    await sleep(pauseMs, undefined, { signal });
  }
}
