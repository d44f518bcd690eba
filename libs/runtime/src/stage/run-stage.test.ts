import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  articleCleaned,
  articleEnriched,
  type ArticleGone,
  type ArticleTold,
  CleanArticle,
  DeadLetterFacts,
  deadLetterHeader,
  deadLetters,
  drop,
  EnrichedArticle,
  ledger,
  LedgerEvent,
  accept,
  pipeline,
  readMessage,
  reject,
  retryTopic,
  writeMessage,
  type SiteArticle,
} from '@newsmill/contracts';
import {
  MessageTooLarge,
  type Bus,
  type Consumer,
  type OutgoingMessage,
  type StoredMessage,
} from '@newsmill/bus';
import { LibraryUnreachable } from '@newsmill/store';
import { defineSink, defineStage } from './define-stage.ts';
import { runStage, type Running } from './run-stage.ts';
import type { StagePorts } from './stage-ports.ts';
import { openTestPorts } from '../testing/open-test-ports.ts';

let open: Awaited<ReturnType<typeof openTestPorts>>;
let ports: StagePorts;

beforeEach(async () => {
  open = await openTestPorts();
  ports = open;
});
afterEach(() => open.close());

function article(item: string, fetchedAt: number, title = 'A title'): CleanArticle {
  return CleanArticle.parse({
    item,
    sourceId: 's',
    url: `https://a.example/${item}`,
    finalUrl: `https://a.example/${item}`,
    fetchedAt,
    firstSeen: 1,
    title,
    text: 'text',
    blocks: [],
    confidence: 1,
  });
}
function enriched(input: CleanArticle): EnrichedArticle {
  return EnrichedArticle.parse({
    ...input,
    id: input.item,
    contentHash: 'h',
    wordCount: 1,
    readingMinutes: 1,
  });
}
async function send(...articles: CleanArticle[]): Promise<void> {
  await open.bus.publish(
    articles.map((value) => ({
      topic: articleCleaned.name,
      ...writeMessage(articleCleaned, value, { key: value.item, source: 'clean', time: Date.now() }),
    })),
  );
}
async function all(topic: string): Promise<StoredMessage[]> {
  const found: StoredMessage[] = [];
  for await (const message of open.bus.browse(topic)) found.push(message);
  return found;
}
/** A hang guard alone. */
async function until(check: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; await sleep(20)) if (await check()) return;
  throw new Error('it did not happen within two minutes');
}
async function atRest(): Promise<boolean> {
  return (await open.bus.lag(pipeline.enrich.group)).every((lag) => lag.messages === 0);
}
async function events(): Promise<LedgerEvent[]> {
  return (await all(ledger.name)).map((message) => {
    const read = readMessage(ledger, message);
    if (!read.ok) throw new Error(read.detail);
    return read.value;
  });
}
const pace = { batch: 8, parallel: 3, gatherMs: 0 };

