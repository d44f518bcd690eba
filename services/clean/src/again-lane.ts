import { setTimeout as sleep } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import {
  pageFetched,
  writeMessage,
  type Accepted,
  type CleanArticle,
  type FetchedPage,
  type Known,
} from '@newsmill/contracts';
import { giveWay, publishDurably, type ProcessPorts, type StagePorts } from '@newsmill/runtime';
import { Lifecycle, PROCESS } from '@newsmill/runtime/nest';
import { DriftPages } from './drift-pages.ts';
import { YoungSites } from './young-sites.ts';

/** Pages that wait for their turn at most; of more, the first articles stay as they are. */
const mostWaiting = 2_000;
/** How often it is looked whether there is something to do, milliseconds. */
const lookEveryMs = 500;

type LanePorts = Pick<StagePorts, 'bus' | 'health' | 'note' | 'now' | 'metrics'>;

/** Hands a page to the clean stage once more; its bytes are in the archive. */
async function handOn(page: FetchedPage, ports: LanePorts, signal: AbortSignal): Promise<void> {
  const { item: key } = page;
  const wire = writeMessage(pageFetched, page, { key, source: 'clean', time: ports.now() });
  await publishDurably([{ topic: pageFetched.name, ...wire }], ports, () => signal.aborted);
}

/**
 * The lane in which pages are cleaned again, behind all that is new: the first of a site (where sites are
 * remembered, NEWSMILL_SITE_MEMORY), those that came before an alarm of their source, and those that were held
 * back. What waits is in the memory of this process: when that ends, the articles stay as they are.
 */
@Injectable()
export class AgainLane implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #ports: LanePorts;
  readonly #lifecycle: Lifecycle;
  readonly #sites: YoungSites | undefined;
  readonly #drift = new DriftPages();
  readonly #waiting: FetchedPage[] = [];
  #loop: Promise<void> | undefined;

  constructor(@Inject(PROCESS) ports: ProcessPorts, @Inject(Lifecycle) lifecycle: Lifecycle) {
    this.#ports = ports;
    this.#lifecycle = lifecycle;
    this.#sites = ports.settings.siteMemory ? new YoungSites() : undefined;
  }

  /** Told of each page that was cleaned, what came of it, and what was known of its site. */
  tell(page: FetchedPage, cleaned: Accepted<CleanArticle>, known: Known): void {
    const { metrics, note } = this.#ports;
    const { value: article, remember = [] } = cleaned;
    const change = this.#drift.tell(page, article, known, remember);
    const { sourceId: source } = page;
    if (article.flags.includes('quarantined')) metrics.quarantined.inc({ source });
    if (change.turn === 'drifting') note('source.drifting', { source, site: change.site, says: change.says });
    if (change.turn === 'steady') note('source.steady', { source, site: change.site });
    const again = [...(this.#sites?.tell(page, cleaned, known) ?? []), ...change.again];
    if (this.#waiting.length + again.length <= mostWaiting) this.#waiting.push(...again);
  }

  onApplicationBootstrap(): void {
    void this.#lifecycle.whenReady(() => {
      this.#loop = this.#handOnAll(this.#lifecycle.halt);
    });
  }

  async #handOnAll(halt: AbortSignal): Promise<void> {
    const pause = () => sleep(lookEveryMs, undefined, { signal: halt }).catch(() => undefined);
    // A bus that is away for a while is told of by the step itself.
    while (!halt.aborted) await this.#step(halt, pause).catch(pause);
  }

  async #step(halt: AbortSignal, pause: () => Promise<unknown>): Promise<unknown> {
    const [page] = this.#waiting;
    if (page === undefined) return pause();
    await giveWay(this.#ports, halt);
    if (halt.aborted) return undefined;
    await handOn(page, this.#ports, halt);
    return this.#waiting.shift();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#lifecycle.end();
    await this.#loop;
  }
}
