import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ElasticConnection, ElasticOptions } from '../../../elastic/elastic-client.ts';
import { elasticNames, type ElasticNames, type MonthName } from '../../../elastic/elastic-names.ts';
import type { Reindexed, ReindexOptions } from '../../reindex.ts';
import { listMonths, putBuildingTemplate, requireShards } from '../elastic-templates.ts';
import { BulkSender } from '../write/bulk.ts';
import { MonthCopy } from './month-copy.ts';
import { ReindexLease, type ReindexState } from './reindex-lease.ts';

/** A month to be built: the indices behind the alias that hold it, and the next one. */
interface Month {
  readonly month: string;
  readonly sources: readonly string[];
  readonly target: string;
}

const usualGraceMs = 60_000;
const usualLeaseMs = 30_000;
/** A backup keeps what it reads open for ten minutes at most between two pages. */
const longestGraceMs = 900_000;
const bulkPatienceMs = 120_000;
const retireStepMs = 250;

/**
 * Rebuilds every month, with the mapping, analysis and settings of now, and puts it in place of the old
 * one: by search and bulk alone, so it works on any cluster. Readers ask the alias and notice nothing: it is
 * swapped in one step, month by month. Writers are held back while the last changes of a month are copied.
 * Ended at any point, the next run goes on.
 */
export class ElasticReindex {
  readonly #connection: ElasticConnection;
  readonly #namespace: string;
  readonly #names: ElasticNames;
  readonly #refreshInterval: string;
  readonly #options: ReindexOptions;
  readonly #lease: ReindexLease;
  readonly #sender: BulkSender;
  readonly #swapped = new Map<string, number>();
  #state: ReindexState = { build: 0, checkpoints: {} };

