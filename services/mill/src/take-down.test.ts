import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CleanArticle,
  type ArchiveReference,
  type ArticleDocument,
  type LedgerEvent,
  type Rights,
} from '@newsmill/contracts';
import { enrichArticle } from '@newsmill/enrich';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { toDocument } from '@newsmill/search';
import { itemOf } from '@newsmill/text';
import {
  auditMill,
  expireArticles,
  removeOverdue,
  removeUnkept,
  retentionRules,
  liftTakedown,
  planTakedown,
  takeDown,
  listTakedowns,
  Refusal,
} from '@newsmill/operate';

const known = { articleId: '', owner: '', candidates: [], values: new Map<string, string>(), site: [] };
const seen = Date.UTC(2026, 9, 20);
const now = seen + 40 * 86_400_000;

let folder: string;
let ports: OpenPorts;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-takedown-'));
  ports = await openPorts(readSettings({ NEWSMILL_DATA: folder }));
  await ports.registry.prepare();
});
afterEach(async () => {
  await ports.close();
  rmSync(folder, { recursive: true, force: true });
});

function archive(url: string, fetchedAt: number, body: string): Promise<ArchiveReference> {
  return ports.archive.put({
    url,
    fetchedAt,
    status: 200,
    encoding: 'identity',
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(body),
  });
}

/** An article as the mill has it: in the archive, the library, the ledger and the frontier. */
async function put(
  name: string,
  change: {
    readonly sourceId?: string;
    readonly fetchedAt?: number;
    readonly licence?: string;
    readonly rights?: Rights;
  } = {},
): Promise<ArticleDocument> {
  const { sourceId = 'paper', fetchedAt = seen, licence, rights } = change;
  const url = `https://paper.example/${name}`;
  const item = itemOf(url) ?? '';
  const page = await archive(url, fetchedAt, `<p>the words of ${name} as they were on the page</p>`);
  const article = CleanArticle.parse({
    item,
    sourceId,
    url,
    finalUrl: url,
    fetchedAt,
    firstSeen: seen,
    published: new Date(seen).toISOString(),
    title: name,
    text: `The words of ${name}.`,
    blocks: [],
    confidence: 1,
    archive: page,
    licence,
    rights,
  });
  const enriched = enrichArticle(article, { ...known, articleId: `id-${name}` }, []);
  if (enriched.kind !== 'accept') throw new Error(enriched.reason);
  const document = toDocument(enriched.value, { pipelineVersion: '0' });
  if (document.kind !== 'accept') throw new Error(document.reason);
  await ports.library.write([document.value]);
  const event: LedgerEvent = {
    item,
    url,
    sourceId,
    stage: 'index',
    version: fetchedAt,
    attempt: 0,
    fate: 'indexed',
    articleId: document.value.id,
    firstSeen: seen,
    at: fetchedAt,
  };
  await ports.state.recordEvents([event]);
  await ports.state.addItems([
    {
      key: item,
      kind: 'page',
      url,
      sourceId,
      host: 'paper.example:443',
      domain: 'paper.example',
      dueAt: now + 1,
      priority: 1,
      attempt: 0,
      firstSeen: seen,
      fetchedAt,
      stamp: '',
      data: {},
    },
  ]);
  return document.value;
}

const problems = async () => {
  const { balanced, findings } = await auditMill({ ...ports, now: () => now }, { isThorough: true });
  return balanced ? [] : findings;
};
const allFiles = () =>
  readdirSync(join(folder, 'archive'))
    .map((name) => readFileSync(join(folder, 'archive', name), 'utf8'))
    .join('');

