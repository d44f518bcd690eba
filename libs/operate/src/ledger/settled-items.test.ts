import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledger, writeMessage, type LedgerEvent } from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { itemOf } from '@newsmill/text';
import { sampleArticle } from '../../../store/src/testing/sample-article.ts';
import { takeDown, liftTakedown } from '../takedown/take-down.ts';
import { expireArticles } from '../takedown/expire-articles.ts';
import { auditItems } from './audit-items.ts';
import { auditMill } from './audit-mill.ts';
import { titlesOf } from './look-up.ts';
import { findMissing } from './bring-back.ts';
import { mendStranded } from './mend-stranded.ts';
import { retireAll } from './retire-settled.ts';
import { traceUrl } from './trace-url.ts';

const now = 1_800_000_000_000;
const then = now - 30 * 86_400_000;
const urlOf = (name: string): string => `https://paper.example/news/${name}`;
const idOf = (name: string): string => itemOf(urlOf(name)) ?? '';

/** What operators ask and do works on articles that have been settled for long, as on those of today. */
describe('settled items', () => {
  let folder: string;
  let ports: OpenPorts;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-settled-'));
    ports = await openPorts(readSettings({ NEWSMILL_DATA: folder }));
    for (const name of ['one', 'two']) await live(name);
    expect(await retireAll(ports.state, then + 1_000)).toBe(2);
  });
  afterEach(async () => {
    await ports.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A page that was found and indexed, with its article; `isTold`: the ledger knows of it. */
  async function live(name: string, { isTold = true } = {}): Promise<void> {
    const id = idOf(name);
    const event: LedgerEvent = {
      item: id,
      url: urlOf(name),
      sourceId: 'paper',
      stage: 'discover',
      version: 0,
      attempt: 0,
      fate: 'waiting',
      firstSeen: then,
      at: then,
    };
    const events: LedgerEvent[] = [
      event,
      { ...event, stage: 'index', version: then + 5, at: then + 9, fate: 'indexed', articleId: id },
    ];
    await ports.state.addItems([
      {
        key: id,
        kind: 'page',
        url: urlOf(name),
        sourceId: 'paper',
        host: 'paper.example:443',
        domain: 'paper.example',
        dueAt: null,
        priority: 1,
        attempt: 0,
        firstSeen: then,
        fetchedAt: then,
        stamp: 'ofeed01.mark01',
        data: {},
      },
    ]);
    await ports.state.recordEvents(events);
    await ports.bus.publish(
      (isTold ? events : []).map((value) => ({
        topic: ledger.name,
        ...writeMessage(ledger, value, { key: `${id}/${value.stage}`, source: 'fetch', time: then }),
      })),
    );
    await ports.library.write([
      sampleArticle(id, {
        version: then + 5,
        url: urlOf(name),
        published: new Date(then).toISOString(),
        ingest: { item: id, discoveredUrl: urlOf(name), fetchedAt: then + 5, pipelineVersion: '1' },
      }),
    ]);
    await ports.library.refresh();
  }
  const whole = () => ({ ...ports, now: () => now });

  it('balance, and an article that is lost is named by its address', async () => {
    expect((await auditItems(ports, now)).unbalanced).toEqual([]);
    expect(await findMissing(ports)).toEqual([]);
    await ports.library.remove([{ id: idOf('two'), version: now, reason: 'test' }]);
    await ports.library.refresh();
    expect((await auditItems(ports, now)).unbalanced).toEqual([
      {
        kind: 'missing',
        total: 1,
        items: [{ item: idOf('two'), url: urlOf('two'), sourceId: 'paper', articleId: idOf('two') }],
      },
    ]);
    expect(await findMissing(ports)).toEqual([
      {
        articleId: idOf('two'),
        event: expect.objectContaining({ item: idOf('two'), url: urlOf('two'), version: then + 5 }),
      },
    ]);
  });

  it('are named by their key where the ledger has lost them', async () => {
    await live('three', { isTold: false });
    await retireAll(ports.state, then + 1_000);
    await ports.library.remove([{ id: idOf('three'), version: now, reason: 'test' }]);
    await ports.library.refresh();
    expect((await auditItems(ports, now)).unbalanced).toMatchObject([
      { kind: 'missing', total: 1, items: [{ item: idOf('three').slice(0, 16), url: '' }] },
    ]);
  });

  it('are traced by their address, by the id of the article, and where that is away', async () => {
    const trace = await traceUrl(urlOf('one'), whole());
    expect(trace).toMatchObject({
      url: urlOf('one'),
      fate: 'indexed',
      article: { id: idOf('one') },
      events: [{ stage: 'index', url: urlOf('one') }],
    });
    expect(await traceUrl(idOf('one'), whole())).toMatchObject({ url: urlOf('one'), fate: 'indexed' });
    await ports.library.remove([{ id: idOf('two'), version: now, reason: 'test' }]);
    expect(await traceUrl(urlOf('two'), whole())).toMatchObject({ url: urlOf('two'), fate: 'indexed' });
  });

  it('are fetched again where somebody wants that', async () => {
    const event = { ...(await ports.state.fateOf(idOf('one')))?.current, url: urlOf('one') } as LedgerEvent; // it is settled
    expect(await mendStranded(ports.state, [event], now)).toBe(1);
    expect((await ports.state.getItems([idOf('one')]))[0]).toMatchObject({ dueAt: now, url: urlOf('one') });
  });

  it('are taken down, and let in again', async () => {
    await takeDown(ports, { article: urlOf('one'), reason: 'a request', who: 'ada' }, now);
    expect((await ports.state.fateOf(idOf('one')))?.current).toMatchObject({
      fate: 'dropped',
      reason: 'taken-down',
    });
    await liftTakedown(ports, { article: urlOf('one'), who: 'ada' }, now + 1);
    expect((await ports.state.getItems([idOf('one')]))[0]).toMatchObject({ dueAt: now + 1 });
  });

  it('leave the library when they have had their time', async () => {
    expect(await expireArticles(ports, [{ sourceId: 'paper', before: now }], now)).toBe(2);
    expect((await ports.state.fateOf(idOf('one')))?.current).toMatchObject({
      fate: 'dropped',
      reason: 'expired',
      url: urlOf('one'),
    });
    expect((await auditItems(ports, now)).unbalanced).toEqual([]);
  });

  it('are audited row by row, in pages that follow each other, and named by their titles', async () => {
    const hour = 3_600_000;
    await ports.state.recordEvents(
      Array.from({ length: 620 }, (_, n) => ({
        item: `item-${n}`,
        url: urlOf(`more-${n}`),
        sourceId: `paper-${n % 2}`,
        stage: 'discover' as const,
        version: 0,
        attempt: 0,
        fate: 'waiting' as const,
        firstSeen: now - Math.floor(n / 2) * hour,
        at: now,
      })),
    );
    const asked = { ...ports, now: () => now };
    const narrowed = { from: '2026-01-01' };
    const first = await auditMill(asked, narrowed);
    expect(first.rows).toHaveLength(500);
    const second = await auditMill(asked, { ...narrowed, cursor: first.next });
    const all = (await auditMill(asked, { ...narrowed, isThorough: true })).rows;
    expect([...first.rows, ...second.rows]).toEqual(all);
    expect([second.next, second.totals]).toEqual([undefined, first.totals]);
    expect((await auditMill(asked, { ...narrowed, cursor: '0.paper' })).rows).toEqual([]);
    const { events = [] } = (await ports.state.fateOf(idOf('one'))) ?? {};
    expect([...(await titlesOf(ports, events))]).toEqual([[idOf('one'), `Report ${idOf('one')}`]]);
  });
});
