import type { TopicLag } from '@newsmill/bus';
import { pageFetched } from '@newsmill/contracts';
import type { CrawlPorts } from './crawl-ports.ts';
import { pause } from './pause.ts';

/**
 * Which pages are asked for: all; those of sources that take little, while more waits than is worked off soon;
 * none.
 */
type Level = 'open' | 'light' | 'closed';

/**
 * A page should not wait longer than this for its turn, milliseconds; fewer pages than these keep every thread busy.
 */
const [mostWaitMs, fewPages] = [2_000, 32];

/** How much is asked for while so many pages wait, the oldest of them for so long. */
export function levelOf(
  { messages, ageMs }: Pick<TopicLag, 'messages' | 'ageMs'>,
  maxQueuedPages: number,
): Level {
  if (messages >= 2 * maxQueuedPages) return 'closed';
  const isLate = messages >= fewPages && ageMs >= mostWaitMs;
  return messages >= maxQueuedPages || isLate ? 'light' : 'open';
}

/** Asks for no more pages than the stages behind can work off. */
export class Intake {
  #level: Level = 'open';

  get level(): Level {
    return this.#level;
  }

  async watch(
    ports: Pick<CrawlPorts, 'bus' | 'metrics' | 'nextGroup' | 'maxQueuedPages'>,
    signal: AbortSignal,
  ): Promise<void> {
    while (!signal.aborted) {
      const began = performance.now();
      const lag = await ports.bus.lag(ports.nextGroup).catch(() => []);
      const queued = lag.find(({ topic }) => topic === pageFetched.name);
      this.#level = queued === undefined ? 'open' : levelOf(queued, ports.maxQueuedPages);
      for (const topic of lag)
        ports.metrics.lag.set({ group: ports.nextGroup, topic: topic.topic }, topic.messages);
      // Asking must stay cheap beside working, however far away the bus is.
      await pause(Math.max(200, 10 * (performance.now() - began)), signal);
    }
  }
}
