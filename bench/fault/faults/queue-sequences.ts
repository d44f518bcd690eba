import { join } from 'node:path';
import fc from 'fast-check';
import { openSqliteBus, type Bus, type Consumer, type StoredMessage } from '@newsmill/bus';
import { openSqliteFile, type SqliteFile } from '@newsmill/store';
import { unharmed } from '../../../test/oracle/judge.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';

type Step =
  | { readonly kind: 'publish' | 'poll'; readonly count: number }
  /** Of what is in hand, those whose place leaves a remainder of 0 by `every`. */
  | { readonly kind: 'acknowledge' | 'give-back'; readonly every: number }
  | { readonly kind: 'leave' | 'die' | 'lag' | 'backlog' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('publish' as const, 'poll' as const),
      count: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('acknowledge' as const, 'give-back' as const),
      every: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('leave' as const, 'die' as const, 'lag' as const, 'backlog' as const),
    }),
  },
);
const sequences = fc.array(step, { minLength: 6, maxLength: 24 });
const group = 'model';

/** What a topic with one group is to answer, by rules that fit on a page: what is not acknowledged is there still. */
class Model {
  #published = 0;
  #waiting: number[] = [];
  #inHand: number[] = [];

  answer(one: Step): string {
    switch (one.kind) {
      case 'publish':
        for (let count = 0; count < one.count; count += 1) this.#waiting.push(this.#published++);
        return '';
      case 'poll': {
        const taken = this.#waiting.splice(0, one.count);
        this.#inHand.push(...taken);
        return taken.join();
      }
      case 'acknowledge':
        this.#inHand = this.#inHand.filter((_, place) => place % one.every !== 0);
        return '';
      case 'give-back':
        this.#takeBack(this.#inHand.filter((_, place) => place % one.every === 0));
        return '';
      case 'leave':
      case 'die':
        this.#takeBack(this.#inHand);
        return '';
      case 'lag':
        return String(this.#waiting.length + this.#inHand.length);
      case 'backlog':
        return [...this.#waiting, ...this.#inHand].sort((a, b) => a - b).join();
    }
  }

  #takeBack(numbers: readonly number[]): void {
    this.#inHand = this.#inHand.filter((number) => !numbers.includes(number));
    this.#waiting = [...this.#waiting, ...numbers].sort((a, b) => a - b);
  }
}

const numberOf = ({ value }: Pick<StoredMessage, 'value'>): string => Buffer.from(value).toString();

/** A topic of a queue in a file, and its one consumer, who may leave or die with all that is open. */
class Queue {
  readonly #path: string;
  readonly #topic: string;
  #file: SqliteFile | undefined;
  #bus: Bus | undefined;
  #consumer: Consumer | undefined;
  #published = 0;
  #inHand: StoredMessage[] = [];

  constructor(path: string, topic: string) {
    this.#path = path;
    this.#topic = topic;
  }

  async #open(): Promise<{ readonly bus: Bus; readonly consumer: Consumer }> {
    this.#file ??= openSqliteFile(this.#path);
    if (this.#bus === undefined) {
      this.#bus = await openSqliteBus({ db: this.#file });
      await this.#bus.createTopics([
        { name: this.#topic, partitions: 1, cleanup: 'delete', groups: [group] },
      ]);
    }
    this.#consumer ??= await this.#bus.consume({ group, topics: [this.#topic], maxBytesInFlight: 1e6 });
    return { bus: this.#bus, consumer: this.#consumer };
  }

  /** Without a goodbye where `isDeath`: nothing is handed back, all is opened anew. */
  async end(isDeath: boolean): Promise<void> {
    this.#inHand = [];
    if (!isDeath) await this.#consumer?.close();
    this.#consumer = undefined;
    if (!isDeath) return;
    await this.#bus?.close();
    await this.#file?.close();
    this.#bus = undefined;
    this.#file = undefined;
  }

  async answer(one: Step): Promise<string> {
    const { bus, consumer } = await this.#open();
    switch (one.kind) {
      case 'publish': {
        const messages = Array.from({ length: one.count }, () => {
          const number = this.#published++;
          // A few keys, so that messages of one key stand between those of others.
          return { topic: this.#topic, key: `k${number % 3}`, value: Buffer.from(`${number}`), headers: {} };
        });
        await bus.publish(messages);
        return '';
      }
      case 'poll': {
        const taken = await consumer.poll(one.count, 0);
        this.#inHand.push(...taken);
        return taken.map(numberOf).join();
      }
      case 'acknowledge':
        await consumer.acknowledge(this.#inHand.filter((_, place) => place % one.every === 0));
        this.#inHand = this.#inHand.filter((_, place) => place % one.every !== 0);
        return '';
      case 'give-back': {
        const back = this.#inHand.filter((_, place) => place % one.every === 0);
        this.#inHand = this.#inHand.filter((_, place) => place % one.every !== 0);
        await consumer.giveBack(back);
        return '';
      }
      case 'leave':
      case 'die':
        await this.end(one.kind === 'die');
        return '';
      case 'lag': {
        const lags = await bus.lag(group);
        return String(lags.find(({ topic }) => topic === this.#topic)?.messages ?? 0);
      }
      case 'backlog': {
        const found: string[] = [];
        for await (const message of bus.backlog(this.#topic, group)) found.push(numberOf(message));
        return found.join();
      }
    }
  }
}

/**
 * F19: messages are published, polled, acknowledged and handed back in an order by chance, their consumer leaves and
 * dies; after each step the queue answers as a model of it that fits on a page.
 */
export async function queueSequences({ dose, seed, folder }: FaultRun): Promise<FaultFindings> {
  const broken: string[] = [];
  let steps = 0;
  for (const [number, sequence] of fc.sample(sequences, { seed, numRuns: dose }).entries()) {
    const model = new Model();
    const queue = new Queue(join(folder, `queue-${number % 20}.db`), `bench.model-${number}`);
    for (const [place, one] of sequence.entries()) {
      steps += 1;
      const wanted = model.answer(one);
      const found = await queue.answer(one);
      if (wanted === found) continue;
      const before = sequence.slice(0, place + 1).map((each) => JSON.stringify(each));
      broken.push(
        `sequence ${number}: ${wanted || 'nothing'} was wanted, ${found || 'nothing'} was the answer, after ${before.join(' ')}`,
      );
      break;
    }
    await queue.end(true);
  }
  return {
    articles: 0,
    verdict: unharmed,
    extra: { steps: String(steps), 'answers that differ': String(broken.length) },
    broken,
  };
}
