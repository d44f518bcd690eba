import { setTimeout as sleep } from 'node:timers/promises';
import { pipeline } from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';

/** Who reads a topic: a stage, or another group. */
interface ReadingStage {
  readonly group: string;
  readonly from: { readonly name: string };
}

/** New articles that may wait for a stage while older ones are worked on. */
const mostWaiting = 16;
/** How often it is looked whether they still wait, milliseconds. */
const lookEveryMs = 500;
/**
 * New articles that do not become fewer for so long are not waited for: nobody works on them, or as many come
 * as go. Milliseconds.
 */
const patienceMs = 30_000;

/** New messages that wait for stages: those that wait for another try are in nobody's way. */
export async function waitingFor(
  bus: Pick<Bus, 'lag'>,
  waitedFor: readonly ReadingStage[] = [pipeline.clean, pipeline.enrich, pipeline.index],
): Promise<number> {
  const lags = await Promise.all(
    waitedFor.map(async ({ group, from }) =>
      (await bus.lag(group)).filter(({ topic }) => topic === from.name),
    ),
  );
  return lags.flat().reduce((sum, { messages }) => sum + messages, 0);
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
