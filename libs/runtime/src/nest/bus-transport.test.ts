import { Controller, Inject, Injectable, Module, type Type } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  accept,
  articleCleaned,
  articleEnriched,
  CleanArticle,
  DeadLetterFacts,
  deadLetterHeader,
  deadLetters,
  EnrichedArticle,
  ledger,
  pipeline,
  writeMessage,
  type ArticleGone,
  type ArticleTold,
  type LedgerEvent,
  type Outcome,
} from '@newsmill/contracts';
import type { StoredMessage } from '@newsmill/bus';
import { untilWithin } from '../../../../test/processes/until.ts';
import type { Work } from '../stage/define-stage.ts';
import { startTestProcess } from '../testing/start-test-process.ts';
import { Every } from './every.ts';
import { Lifecycle } from './lifecycle.ts';
import type { RunningProcess } from './start-process.ts';
import { Batch, Fold, Step } from './step.ts';

const until = untilWithin(60_000, 20);
const pace = { batch: 8, parallel: 3, gatherMs: 0 };

function article(item: string): CleanArticle {
  const url = `https://paper.example/${item}`;
  return CleanArticle.parse({
    item,
    sourceId: 'paper',
    url,
    finalUrl: url,
    fetchedAt: 5,
    firstSeen: 1,
    title: item,
    text: 'It was repaired.',
    blocks: [],
    confidence: 1,
  });
}

const enriched = (input: CleanArticle): EnrichedArticle =>
  EnrichedArticle.parse({ ...input, id: input.item, contentHash: 'h', wordCount: 1, readingMinutes: 1 });

@Injectable()
class Counting {
  count = 0;

  @Every('0.05s', 'counting')
  add(): void {
    this.count += 1;
    if (this.count === 2) throw new Error('the second time fails');
  }
}

/** What a Nest developer would write: a method for each topic. */
@Controller()
class Handlers {
  readonly known: unknown[] = [];
  readonly written: string[] = [];
  readonly events: LedgerEvent[] = [];

  @Step({
    step: pipeline.enrich,
    from: articleCleaned,
    to: articleEnriched,
    pace,
    lookUp: ({ item }) => ({ keys: [`of ${item}`] }),
  })
  enrich(@Payload() input: CleanArticle, @Ctx() work: Work): Outcome<EnrichedArticle> {
    this.known.push(Object.fromEntries(work.known().values));
    if (input.item === 'broken') throw new Error('it cannot be read');
    return accept(enriched(input));
  }

  @Batch<EnrichedArticle | ArticleGone | ArticleTold>({ step: pipeline.index, from: articleEnriched, pace })
  async index(@Payload() inputs: readonly (EnrichedArticle | ArticleGone | ArticleTold)[]) {
    this.written.push(...inputs.map(({ item }) => item));
    return inputs.map(({ item }) => accept({ articleId: item }));
  }

  @Fold<LedgerEvent>({ name: 'ledger', from: ledger, group: 'newsmill-ledger-view', batch: 10 })
  async fold(@Payload() events: readonly LedgerEvent[]): Promise<void> {
    this.events.push(...events);
  }
}

/** No fetch service is there, which would fill an empty state. */
class Filled {
  constructor(@Inject(Lifecycle) lifecycle: Lifecycle) {
    lifecycle.rebuildBy(() => Promise.resolve());
  }
}

@Module({ controllers: [Handlers], providers: [Counting] })
class Whole extends Filled {}

@Module({})
class Empty extends Filled {}

@Controller()
class Undeclared {
  @EventPattern('newsmill.article.cleaned')
  take(_: unknown): void {}
}
@Module({ controllers: [Undeclared] })
class WithoutStep {}

@Controller()
class Again {
  @Fold<LedgerEvent>({ name: 'ledger', from: ledger, group: 'another', batch: 10 })
  async fold(): Promise<void> {}
}
@Module({ controllers: [Handlers, Again] })
class Doubled {}

describe('BusTransport', () => {
  let folder: string;
  let running: RunningProcess | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-transport-'));
  });
  afterEach(async () => {
    await running?.stop('test');
    running = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (imported: Type, services?: readonly ('clean' | 'index')[]) => {
    running = await startTestProcess({
      environment: { NEWSMILL_DATA: folder, NEWSMILL_LOG_LEVEL: 'fatal', NEWSMILL_RETRY_LADDER: '50ms' },
      imports: [imported],
      ...(services === undefined ? {} : { services }),
    });
    return running;
  };
  const send = async ({ ports: { bus } }: RunningProcess, ...items: readonly string[]) =>
    bus.publish(
      items.map((item) => ({
        topic: articleCleaned.name,
        ...writeMessage(articleCleaned, article(item), { key: item, source: 'clean', time: 1 }),
      })),
    );

  it('brings each message to the handler that Nest has, and keeps what the bus promises around it', async () => {
    const mill = await start(Whole);
    await mill.started;
    const handlers = mill.app.get(Handlers);
    const expiresAt = Date.now() + 600_000;
    await mill.ports.state.write([{ key: 'of one', value: 'known', expiresAt }]);
    await send(mill, 'one', 'broken', 'two');
    await until('both are written', () => handlers.written.length === 2);
    expect(handlers.written.toSorted()).toEqual(['one', 'two']);
    const letters: StoredMessage[] = [];
    await until('the broken one is a dead letter', async () => {
      letters.length = 0;
      for await (const letter of mill.ports.bus.browse(deadLetters.name)) letters.push(letter);
      return letters.length === 1;
    });
    const facts = DeadLetterFacts.parse(JSON.parse(letters[0]?.headers[deadLetterHeader] ?? '{}'));
    expect([facts.reason, facts.detail]).toEqual([
      expect.any(String),
      expect.stringContaining('it cannot be read'),
    ]);
    expect(JSON.parse(Buffer.from(letters[0]?.value ?? []).toString())).toMatchObject({ item: 'broken' });
    await until('the ledger is told of all', () => handlers.events.some(({ fate }) => fate === 'indexed'));
    expect(handlers.known).toContainEqual({ 'of one': 'known' });
  }, 60_000);

  it('refuses a handler that does not say how its messages are handled', async () => {
    const mill = await start(WithoutStep);
    await expect(mill.started).rejects.toThrow(/newsmill.article.cleaned does not say how .* @Step/);
  });

  it('refuses two handlers of one topic', async () => {
    const mill = await start(Doubled);
    await expect(mill.started).rejects.toThrow(/newsmill.ledger has two handlers/);
  });

  it('refuses to start a service without a handler of its messages', async () => {
    const mill = await start(Empty, ['index']);
    await expect(mill.started).rejects.toThrow(/nothing handles the messages of newsmill.article.enriched/);
  });

  it('runs jobs again and again, also those that failed, and ends them', async () => {
    const mill = await start(Whole);
    await mill.started;
    const counting = mill.app.get(Counting);
    await until('the job has failed and gone on', () => counting.count > 3);
    expect(mill.ports.health.problems().map(({ name }) => name)).not.toContain('counting');
    await mill.stop('test');
    const { count } = counting;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(counting.count).toBe(count);
  }, 60_000);
});
