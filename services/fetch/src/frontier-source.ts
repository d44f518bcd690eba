import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { pipeline, type ChannelPush, type FetchItem } from '@newsmill/contracts';
import { productToken } from '@newsmill/fetch';
import { createHttpClient, type HttpClient } from '@newsmill/http';
import type { ReadingThread } from '@newsmill/reading';
import { SourceUsage, type ProcessPorts } from '@newsmill/runtime';
import { Lifecycle, PROCESS } from '@newsmill/runtime/nest';
import { READING, SECRETS, SOURCE_FOLDER, tellProblems } from '@newsmill/service';
import { formsOf, ownServers, quotaOfMill, runsAlone } from '@newsmill/settings';
import type { Secrets, SourceFolder } from '@newsmill/source-files';
import { createBackfill } from './backfill/create-backfill.ts';
import { runCrawl, type RunningCrawl } from './crawl/run-crawl.ts';
import { HubFollower } from './hubs/follow-hub.ts';
import { takePush } from './hubs/take-push.ts';
import { keepTaken } from './keep-taken.ts';
import { syncChannels, wakeChannels } from './sync-channels.ts';

/** Fetches what is due by the frontier, and follows changes of the source folder. */
@Injectable()
export class FrontierSource
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  readonly #http: HttpClient;
  readonly #hubs: HubFollower;
  readonly #usage: SourceUsage;
  #ready: Promise<void> | undefined;
  #crawl: RunningCrawl | undefined;
  #watching: Promise<void> | undefined;

  constructor(
    @Inject(PROCESS) private readonly process: ProcessPorts,
    @Inject(SOURCE_FOLDER) private readonly folder: SourceFolder,
    @Inject(READING) private readonly thread: ReadingThread,
    @Inject(SECRETS) private readonly secrets: Secrets,
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
  ) {
    const { settings } = process;
    const { userAgent, publicUrl, pollMin, pollMax } = settings;
    this.#http = createHttpClient({ userAgent, ownServers: ownServers(settings) });
    this.#hubs = new HubFollower({ ...process, http: this.#http, publicUrl, pollMin, pollMax });
    this.#usage = new SourceUsage(process);
  }

  onApplicationBootstrap(): void {
    this.#ready = this.lifecycle.whenReady(() => this.#start());
    this.lifecycle.onStateRebuilt(async () => {
      if (this.#crawl === undefined) return;
      await this.process.state.importRecords(this.#crawl.hosts());
      await this.#sync();
    });
  }

  async #start(): Promise<void> {
    const { state, settings } = this.process;
    // No other process fetches with a state that is in a file.
    if (runsAlone(formsOf(settings))) await state.endClaims();
    await this.#sync();
    tellProblems(this.folder, this.process);
    this.#crawl = this.#beginCrawl();
    this.#watching = this.#watch();
  }

  /** The channels in the frontier are those of the source files from now on. */
  async #sync(ids?: ReadonlySet<string>): Promise<void> {
    const { state, now } = this.process;
    const leave = (items: readonly FetchItem[]) => this.#hubs.leave(items);
    const { from } = await syncChannels(this.folder, state, now(), { leave, ids });
    await keepTaken(this.folder, state, now(), { ids, gone: from });
  }

  #beginCrawl(): RunningCrawl {
    const { process, secrets, thread } = this;
    const { settings } = process;
    const { retryLadder, revisits, pollMin, pollMax, maxQueuedPages } = settings;
    const shared = {
      ...process,
      usage: this.#usage,
      http: this.#http,
      secrets,
      thread,
      maxQueuedPages,
      // A state in a server can be lost and is rebuilt from the ledger; one in a file is lost with the ledger
      // beside it.
      ledgerKeepsFrontier: formsOf(settings).state !== 'sqlite',
    };
    const agent = productToken(settings.userAgent);
    return runCrawl({
      ...shared,
      policy: { retryLadder, revisits, pollMin, pollMax, agent },
      sourceOf: this.folder.sourceOf,
      isUnsure: this.folder.isUnsure,
      quota: quotaOfMill(settings),
      concurrency: settings.fetchConcurrency,
      bytesFetched: process.plan.bytesFetched,
      nextGroup: pipeline.clean.group,
      follow: (...visit) => this.#hubs.follow(...visit),
      workOff: createBackfill({ ...shared, pollMin, pollMax, agent }),
    });
  }

  async #watch(): Promise<void> {
    const idsNow = () => new Set(this.folder.sources().map(({ id }) => id));
    let known = idsNow();
    await this.folder.watch(this.lifecycle.halt, async (ids) => {
      tellProblems(this.folder, this.process);
      const now = idsNow();
      const back = new Set([...now].filter((id) => !known.has(id)));
      known = now;
      await wakeChannels(back, this.process.state, this.process.now());
      await this.#sync(ids);
      this.#crawl?.wake();
    });
  }

  /** Takes in what a hub pushed, as if a poll had brought it. */
  async takePush(push: ChannelPush): Promise<void> {
    await this.#ready;
    if (this.#crawl === undefined) throw new Error('the crawl has ended');
    await takePush(push, { ...this.process, sourceOf: this.folder.sourceOf, running: this.#crawl });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.lifecycle.end();
    await this.lifecycle.within('work', Promise.all([this.#watching, this.#crawl?.stop()]));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.#usage.close(), this.#http.close()]);
  }
}