describe('runStage', () => {
  let running: Running | undefined;
  afterEach(async () => {
    await running?.stop();
    running = undefined;
  });
  function start(
    run: (
      input: CleanArticle,
    ) => ReturnType<typeof accept<EnrichedArticle>> | ReturnType<typeof drop> | ReturnType<typeof reject>,
  ): Promise<void> {
    const stage = defineStage({ step: pipeline.enrich, from: articleCleaned, to: articleEnriched, run });
    return runStage(stage, ports, pace).then((started) => {
      running = started;
    });
  }

  it.each([
    [
      'leaves at once where the publisher says so',
      'denied-by-page',
      false,
      { fate: 'denied', reason: 'denied-by-page' },
      { articleId: 'held', reason: 'denied-by-page', fetchedAt: 9 },
    ],
    [
      'leaves when a second look says the same',
      'not-article-error',
      true,
      { fate: 'dropped', reason: 'not-article-error' },
      { articleId: 'held', reason: 'not-article-error', fetchedAt: 9 },
    ],
    [
      'leaves for the one to which its address leads now',
      'duplicate-of',
      true,
      { fate: 'duplicate', articleId: 'other' },
      { articleId: 'held', movedTo: 'other' },
    ],
    [
      'stays until a second look says the same',
      'not-article-error',
      false,
      { fate: 'indexed', reason: 'not-article-error', articleId: 'held', detail: 'looked once' },
      undefined,
    ],
    [
      'stays beside the one to which its address leads, until a second look',
      'duplicate-of',
      false,
      { fate: 'indexed', reason: 'duplicate-of', articleId: 'held', leadsTo: 'other' },
      undefined,
    ],
    [
      'stays behind a login',
      'not-article-login',
      true,
      { fate: 'indexed', reason: 'not-article-login', articleId: 'held' },
      undefined,
    ],
  ] as const)('an article of an earlier visit %s', async (_name, reason, mayLeave, event, message) => {
    await start(() => drop(reason, reason === 'duplicate-of' ? 'other' : undefined));
    await send({ ...article('i', 9), held: { articleId: 'held', mayLeave, why: 'looked once' } });
    await until(async () => (await events()).length > 0 && (await atRest()));
    expect(await events()).toMatchObject([{ item: 'i', stage: 'enrich', version: 9, ...event }]);
    const gone = (await all(articleEnriched.name)).map((sent) => readMessage(articleEnriched, sent));
    expect(gone).toMatchObject(
      message === undefined ? [] : [{ ok: true, value: { gone: true, item: 'i', ...message } }],
    );
  });

  it('a page that breaks names the article that stays', async () => {
    await start(() => reject('bad-page'));
    await send({ ...article('i', 9), held: { articleId: 'held', mayLeave: true, why: 'w' } });
    await until(async () => (await events()).length > 0 && (await atRest()));
    expect(await events()).toMatchObject([{ fate: 'dead', articleId: 'held' }]);
  });

  it('passes on, drops and rejects, and the ledger knows of each', async () => {
    await start((input) =>
      input.item === 'bad'
        ? reject('bad-document', 'broken')
        : input.item === 'copy'
          ? drop('duplicate-of', 'other')
          : accept(enriched(input)),
    );
    await send(article('good', 5), article('bad', 6), article('copy', 7));
    await until(async () => (await events()).length === 3);
    const fates = Object.fromEntries(
      (await events()).map((event) => [event.item, [event.fate, event.reason, event.articleId]]),
    );
    expect(fates).toEqual({
      good: ['passed', undefined, undefined],
      bad: ['dead', 'bad-document', undefined],
      copy: ['duplicate', 'duplicate-of', 'other'],
    });
    const sent = (await all(articleEnriched.name)).map((message) => readMessage(articleEnriched, message));
    expect(sent).toMatchObject([
      { ok: true, value: { item: 'good' } },
      // Its source told of the article of the other address.
      { ok: true, value: { told: true, item: 'copy', sources: ['s'], articleId: 'other' } },
    ]);
  });

  it('passes on what an adviser adds, and what it fails over', async () => {
    const advise = async (outputs: readonly EnrichedArticle[]) => {
      if (outputs.some(({ item }) => item === 'poison')) throw new Error('out of order');
      return outputs.map((output) => ({ ...output, title: `${output.title}!` }));
    };
    const stage = defineStage({
      step: pipeline.enrich,
      from: articleCleaned,
      to: articleEnriched,
      run: (input: CleanArticle) => (input.item === 'bad' ? reject('bad-document') : accept(enriched(input))),
      adviser: { limitMs: 1_000, advise },
    });
    running = await runStage(stage, ports, { batch: 8, parallel: 1, gatherMs: 0 });
    await send(article('bad', 1), article('good', 5), article('better', 5));
    await until(async () => (await all(articleEnriched.name)).length === 2);
    await send(article('poison', 6));
    await until(async () => (await all(articleEnriched.name)).length === 3);
    const titles = (await all(articleEnriched.name)).map((message) => {
      const read = readMessage(articleEnriched, message);
      return read.ok && 'title' in read.value ? [read.value.item, read.value.title] : [];
    });
    expect(Object.fromEntries(titles)).toEqual({ good: 'A title!', better: 'A title!', poison: 'A title' });
  });

  it('keeps the original bytes and headers of what it rejects', async () => {
    await start((input) => accept(enriched(input)));
    const broken = new Uint8Array([123, 255, 0]);
    await open.bus.publish([
      { topic: articleCleaned.name, key: 'k', value: broken, headers: { schema: '1', kept: 'yes' } },
    ]);
    await until(async () => (await all(deadLetters.name)).length === 1);
    const [letter] = await all(deadLetters.name);
    expect([...(letter?.value ?? [])]).toEqual([...broken]);
    expect(letter?.headers['kept']).toBe('yes');
    expect(DeadLetterFacts.parse(JSON.parse(letter?.headers[deadLetterHeader] ?? ''))).toMatchObject({
      reason: 'bad-message',
      topic: articleCleaned.name,
      stage: 'enrich',
    });
  });

  it('tries again what throws, then gives up to the dead letters with the number of attempts', async () => {
    let calls = 0;
    await start((input) => {
      calls += 1;
      if (input.item === 'once' && calls < 2) throw new Error('the world is broken');
      if (input.item === 'always') throw new Error('for ever');
      return accept(enriched(input));
    });
    await send(article('once', 5));
    await until(async () => (await all(articleEnriched.name)).length === 1);
    await send(article('always', 6));
    await until(async () => (await all(deadLetters.name)).length === 1);
    const [letter] = await all(deadLetters.name);
    expect(DeadLetterFacts.parse(JSON.parse(letter?.headers[deadLetterHeader] ?? ''))).toMatchObject({
      reason: 'tries-exhausted',
      attempts: 3,
      item: 'always',
    });
    await until(atRest);
  });

  it('tries each message once when many are due at the same moment and the clock goes on while they are looked at', async () => {
    let clock = 1_000;
    let isTicking = false;
    ports = { ...open, now: () => (isTicking ? (clock += 1) : clock) };
    const tried = new Set<string>();
    await start((input) => {
      if (tried.has(input.item)) return accept(enriched(input));
      tried.add(input.item);
      throw new Error('the first time');
    });
    const items = Array.from({ length: 40 }, (_, index) => `i${index}`);
    await send(...items.map((item) => article(item, 5)));
    await until(async () => (await all(retryTopic('enrich', 0).name)).length === items.length);
    isTicking = true;
    await until(atRest);
    expect((await all(articleEnriched.name)).map(({ key }) => key).toSorted()).toEqual(items.toSorted());
  });

  it('tries again what is due in a time that the clock, set back since, has no longer reached', async () => {
    let clock = Date.UTC(2100, 0, 1);
    ports = { ...open, now: () => clock, retryLadder: [5_000] };
    let calls = 0;
    await start((input) => {
      calls += 1;
      if (calls === 1) throw new Error('the first time');
      return accept(enriched(input));
    });
    await send(article('early', 5));
    await until(async () => (await all(retryTopic('enrich', 0).name)).length === 1);
    await running?.stop();
    clock = Date.UTC(2026, 10, 1);
    await start((input) => accept(enriched(input)));
    await until(async () => (await all(articleEnriched.name)).length === 1);
    await until(atRest);
  });

  it('gathers a batch until its time, its number or its bytes are full', async () => {
    const sizes: number[] = [];
    const stage = defineSink<CleanArticle>({
      step: pipeline.enrich,
      from: articleCleaned,
      async deliver(inputs) {
        sizes.push(inputs.length);
        return inputs.map(({ item }) => accept({ articleId: item }));
      },
    });
    running = await runStage(stage, ports, { batch: 4, bytes: 100_000, parallel: 1, gatherMs: 3_000 });
    await send(article('a', 1));
    await send(article('b', 1));
    await until(async () => sizes.length === 1);
    await send(...['c', 'd', 'e', 'f', 'g'].map((item) => article(item, 1)));
    await until(async () => sizes.length === 3);
    await send({ ...article('large', 1), text: 'w'.repeat(120_000) });
    await until(async () => sizes.length === 4);
    expect(sizes).toEqual([2, 4, 1, 1]);
  });

  it('keeps the order of one key while other keys go ahead', async () => {
    const seen: string[] = [];
    await start((input) => {
      seen.push(`${input.item}:${input.title}`);
      return accept(enriched(input));
    });
    await send(...Array.from({ length: 120 }, (_, i) => article(`k${i % 5}`, 100 + i, String(i))));
    await until(async () => (await all(articleEnriched.name)).length === 120);
    for (let key = 0; key < 5; key += 1) {
      const titles = (await all(articleEnriched.name))
        .filter((message) => message.key === `k${key}`)
        .map((message) => Number(JSON.parse(new TextDecoder().decode(message.value)).title));
      expect(titles).toEqual([...titles].sort((a, b) => a - b));
    }
    expect(seen).toHaveLength(120);
  });

  it('finishes what is in flight when it stops, and hands out nothing twice after a clean stop', async () => {
    let handled = 0;
    await start((input) => {
      handled += 1;
      return accept(enriched(input));
    });
    await send(...Array.from({ length: 40 }, (_, i) => article(`n${i}`, i + 1)));
    await until(async () => handled > 5);
    await running?.stop();
    const done = (await all(articleEnriched.name)).length;
    await start((input) => {
      handled += 1;
      return accept(enriched(input));
    });
    await until(async () => (await all(articleEnriched.name)).length >= 40);
    expect(done).toBeGreaterThan(0);
    expect(handled).toBe(40);
  });

  it('gives back what is not finished soon when it stops, and answers for none of it afterwards', async () => {
    const hanging = Promise.withResolvers<void>();
    let begun = 0;
    const sink = defineSink<CleanArticle>({
      step: pipeline.enrich,
      from: articleCleaned,
      async deliver(inputs) {
        begun += inputs.length;
        await hanging.promise;
        return inputs.map(() => accept({ articleId: 'late' }));
      },
    });
    running = await runStage(sink, ports, pace);
    await send(article('slow', 5));
    await until(async () => begun === 1);
    await running.stop();
    hanging.resolve();
    await sleep(200);
    expect([await all(ledger.name), await all(retryTopic('enrich', 0).name)]).toEqual([[], []]);
    expect(await atRest()).toBe(false);
    running = await runStage(sink, ports, pace);
    await until(atRest);
    expect([begun, (await events()).map(({ item, fate }) => [item, fate])]).toEqual([
      2,
      [['slow', 'indexed']],
    ]);
  });

  it('leaves to another copy what has gone there while it was worked on', async () => {
    const gone = new Set<string>();
    const acknowledged: string[] = [];
    // Of the embedded bus nothing goes elsewhere: it has no other processes.
    const losing = (consumer: Consumer): Consumer => ({
      poll: (max, waitMs) => consumer.poll(max, waitMs),
      held: async (messages) => (await consumer.held(messages)).filter(({ key }) => !gone.has(key)),
      acknowledge: (messages) => {
        acknowledged.push(...messages.map(({ key }) => key));
        return consumer.acknowledge(messages);
      },
      giveBack: (messages) => consumer.giveBack(messages),
      close: () => consumer.close(),
    });
    const consume: Bus['consume'] = async (options) => losing(await open.bus.consume(options));
    ports = {
      ...ports,
      bus: new Proxy(open.bus, {
        get: (target, name: keyof Bus) => (name === 'consume' ? consume : target[name].bind(target)),
      }),
    };
    await start((input) => {
      if (input.item === 'moved') gone.add('moved');
      return accept(enriched(input));
    });
    await send(article('moved', 5), article('kept', 6));
    await until(async () => acknowledged.length > 0);
    await running?.stop();
    expect([acknowledged, (await all(articleEnriched.name)).map(({ key }) => key)]).toEqual([
      ['kept'],
      ['kept'],
    ]);
    // The other copy begins where this one left off.
    running = await runStage(
      defineStage({
        step: pipeline.enrich,
        from: articleCleaned,
        to: articleEnriched,
        run: (input) => accept(enriched(input)),
      }),
      open,
      pace,
    );
    await until(atRest);
    expect((await events()).map(({ item }) => item)).toEqual(['kept', 'moved']);
  });

  it('acknowledges before its end what it has begun to publish, also late', async () => {
    const slow = async (messages: readonly OutgoingMessage[]): Promise<void> => {
      await sleep(messages.length > 0 ? 2_800 : 0);
      return open.bus.publish(messages);
    };
    ports = {
      ...ports,
      bus: new Proxy(open.bus, {
        get: (target, name: keyof Bus) => (name === 'publish' ? slow : target[name].bind(target)),
      }),
    };
    let begun = 0;
    await start((input) => {
      begun += 1;
      return accept(enriched(input));
    });
    await send(article('late', 5));
    await until(async () => begun === 1);
    await running?.stop();
    expect([await atRest(), (await events()).length]).toEqual([true, 1]);
  });

  it('waits for a library that is away, however long: nothing climbs the ladder, nothing dies', async () => {
    let calls = 0;
    const sink = defineSink<EnrichedArticle | ArticleGone | ArticleTold>({
      step: pipeline.index,
      from: articleEnriched,
      async deliver(articles) {
        calls += 1;
        if (calls <= 4)
          throw new LibraryUnreachable('http://library.example', 'connect ECONNREFUSED', 'start it');
        return articles.map(({ item }) => accept({ articleId: item }));
      },
    });
    running = await runStage(sink, ports, pace);
    await open.bus.publish([
      {
        topic: articleEnriched.name,
        ...writeMessage(articleEnriched, enriched(article('kept', 5)), {
          key: 'kept',
          source: 'enrich',
          time: Date.now(),
        }),
      },
    ]);
    await until(async () => calls > 1);
    expect(ports.health.problems().map(({ name }) => name)).toContain('stage-index');
    await until(async () => (await events()).length > 0);
    expect((await events()).map(({ fate }) => fate)).toEqual(['indexed']);
    expect(await all(deadLetters.name)).toEqual([]);
  });

  it('sends to the dead letters what is too large for the bus, and the rest of its batch on its way', async () => {
    const limit = 2_000;
    const publish = async (messages: readonly OutgoingMessage[]): Promise<void> => {
      const large = messages.find(({ value }) => value.byteLength > limit);
      if (large !== undefined)
        throw new MessageTooLarge(large.topic, large.key, large.value.byteLength, limit);
      return open.bus.publish(messages);
    };
    const bus = new Proxy(open.bus, {
      get: (target, name: keyof Bus) => (name === 'publish' ? publish : target[name].bind(target)),
    });
    ports = { ...ports, bus };
    await start((input) =>
      accept({ ...enriched(input), text: input.item === 'grown' ? 'x'.repeat(limit) : input.text }),
    );
    const huge = { ...article('huge', 6), text: 'y'.repeat(limit) };
    await send(article('small', 5), article('grown', 7), huge);
    await until(async () => (await all(deadLetters.name)).length === 2);
    await until(atRest);
    expect((await all(articleEnriched.name)).map(({ key }) => key)).toEqual(['small']);
    const letters = new Map((await all(deadLetters.name)).map((message) => [message.key, message]));
    const reasons = [...letters.values()].map(
      (letter) => DeadLetterFacts.parse(JSON.parse(letter.headers[deadLetterHeader] ?? '')).reason,
    );
    expect(reasons).toEqual(['too-large', 'too-large']);
    expect(letters.get('grown')?.value.byteLength).toBeGreaterThan(0);
    // The letter itself would be too large: its facts are kept, its bytes are not.
    expect(letters.get('huge')?.value.byteLength).toBe(0);
  });

  it('tells a stage what is remembered of the site, and remembers what it saw', async () => {
    const known: (readonly SiteArticle[])[] = [];
    const stage = defineStage<CleanArticle, EnrichedArticle | ArticleGone | ArticleTold>({
      step: pipeline.enrich,
      from: articleCleaned,
      to: articleEnriched,
      lookUp: (input) => (input.item === 'stranger' ? {} : { site: 'a.example' }),
      isForgetful: true,
      run(input, work) {
        known.push(work.known().site);
        return input.item === 'bad'
          ? reject('bad-document')
          : accept(enriched(input), {
              site: 'a.example',
              item: input.item,
              lines: `lines of ${input.item}`,
              replaces: [],
            });
      },
    });
    running = await runStage(stage, ports, pace);
    for (const name of ['one', 'two', 'one', 'bad', 'stranger']) {
      await send(article(name, known.length + 5));
      await until(async () => known.length > 0 && (await atRest()));
    }
    const one = { item: 'one', lines: 'lines of one' };
    const two = { item: 'two', lines: 'lines of two' };
    expect(known).toEqual([[], [one], [one, two], [two, one], []]);
    expect((await open.state.readSites(['a.example'])).get('a.example')).toEqual([
      two,
      one,
      { item: 'stranger', lines: 'lines of stranger' },
    ]);
  });

  it('tells a stage of other memories that it asks for, and it fills several at once', async () => {
    const known: unknown[] = [];
    const stage = defineStage<CleanArticle, EnrichedArticle | ArticleGone | ArticleTold>({
      step: pipeline.enrich,
      from: articleCleaned,
      to: articleEnriched,
      lookUp: () => ({ memories: ['usual paper', 'odd paper'] }),
      isForgetful: true,
      run({ item, ...input }, work) {
        known.push(Object.fromEntries(work.known().memories ?? []));
        const seen = (site: string) => ({ site, item, lines: site, replaces: [] });
        return {
          ...accept(enriched({ ...input, item })),
          seen: [seen('usual paper'), seen('odd paper')],
          remember: [{ key: 'alarm', value: item, ttlMs: 1_000 }],
        };
      },
    });
    running = await runStage(stage, ports, pace);
    for (const name of ['one', 'two']) {
      await send(article(name, known.length + 5));
      await until(async () => known.length > 0 && (await atRest()));
    }
    expect(known).toEqual([
      { 'usual paper': [], 'odd paper': [] },
      {
        'usual paper': [{ item: 'one', lines: 'usual paper' }],
        'odd paper': [{ item: 'one', lines: 'odd paper' }],
      },
    ]);
  });
});