describe('a takedown', () => {
  it('takes an article out of library and archive with all its fetches, leaves a receipt, and the counts balance', async () => {
    const first = await archive(
      'https://paper.example/one',
      seen - 1_000,
      'an earlier page with secret words',
    );
    const document = await put('one');
    const other = await put('two');
    const read = await ports.library.get(document.id);
    const receipt = await takeDown(
      ports,
      { article: 'https://paper.example/one', reason: 'a court order', who: 'ann' },
      now,
    );
    expect(receipt).toMatchObject({
      id: document.id,
      url: 'https://paper.example/one',
      title: 'one',
      reason: 'a court order',
      who: 'ann',
      isDone: true,
      sha256: createHash('sha256').update(JSON.stringify(read)).digest('hex'),
    });
    expect(receipt.pages.map(({ offset }) => offset).sort((a, b) => a - b)).toEqual([
      first.offset,
      document.ingest.archive?.offset,
    ]);
    expect(await ports.library.get(document.id)).toBeUndefined();
    expect(allFiles()).not.toMatch(/secret words|words of one/);
    expect(allFiles()).toContain('words of two');
    expect((await ports.state.fateOf(document.ingest.item))?.current).toMatchObject({
      fate: 'dropped',
      reason: 'taken-down',
      detail: 'a court order',
    });
    expect((await ports.state.getItems([document.ingest.item]))[0]?.dueAt).toBeNull();
    expect(await ports.library.get(other.id)).toBeDefined();
    expect(await problems()).toEqual([]);
  });

  it('takes a page out that is damaged, and says no sum of it', async () => {
    const { id, ingest } = await put('one');
    const { file, offset, length } = ingest.archive ?? { file: '', offset: 0, length: 0 };
    const handle = openSync(join(folder, 'archive', file), 'r+');
    writeSync(handle, 'X', offset + length - 6);
    closeSync(handle);
    const receipt = await takeDown(ports, { article: id, reason: 'a court order', who: 'ann' }, now);
    expect(receipt).toMatchObject({ isDone: true, pages: [{ file, offset }] });
    expect(receipt.pages[0]?.sha256).toBe('');
    expect(await ports.library.get(id)).toBeUndefined();
    expect(allFiles()).not.toContain('words of one');
  });

  it.each([
    ['its mark', /WARC\/1\.1\r\nWARC-Type: response/g, 'XXXX'],
    ['its length', /Content-Length: \d/g, 'Content-Lengthx 9'],
    ['its type', /WARC-Type: response/g, 'WARC-Type: rxxponse'],
  ])('takes a page out of which the head cannot be read: %s', async (_, wanted, instead) => {
    const before = await put('zero');
    const { id, ingest } = await put('one');
    await put('two');
    const { file, offset } = ingest.archive ?? { file: '', offset: 0 };
    const path = join(folder, 'archive', file);
    const at = [...readFileSync(path, 'latin1').matchAll(wanted)].find(({ index }) => index >= offset)?.index;
    const handle = openSync(path, 'r+');
    writeSync(handle, instead, at ?? 0);
    closeSync(handle);
    const receipt = await takeDown(ports, { article: id, reason: 'a court order', who: 'ann' }, now);
    expect(receipt).toMatchObject({ isDone: true, pages: [{ file, offset, sha256: '' }] });
    expect(receipt.unreadable).toBeUndefined();
    expect(allFiles()).not.toContain('words of one');
    expect(allFiles()).toMatch(/words of zero[^]*reason: takedown[^]*words of two/);
    expect(await ports.library.get(before.id)).toBeDefined();
  });

  it('says which places it cannot read, since an earlier fetch may lie there', async () => {
    const first = await archive('https://paper.example/one', seen, 'an earlier page with secret words');
    await put('one');
    const handle = openSync(join(folder, 'archive', first.file), 'r+');
    writeSync(handle, 'XXXX', first.offset);
    closeSync(handle);
    const order = { article: 'https://paper.example/one', reason: 'a court order', who: 'ann' };
    const unreadable = [{ file: first.file, offset: first.offset }];
    expect(await planTakedown(ports, order.article)).toMatchObject({ unreadable, pages: [{}] });
    expect(await takeDown(ports, order, now)).toMatchObject({ isDone: true, unreadable });
    expect(allFiles()).toContain('secret words');
    // What a verification that mends hands to the archive.
    await ports.archive.remove([first], { at: now, reason: 'damaged' });
    expect(allFiles()).not.toContain('secret words');
  });

  it('is told once, keeps later versions out, and is lifted', async () => {
    const document = await put('one');
    await takeDown(ports, { article: document.id, reason: 'a court order', who: 'ann' }, now);
    expect(
      await takeDown(ports, { article: document.id, reason: 'again', who: 'bob' }, now + 1),
    ).toMatchObject({ reason: 'a court order', who: 'ann' });
    expect(await ports.library.write([{ ...document, version: now }])).toEqual([{ kind: 'taken-down' }]);
    expect(await liftTakedown(ports, { article: document.url, who: 'bob' }, now + 2)).toMatchObject({
      lifted: { who: 'bob' },
    });
    expect((await ports.state.getItems([document.ingest.item]))[0]?.dueAt).toBe(now + 2);
    expect(await ports.library.write([document])).toEqual([{ kind: 'written' }]);
    expect((await listTakedowns(ports.registry)).map(({ id }) => id)).toEqual([document.id]);
    expect(
      await takeDown(ports, { article: document.id, reason: 'a second order', who: 'ann' }, now + 3),
    ).toMatchObject({ reason: 'a second order', isDone: true });
    expect(await ports.library.get(document.id)).toBeUndefined();
  });

  it('refuses what it does not know', async () => {
    for (const article of ['https://paper.example/never', 'no-id', '']) {
      const order = takeDown(ports, { article, reason: 'x', who: 'ann' }, now);
      await expect(order).rejects.toBeInstanceOf(Refusal);
      await expect(order).rejects.toMatchObject({ code: 'unknown-article' });
    }
  });
});

