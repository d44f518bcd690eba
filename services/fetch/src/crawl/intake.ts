import { pageFetched } from '@newsmill/contracts';
import type { CrawlPorts } from './crawl-ports.ts';
import { pause } from './pause.ts';

/**
 * Which pages are asked for: all; those of sources that take little, while more waits than is worked off;
 * none.
 */
type Level = 'open' | 'light' | 'closed';

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
      const queued = lag.reduce(
        (sum, topic) => (topic.topic === pageFetched.name ? sum + topic.messages : sum),
        0,
      );
      this.#level =
        queued < ports.maxQueuedPages ? 'open' : queued < 2 * ports.maxQueuedPages ? 'light' : 'closed';
      for (const topic of lag)
        ports.metrics.lag.set({ group: ports.nextGroup, topic: topic.topic }, topic.messages);
      // Asking must stay cheap beside working, however far away the bus is.
      await pause(Math.max(200, 10 * (performance.now() - began)), signal);
    }
  }
}
