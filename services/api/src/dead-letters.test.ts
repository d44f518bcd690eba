import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { articleCleaned, deadLetters, ledger, pageFetched, writeMessage } from '@newsmill/contracts';
import { z } from 'zod';
import { addKey, auditMill, readDead } from '@newsmill/operate';
import { brokenLetter, mendedText } from './testing/contract-cases.ts';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';

let app: SeededApp;
let writer: string;
beforeAll(async () => {
  app = await openSeededApp();
  writer = (await addKey(app.ports.registry, { name: 'operator', scope: 'write' }, Date.now())).key;
});
afterAll(() => app.close());

/** What each test looks at of an answer. */
const Body = z.looseObject({
  id: z.string().default(''),
  next: z.string().optional(),
  edition: z.string().default(''),
  editable: z.string().default(''),
  faults: z.array(z.unknown()).default([]),
  // A receipt counts them, a list has them.
  letters: z.union([z.int(), z.array(z.unknown())]).default(0),
  trials: z.array(z.unknown()).default([]),
  groups: z.array(z.looseObject({ id: z.string(), reason: z.string() })).default([]),
  receipts: z.array(z.looseObject({ id: z.string() })).default([]),
  replays: z.array(z.looseObject({ id: z.string(), state: z.string(), replayed: z.int() })).default([]),
});
interface Answer {
  readonly status: number;
  readonly body: z.output<typeof Body>;
}
async function ask(path: string, body?: object, key = seededKey, method = 'POST'): Promise<Answer> {
  const answer = await fetch(`${app.address}/api/v1/dead${path}`, {
    method: body === undefined && method === 'POST' ? 'GET' : method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: Body.parse(await answer.json()) };
}
async function browse(topic: string) {
  const found = [];
  for await (const message of app.ports.bus.browse(topic)) found.push(message);
  return found;
}
const idsNow = async () => (await readDead(app.ports, { limit: 500 })).letters.map(({ id }) => id);

describe('dead letters over the API', () => {
  it('are grouped by cause, and listed page by page', async () => {
    const { body } = await ask('/groups');
    expect(body).toMatchObject({ total: 3, found: 3, more: 0, stages: ['clean', 'fetch'] });
    const large = body.groups.find(({ reason }) => reason === 'too-large');
    expect(large).toMatchObject({
      title: 'the answer is larger than # bytes',
      count: 1,
      sources: 1,
      topSources: [{ source: 'far-wire', count: 1 }],
      example: { id: 'a1b2c3d4e5f60718' },
    });
    expect((await ask(`?group=${large?.id}`)).body).toMatchObject({
      total: 3,
      found: 1,
      letters: [{ id: 'a1b2c3d4e5f60718' }],
    });
    const first = (await ask('?limit=2')).body;
    const second = (await ask(`?limit=2&cursor=${first.next}`)).body;
    expect([first.letters, second.letters].map((page) => Array.isArray(page) && page.length)).toEqual([2, 1]);
    expect(second.next).toBeUndefined();
    expect((await ask('/groups?group=x')).status).toBe(400);
    expect((await ask('/groups?stage=none')).status).toBe(400);
  });
  it('give their exact bytes as a file that no browser shows', async () => {
    const answer = await fetch(`${app.address}/api/v1/dead/bin0000000000001/bytes`);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0x1f, 0x8b, 0, 255, 254]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="dead-letter-bin0000000000001.bin"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
  it('point at what their schema says against them, are edited by whoever may, and keep what they were', async () => {
    const id = await brokenLetter(app, 'c0ffee0000000011');
    const letter = (await ask(`/${id}`)).body;
    expect(letter.faults).toEqual([{ pointer: '#/title', detail: expect.any(String) }]);
    const edit = (text: string, more: object = {}, key = seededKey) =>
      ask(`/${id}/edit`, { text, ...more }, key);
    const mended = await mendedText(app, id);
    expect((await edit(mended, {}, writer)).status).toBe(403);
    expect(await edit('{"title":')).toMatchObject({ status: 400, body: { errors: [{ pointer: '#' }] } });
    expect(await edit(letter.editable)).toMatchObject({
      status: 400,
      body: { code: 'bad-body', errors: [{ pointer: '#/title' }] },
    });
    expect(await edit(mended.replace('item-c0ffee', 'item-other'))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/item' }] },
    });
    expect((await edit(mended, { edition: 'another' })).status).toBe(412);
    expect(await idsNow()).toContain(id);
    const sent = await edit(mended, { edition: letter.edition });
    expect(sent).toMatchObject({ status: 200, body: { did: 'edited', letter: id, who: expect.any(String) } });
    expect(await idsNow()).not.toContain(id);
    const message = (await browse(articleCleaned.name)).find(({ key }) => key === `item-${id}`);
    expect(JSON.parse(Buffer.from(message?.value ?? []).toString())).toMatchObject({
      title: 'The night ferry returns',
    });
    expect(message?.headers).toMatchObject({ ce_source: 'newsmill/edit' });
    const [receipt] = (await ask('/receipts')).body.receipts;
    expect(receipt).toMatchObject({ did: 'edited', letter: id, before: letter.editable, after: mended });
    const event = (await browse(ledger.name)).find(({ key }) => key === `item-${id}/enrich`);
    expect(JSON.parse(Buffer.from(event?.value ?? []).toString())).toMatchObject({
      fate: 'replayed',
      detail: expect.stringContaining(receipt?.id ?? ''),
    });
    expect((await edit(mended)).status).toBe(404);
    expect((await ask('/a1b2c3d4e5f60718/edit', { text: '{}' })).status).toBe(501);
  });
  it('are tried with the code of now, and nothing is written', async () => {
    const id = await brokenLetter(app, 'c0ffee0000000012');
    const good = await brokenLetter(app, 'c0ffee0000000013');
    const [letters, events] = [await idsNow(), (await browse(ledger.name)).length];
    const body = (await ask('/try', { source: 'tide-post' }, writer)).body;
    expect(body).toMatchObject({ found: 2, tried: 2, passes: 0, fails: 2 });
    expect(body.trials[0]).toMatchObject({ id, outcome: 'fails', stage: 'enrich', reason: 'bad-message' });
    expect((await ask('/try', { ids: ['a1b2c3d4e5f60718'] }, writer)).body).toMatchObject({
      untold: 1,
      trials: [{ outcome: 'asks' }],
    });
    // Asking publishers for it is for whoever may do that.
    expect((await ask('/try', { ids: ['a1b2c3d4e5f60718'], ask: true }, writer)).status).toBe(403);
    expect((await ask('/try', { all: true, ask: true })).status).toBe(400);
    expect((await ask('/try', {}, writer)).status).toBe(400);
    expect(await idsNow()).toEqual(letters);
    expect((await browse(ledger.name)).length).toBe(events);
    await ask('/discard', { ids: [id, good], why: 'the test is over' }, writer);
  });
  it('pass in a trial where the stages of today make an article of them', async () => {
    const page = {
      item: 'item-page',
      url: 'https://tide-post.example/ferry',
      finalUrl: 'https://tide-post.example/ferry',
      sourceId: 'tide-post',
      status: 200,
      fetchedAt: 5,
      firstSeen: 5,
      contentType: 'text/html; charset=utf-8',
      encoding: 'identity' as const,
      body: Buffer.from(
        `<!doctype html><html lang="en"><head><title>The night ferry returns</title><meta property="og:type" content="article"></head><body><article><h1>The night ferry returns</h1><p>${'The night ferry returns to the harbour after a long winter, the company said on Monday. '.repeat(12)}</p><p>${'People on the quay waited for hours in the rain to see the ship arrive at last. '.repeat(12)}</p></article></body></html>`,
      ),
    };
    const message = writeMessage(pageFetched, page as never, { key: 'item-page', source: 'fetch', time: 5 });
    const facts = {
      id: 'c0ffee0000000014',
      stage: 'clean',
      topic: pageFetched.name,
      reason: 'budget-exceeded',
      detail: 'took 2001 ms',
      attempts: 1,
      item: 'item-page',
      url: page.url,
      at: 6,
    };
    await app.ports.bus.publish([
      {
        ...message,
        topic: deadLetters.name,
        headers: { ...message.headers, 'newsmill-dead-letter': JSON.stringify(facts) },
      },
    ]);
    expect((await ask('/try', { ids: [facts.id] }, writer)).body).toMatchObject({
      passes: 1,
      trials: [
        {
          outcome: 'passes',
          stage: 'index',
          article: { title: 'The night ferry returns', text: expect.stringContaining('after a long winter') },
        },
      ],
    });
    await ask('/discard', { ids: [facts.id], why: 'the test is over' }, writer);
  });
  it('are replayed at a rate by a process that goes on by itself, and can be stopped', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 12; i += 1)
      ids.push(await brokenLetter(app, `c0ffee00000001${String(i).padStart(2, '0')}`));
    const started = await ask('/replays', { source: 'tide-post', rate: 1 }, writer);
    expect(started).toMatchObject({ status: 202, body: { state: 'running', total: 12, rate: 1 } });
    const stateNow = async () =>
      (await ask('/replays')).body.replays.find(({ id }) => id === started.body.id);
    for (let i = 0; ((await stateNow())?.replayed ?? 0) === 0 && i < 100; i += 1) await sleep(50);
    expect((await ask(`/replays/${started.body.id}`, undefined, writer, 'DELETE')).status).toBe(200);
    for (let i = 0; (await stateNow())?.state === 'running' && i < 100; i += 1) await sleep(100);
    const stopped = await stateNow();
    const replayed = stopped?.replayed ?? 0;
    expect(stopped).toMatchObject({ state: 'stopped', stopper: 'operator' });
    expect(replayed).toBeGreaterThan(0);
    expect(replayed).toBeLessThan(12);
    const left = (await idsNow()).filter((id) => ids.includes(id));
    expect(left.length).toBe(12 - replayed);
    const rest = (await ask('/replays', { source: 'tide-post', rate: 1_000 }, writer)).body;
    const restNow = async () => (await ask('/replays')).body.replays.find(({ id }) => id === rest.id);
    for (let i = 0; (await restNow())?.state === 'running' && i < 200; i += 1) await sleep(50);
    expect(await restNow()).toMatchObject({ state: 'done', replayed: left.length, total: left.length });
    const sent = (await browse(articleCleaned.name)).filter(({ key }) =>
      ids.includes(key.replace('item-', '')),
    );
    expect(sent.map(({ key }) => key).toSorted()).toEqual(ids.map((id) => `item-${id}`).toSorted());
    expect((await ask('/replays/none', undefined, writer, 'DELETE')).status).toBe(404);
  });
  it('are discarded with a reason that ledger and receipt keep, and the audit balances', async () => {
    const before = await auditMill(app.ports, {});
    const dead = (await idsNow()).find((id) => id === 'a1b2c3d4e5f60718');
    expect(await ask('/discard', { ids: [dead] }, writer)).toMatchObject({ status: 400 });
    expect(await ask('/discard', { ids: [dead], why: 'the page is a film' }, writer)).toMatchObject({
      status: 200,
      body: { did: 'discarded', letters: 1, reason: 'the page is a film', who: 'operator' },
    });
    const after = await auditMill(app.ports, { isThorough: true });
    expect([after.totals.dead, after.totals.dropped]).toEqual([
      before.totals.dead - 1,
      before.totals.dropped + 1,
    ]);
    expect(after.totals.discovered).toBe(before.totals.discovered);
    expect(after.reasons).toContainEqual({ fate: 'dropped', reason: 'discarded', count: 1 });
    expect(after.unbalanced.map(({ kind }) => kind)).not.toContain('unburied');
    expect(after.unbalanced).toEqual(before.unbalanced);
    const fates = await app.ports.state.listFates({ fate: 'dropped', limit: 100 });
    expect(fates.items.find(({ reason }) => reason === 'discarded')).toMatchObject({
      detail: 'discarded by operator: the page is a film',
    });
  });
});
