import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChangesRequest, Library } from '@newsmill/store';
import { ninjsValidator } from '../../../test/pipeline/ninjs-validator.ts';
import { exportChanges, type ExportPiece } from '@newsmill/operate';
import { openSeededApp, type SeededApp } from './testing/seeded-app.ts';
import { seededArticles } from './testing/seeded-articles.ts';

let app: SeededApp;
beforeAll(async () => {
  app = await openSeededApp();
});
afterAll(async () => {
  await app.close();
});

const get = async (query: string) => {
  const answer = await fetch(`${app.address}/api/v1/export?${query}`);
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    text: Buffer.from(await answer.arrayBuffer()).toString('utf8'),
  };
};
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));

/** A strict reader of RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

describe('GET /api/v1/export', () => {
  it('gives every article once as NDJSON, and ends with a cursor', async () => {
    const { status, type, text } = await get('');
    expect([status, type]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    const lines = linesOf(text);
    const articles = lines.filter((line) => 'id' in line);
    expect(articles.map(({ id }) => id).sort()).toEqual(
      seededArticles()
        .map(({ id }) => id)
        .sort(),
    );
    for (const article of articles)
      expect(article).toEqual(await app.ports.library.get(String(article['id'])));
    expect(lines.at(-1)).toEqual({ cursor: expect.any(String), end: true });
    expect(lines.filter((line) => !('id' in line))).toHaveLength(1);
  });

  it('gives only what changed since a cursor, tombstones included, and filters', async () => {
    const cursor = String(linesOf((await get('')).text).at(-1)?.['cursor']);
    expect(linesOf((await get(`since=${cursor}`)).text)).toEqual([{ cursor, end: true }]);
    const [first] = seededArticles();
    await app.ports.library.write([
      {
        ...first,
        id: 'new-one',
        title: '=HYPERLINK("http://evil.example")',
        content: 'nightly ferry',
        version: 5,
      } as Parameters<Library['write']>[0][number],
    ]);
    await app.ports.library.remove([{ id: 'new-two', version: 7, reason: 'takedown' }]);
    expect(linesOf((await get(`since=${cursor}&fields=title,version`)).text)).toEqual([
      { id: 'new-one', title: '=HYPERLINK("http://evil.example")', version: 5 },
      {
        id: 'new-two',
        uri: 'urn:newsmill:article:new-two',
        version: 7,
        indexed: expect.any(String),
        deleted: true,
        reason: 'takedown',
      },
      { cursor: expect.any(String), end: true },
    ]);
    expect(linesOf((await get(`since=${cursor}&q=nightly&language=xx`)).text).map(({ id }) => id)).toEqual([
      'new-two',
      undefined,
    ]);
    const rows = readCsv((await get(`since=${cursor}&format=csv&fields=title,version,indexed`)).text);
    expect(rows).toEqual([
      ['status', 'id', 'title', 'version', 'indexed', 'cursor'],
      ['live', 'new-one', '\'=HYPERLINK("http://evil.example")', '5', expect.any(String), expect.any(String)],
      ['deleted', 'new-two', '', '7', expect.any(String), expect.any(String)],
    ]);
    expect(linesOf((await get(`since=${rows[1]?.at(-1)}`)).text).map(({ id }) => id)).toEqual([
      'new-two',
      undefined,
    ]);
  });

  it('leaves near copies out where it is asked to', async () => {
    const [first] = seededArticles();
    if (first === undefined) throw new TypeError('no seeded article');
    const cursor = String(linesOf((await get('')).text).at(-1)?.['cursor']);
    await app.ports.library.write([
      { ...first, id: 'copy', content: 'morning ferry', duplicateOf: first.id, version: 5 },
      { ...first, id: 'original', content: 'morning ferry', version: 5 },
    ]);
    for (const query of ['', '&q=ferry'])
      expect(linesOf((await get(`since=${cursor}&collapse=true${query}`)).text).map(({ id }) => id)).toEqual([
        'original',
        undefined,
      ]);
    expect(linesOf((await get(`since=${cursor}`)).text).map(({ id }) => id)).toEqual([
      'copy',
      'original',
      undefined,
    ]);
  });

  it('gives items of ninjs that fit its schema, also of what is gone', async () => {
    const problemsOf = ninjsValidator();
    await app.ports.library.remove([{ id: 'gone one', version: 3, reason: 'takedown' }]);
    const items = linesOf((await get('format=ninjs')).text);
    const articles = items.filter((item) => 'uri' in item);
    expect(articles.map(problemsOf)).toEqual(articles.map(() => ''));
    expect(articles.filter((item) => item['pubStatus'] === 'usable').length).toBe(
      await app.ports.library.count(),
    );
    expect(articles.at(-1)).toMatchObject({
      uri: 'urn:newsmill:article:gone%20one',
      pubStatus: 'canceled',
      version: '3',
      edNote: 'takedown',
    });
    expect(items.at(-1)).toEqual({ cursor: expect.any(String), end: true });
  });

  it('gives a table with a mark of byte order when asked', async () => {
    const { type, text } = await get('format=csv&bom=true&language=ko');
    expect(type).toMatch(/^text\/csv/);
    expect(text.startsWith('\ufeff"status","id","version"')).toBe(true);
    expect(text).toContain('항구신문');
    expect(readCsv(text).every((row, _i, rows) => row.length === rows[0]?.length)).toBe(true);
  });

  it.each([
    ['since=nonsense', 400, 'bad-cursor'],
    ['format=xml', 400, 'bad-parameter'],
    ['fields=title,nothing', 400, 'bad-parameter'],
    ['q=%22open', 400, 'bad-query'],
    ['until=soon', 400, 'bad-parameter'],
    ['sins=x', 400, 'bad-parameter'],
    ['format=ninjs&fields=title', 400, 'bad-parameter'],
  ])('refuses %s', async (query, status, code) => {
    const answer = await get(query);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ code });
  });
});

/** A library of very many changes that counts what is read of it. */
function endless(pages: number) {
  const asked: ChangesRequest[] = [];
  const [sample] = seededArticles();
  if (sample === undefined) throw new Error('no sample');
  const changes: Library['changes'] = async (query) => {
    asked.push(query);
    const page = Number(query.after ?? 0);
    const items = Array.from({ length: query.limit }, (_, i) => ({
      kind: 'document' as const,
      indexed: '',
      cursor: `${page}.${i}`,
      document: { ...sample, id: `${page}-${i}`, content: 'x'.repeat(2_000) },
    }));
    return { items, cursor: String(page + 1), more: page + 1 < pages };
  };
  return { asked, changes };
}

