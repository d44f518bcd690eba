import { setTimeout as sleep } from 'node:timers/promises';
import { stages } from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';

/** New articles that may wait for a stage while older ones are worked on. */
const mostWaiting = 16;
/** How often it is looked whether they still wait, milliseconds. */
const lookEveryMs = 500;
/**
 * New articles that do not become fewer for so long are not waited for: nobody works on them, or as many come
 * as go. Milliseconds.
 */
const patienceMs = 30_000;

/** New messages that wait for the stages behind the fetcher. */
async function waitingFor(bus: Pick<Bus, 'lag'>): Promise<number> {
  let waiting = 0;
  for (const stage of stages) {
    if (!('from' in stage)) continue;
    for (const { topic, messages } of await bus.lag(stage.group))
      if (topic === stage.from.name) waiting += messages;
  }
  return waiting;
}

/**
 * Waits while new articles wait for clean, enrich or index, as long as they become fewer; `tell` is told how
 * many they are.
 */
export async function giveWay(
  { bus, now }: { readonly bus: Pick<Bus, 'lag'>; readonly now: () => number },
  signal: AbortSignal,
  tell: (waiting: number) => void = () => undefined,
): Promise<void> {
  let fewest = Number.POSITIVE_INFINITY;
  let since = now();
  while (!signal.aborted) {
    const waiting = await waitingFor(bus);
    if (waiting <= mostWaiting) return;
    if (waiting < fewest) [fewest, since] = [waiting, now()];
    else if (now() - since >= patienceMs) return;
    tell(waiting);
    await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
}