  constructor(
    connection: ElasticConnection,
    { namespace = 'newsmill', refreshInterval = '1s' }: Pick<ElasticOptions, 'namespace' | 'refreshInterval'>,
    options: ReindexOptions,
  ) {
    this.#connection = connection;
    this.#namespace = namespace;
    this.#names = elasticNames(namespace);
    this.#refreshInterval = refreshInterval;
    this.#options = options;
    this.#lease = new ReindexLease(
      connection,
      this.#names,
      `${hostname()}, process ${process.pid}, ${randomBytes(3).toString('hex')}`,
      options.leaseMs ?? usualLeaseMs,
    );
    this.#sender = new BulkSender(connection, bulkPatienceMs);
  }

  /**
   * Builds, or gives up what an ended reindex left. The templates must be there. Throws ReindexRunning,
   * ReindexRefused.
   */
  async run(): Promise<Reindexed> {
    const left = await this.#lease.take();
    let isDone = false;
    try {
      const answer = this.#options.abort === true ? await this.#giveUp() : await this.#buildAll(left);
      isDone = true;
      return answer;
    } finally {
      await this.#lease.release(isDone, this.#state);
    }
  }

  async #buildAll(left: ReindexState | undefined): Promise<Reindexed> {
    const before = await this.#months();
    this.#state = left ?? { build: Math.max(0, ...before.map(({ build }) => build)) + 1, checkpoints: {} };
    await this.#lease.keep(this.#state);
    await putBuildingTemplate(this.#connection, this.#namespace, this.#state.build);
    let [articles, parts] = [0, 0];
    for (let month = await this.#nextMonth(); month !== undefined; month = await this.#nextMonth()) {
      articles += await this.#buildMonth(month);
      parts += 1;
    }
    await this.#connection.client.indices.deleteIndexTemplate(
      { name: this.#names.building },
      { ignore: [404] },
    );
    await this.#retire();
    return { articles, parts };
  }

  async #months(): Promise<MonthName[]> {
    return (await listMonths(this.#connection, this.#names)).flatMap(
      (index) => this.#names.readMonth(index) ?? [],
    );
  }

  /**
   * A month of which nothing is of this build. What a writer of before puts beside a swapped month is
   * searched too, and built next time.
   */
  async #nextMonth(): Promise<Month | undefined> {
    const { build } = this.#state;
    const months = await this.#months();
    const open = months.filter(
      ({ month }) => !months.some((other) => other.month === month && other.build >= build),
    );
    const month = open
      .map((one) => one.month)
      .sort()
      .at(-1);
    return month === undefined
      ? undefined
      : {
          month,
          sources: open.filter((one) => one.month === month).map(({ index }) => index),
          target: this.#names.monthOf(month, build),
        };
  }

  async #buildMonth({ month, sources, target }: Month): Promise<number> {
    const { client } = this.#connection;
    const { report } = this.#options;
    await client.indices.create(
      { index: target, settings: { index: { refresh_interval: '-1' } }, wait_for_active_shards: 1 },
      { ignore: [400] },
    );
    await requireShards(this.#connection, [target]);
    const total = (await client.count({ index: [...sources] })).count;
    const copy = new MonthCopy(
      {
        connection: this.#connection,
        names: this.#names,
        sender: this.#sender,
        sources,
        target,
        keep: async (checkpoints, copied) => {
          this.#options.signal?.throwIfAborted();
          this.#state = { ...this.#state, checkpoints: { ...this.#state.checkpoints, [month]: checkpoints } };
          await this.#lease.keep(this.#state, 'in-time');
          report?.({ kind: 'copied', part: month, copied, total });
        },
      },
      this.#state.checkpoints[month] ?? {},
    );
    await copy.approach();
    const articles = await this.#swap({ month, sources, target }, copy);
    report?.({ kind: 'swapped', part: month });
    return articles;
  }

  /** Writers wait from the first line to the last. */
  async #swap({ sources, target }: Month, copy: MonthCopy): Promise<number> {
    const { client } = this.#connection;
    const { articles: alias } = this.#names;
    await this.#lease.keep(this.#state);
    try {
      for (const index of sources) await client.indices.addBlock({ index, block: 'write' });
      const articles = await copy.finish();
      await client.indices.putSettings({
        index: target,
        settings: { index: { refresh_interval: this.#refreshInterval } },
      });
      await this.#lease.keep(this.#state);
      await client.indices.updateAliases({
        actions: [
          { add: { index: target, alias } },
          ...sources.map((index) => ({ remove: { index, alias } })),
        ],
      });
      for (const index of sources) this.#swapped.set(index, performance.now());
      return articles;
    } catch (error) {
      if (!(await this.#months()).some(({ index }) => index === target)) await this.#release(sources);
      throw error;
    }
  }

  async #release(indices: readonly string[]): Promise<void> {
    if (indices.length > 0)
      await this.#connection.client.indices.putSettings({
        index: [...indices],
        settings: { index: { blocks: { write: false } } },
        ignore_unavailable: true,
      });
  }

  /** Every index of a month, behind the alias or not. */
  async #all(): Promise<MonthName[]> {
    const found = await this.#connection.client.indices.get({
      index: this.#names.months,
      allow_no_indices: true,
      features: ['aliases'],
    });
    return Object.keys(found).flatMap((index) => this.#names.readMonth(index) ?? []);
  }

  /** Deletes what was swapped out, by this run or one before, once no search can be under way there. */
  async #retire(): Promise<void> {
    const { client } = this.#connection;
    const grace = this.#options.graceMs ?? usualGraceMs;
    const start = performance.now();
    const current = await this.#months();
    const old = (await this.#all()).filter(
      ({ index, month, build }) =>
        !current.some((one) => one.index === index) &&
        current.some((one) => one.month === month && one.build > build),
    );
    for (const { index } of old) {
      for (;;) {
        const age = performance.now() - (this.#swapped.get(index) ?? start);
        const { _all: all } = await client.indices.stats({ index, metric: ['search'] });
        if (age >= grace && ((all.total?.search?.open_contexts ?? 0) === 0 || age > longestGraceMs)) break;
        this.#options.signal?.throwIfAborted();
        await this.#lease.keep(this.#state, 'in-time');
        await sleep(retireStepMs);
      }
      await client.indices.delete({ index }, { ignore: [404] });
    }
  }

  /** Months that were swapped stay; those half built go, and writers are let in again. */
  async #giveUp(): Promise<Reindexed> {
    const { client } = this.#connection;
    const current = await this.#months();
    await this.#release(current.map(({ index }) => index));
    const halfBuilt = (await this.#all()).filter(
      ({ index, month, build }) =>
        !current.some((one) => one.index === index) &&
        !current.some((one) => one.month === month && one.build > build),
    );
    for (const { index } of halfBuilt) await client.indices.delete({ index }, { ignore: [404] });
    await client.indices.deleteIndexTemplate({ name: this.#names.building }, { ignore: [404] });
    await this.#retire();
    return { articles: 0, parts: 0 };
  }
}