describe('a long export', () => {
  it('reads no faster than it is taken, and stops when the client goes away', async () => {
    const library = endless(100_000);
    const large = await openSeededApp({
      library: { ...app.ports.library, changes: library.changes } as Library,
    });
    try {
      const seen = await new Promise<number>((resolve, reject) => {
        const asking = request(`${large.address}/api/v1/export`, (answer) => {
          answer.once('data', () => {
            answer.pause();
            setTimeout(() => {
              const before = library.asked.length;
              asking.destroy();
              resolve(before);
            }, 1_000);
          });
        });
        asking.on('error', reject);
        asking.end();
      });
      expect(seen).toBeLessThan(200);
      // What was under way comes to its end, and nothing after it.
      let after = -1;
      for (let turn = 0; turn < 20 && after !== library.asked.length; turn += 1) {
        after = library.asked.length;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      expect(library.asked.length).toBe(after);
    } finally {
      await large.close();
    }
  });

  it('tells the cursor after every page, and now and then where nothing is found', async () => {
    const pieces: ExportPiece[] = [];
    for await (const piece of exportChanges(endless(3), { format: 'ndjson' })) pieces.push(piece);
    expect(pieces.map(({ text }) => text.trimEnd().split('\n').at(-1))).toEqual([
      '{"cursor":"1"}',
      '{"cursor":"2"}',
      '{"cursor":"3","end":true}',
    ]);
    let page = 0;
    const empty: Library['changes'] = async () => ({
      items: [],
      cursor: String((page += 1)),
      more: page < 120,
    });
    const quiet: ExportPiece[] = [];
    for await (const piece of exportChanges({ changes: empty }, { format: 'ndjson' })) quiet.push(piece);
    expect(quiet.map(({ text }) => text)).toEqual([
      '{"cursor":"50"}\n',
      '{"cursor":"100"}\n',
      '{"cursor":"120","end":true}\n',
    ]);
  });
});

describe('the page Export', () => {
  const page = async (path: string) => {
    const answer = await fetch(app.address + path, { redirect: 'manual' });
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      text: await answer.text(),
    };
  };

  it('counts what matches, and shows the line that exports the same', async () => {
    const { status, text } = await page(
      '/export?q=ferry&source=&language=&from=&to=&format=csv&collapse=false',
    );
    expect(status).toBe(200);
    expect(text).toMatch(/\d+ articles?</);
    expect(text).toContain('./newsmill export --query ferry --format csv --out articles.csv');
  });
  it('keeps everything that its address says, on the line and in the form', async () => {
    const { text } = await page('/export?q=ferry&collapse=true&until=2026-11-24T16:20:00Z&bom=true');
    expect(text).toContain(
      './newsmill export --collapse --bom --query ferry --until 2026-11-24T16:20:00Z --out articles.ndjson',
    );
    expect(text).toMatch(/name="until" value="2026-11-24T16:20:00Z"/);
    expect(text).toMatch(/name="bom" value="true"/);
  });
  it('leads to the file, without what was left empty', async () => {
    const query =
      'q=language%3Aen+night&source=harbour-times&language=&from=2026-11-01&to=&since=&fields=&collapse=true';
    const { status, location } = await page(`/export/file?${query}&format=csv&use=training`);
    expect([status, location]).toEqual([
      303,
      '/api/v1/export?q=language%3Aen+night&source=harbour-times&from=2026-11-01&format=csv&collapse=true&use=training',
    ]);
    const file = await fetch(app.address + (location ?? ''));
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="newsmill.csv"',
    ]);
    expect((await file.text()).split('\r\n').length).toBeGreaterThan(1);
    expect((await page('/export/file?q=&format=ndjson&collapse=false&use=export')).location).toBe(
      '/api/v1/export',
    );
  });
  it('says what is wrong with a query, and keeps it', async () => {
    for (const path of ['/export', '/export/file']) {
      const { status, text } = await page(`${path}?q=night+AND`);
      expect(status).toBe(400);
      expect(text).toContain('role="alert"');
      expect(text).toContain('value="night AND"');
    }
  });
});

describe('GET /api/v1/report', () => {
  it('is the same as JSON and as a table', async () => {
    const query = 'period=month&from=2026-11-01&to=2026-11-30';
    const json: { readonly items: readonly { readonly sourceId: string; readonly articles: number }[] } =
      await (await fetch(`${app.address}/api/v1/report?${query}`)).json();
    expect(json.items.find(({ sourceId }) => sourceId === 'harbour-times')?.articles).toBeGreaterThan(0);
    const answer = await fetch(`${app.address}/api/v1/report?${query}&format=csv`);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toContain('newsmill-report.csv');
    const rows = readCsv(await answer.text());
    expect(rows.slice(1).map((row) => [row[1], Number(row[3])])).toEqual(
      json.items.map(({ sourceId, articles }) => [sourceId, articles]),
    );
  });
});