describe('retention', () => {
  it('lets articles go that have had their time, by source and licence; the ledger keeps the reason and the counts balance', async () => {
    const old = await put('old', { sourceId: 'paper' });
    const kept = await put('kept', { sourceId: 'post' });
    const strict = await put('strict', { sourceId: 'post', licence: 'All Rights' });
    const free = await put('free', { sourceId: 'post', licence: 'CC BY 4.0' });
    const rules = retentionRules(
      [
        { id: 'paper', retention: '30d' },
        { id: 'post', retention: undefined },
      ],
      [
        { licence: 'all rights', ms: 10 * 86_400_000 },
        { licence: 'cc by 4.0' },
        { licence: '*', ms: 50 * 86_400_000 },
      ],
      now,
    );
    expect(await expireArticles(ports, rules, now)).toBe(2);
    expect(
      await Promise.all(
        [old, kept, strict, free].map(async ({ id }) => (await ports.library.get(id)) !== undefined),
      ),
    ).toEqual([false, true, false, true]);
    expect((await ports.state.fateOf(old.ingest.item))?.current).toMatchObject({
      fate: 'dropped',
      reason: 'expired',
      articleId: old.id,
    });
    expect(allFiles()).not.toMatch(/words of old|words of strict/);
    expect(await problems()).toEqual([]);
    const later = now + 20 * 86_400_000;
    expect(
      await expireArticles(
        ports,
        retentionRules([], [{ licence: 'CC BY 4.0' }, { licence: '*', ms: 50 * 86_400_000 }], later),
        later,
      ),
    ).toBe(1);
    expect(await ports.library.count()).toBe(1);
    expect(await expireArticles(ports, [], later)).toBe(0);
  });
});

describe('what pages forbid', () => {
  it('leaves the library when its time is over, with its raw page, and says so', async () => {
    const over = await put('over', {
      rights: { reserved: ['later'], unavailableAfter: new Date(now).toISOString() },
    });
    const later = await put('later', {
      rights: { reserved: ['later'], unavailableAfter: new Date(now + 1).toISOString() },
    });
    await put('free');
    await ports.library.refresh();
    expect(await removeOverdue(ports, now)).toBe(1);
    expect(await ports.library.get(over.id)).toBeUndefined();
    expect(await ports.library.get(later.id)).toBeDefined();
    expect(await ports.library.count()).toBe(2);
    expect((await ports.state.fateOf(over.ingest.item))?.current).toMatchObject({
      fate: 'dropped',
      reason: 'expired',
      detail: 'unavailable_after',
    });
    expect(allFiles()).not.toContain('words of over');
    expect(await problems()).toEqual([]);
    expect(await removeOverdue(ports, now)).toBe(0);
  });

  it('leaves the archive after an hour where a page says noarchive, unless that is allowed', async () => {
    const rights: Rights = {
      archive: { decision: 'denied', rules: [{ source: 'meta robots', value: 'noarchive' }] },
      reserved: ['archive'],
    };
    const bound = await put('bound', { rights });
    const allowed = await put('allowed', { rights, sourceId: 'partner' });
    const free = await put('free');
    await ports.library.refresh();
    const grants = (id: string) =>
      id === 'partner' ? { ground: 'Contract of 2026', allow: ['archive' as const] } : undefined;
    const soon = Date.now() + 1_800_000;
    expect((await removeUnkept(ports, { grants, since: undefined, now: soon })).pages).toBe(0);
    const hours = Date.now() + 2 * 3_600_000;
    const swept = await removeUnkept(ports, { grants, since: undefined, now: hours });
    expect(swept).toEqual({ pages: 1, until: hours - 3_600_000 });
    expect(allFiles()).not.toContain('words of bound');
    expect(allFiles()).toContain('words of allowed');
    const [kept] = await ports.library.written([bound.id]);
    expect(kept).toMatchObject({ content: bound.content, ingest: { item: bound.ingest.item } });
    expect(kept?.ingest.archive).toBeUndefined();
    for (const { id, ingest } of [allowed, free])
      expect((await ports.library.get(id))?.ingest.archive).toEqual(ingest.archive);
    expect((await removeUnkept(ports, { grants, since: undefined, now: hours + 7_200_000 })).pages).toBe(0);
    expect(await problems()).toEqual([]);
  });
});
