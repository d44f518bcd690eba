import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArticleDocument } from '@newsmill/contracts';
import { loadVectors, packVector } from '@newsmill/enrich';
import { readDead } from '@newsmill/operate';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { millDesk } from './agents/mill-desk.ts';
import { relatedArticles, relatedInput } from './agents/related.ts';
import { remoteDesk } from './agents/remote-desk.ts';
import { openApi } from './description/openapi.ts';
import { openPaper, type Paper } from './testing/open-paper.ts';
import { z } from 'zod';
import { openSeededApp, seededKey, waitingUrl, type SeededApp } from './testing/seeded-app.ts';
import { seededId, seededNow } from './testing/seeded-articles.ts';

let app: SeededApp;
let paper: Paper;
beforeAll(async () => {
  [app, paper] = [await openSeededApp(), await openPaper()];
});
afterAll(async () => {
  await app.close();
  await paper.close();
});

const description = JSON.parse(JSON.stringify(openApi()));
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(description, 'api');

async function ask(
  path: string,
  init: RequestInit = {},
): Promise<{
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & { readonly errors?: unknown };
}> {
  const answer = await fetch(app.address + path, init);
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? {} : JSON.parse(text) };
}
function post(path: string, body: unknown, key: string | undefined = seededKey) {
  return ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
  });
}
function fits(name: string, body: unknown): void {
  const validate = ajv.getSchema(`api#/components/schemas/${name}`);
  expect(validate?.(body) === true ? [] : (validate?.errors ?? ['no such schema'])).toEqual([]);
}
const ferry = () => seededId('harbour-times', 'night-ferry-returns');

describe('search by meaning', () => {
  it('says that this mill has no vectors', async () => {
    expect(await ask('/api/v1/search?q=ferry&mode=hybrid')).toMatchObject({
      status: 501,
      body: { code: 'not-supported' },
    });
    expect(await ask('/api/v1/search?q=ferry&mode=magic')).toMatchObject({
      status: 400,
      body: { code: 'bad-parameter' },
    });
  });

  it('finds what is near, besides what holds the words, and keeps to the conditions', async () => {
    const able = await openSeededApp({ settings: { vectors: 'english' } });
    try {
      const { articleVector } = loadVectors('english');
      const [sample] = (await able.ports.library.list({ limit: 1 })).items;
      const written = [
        'Doctors warn of a wave of influenza',
        'Shares fall after the central bank raises rates',
      ].map(
        (title, index) =>
          ({
            ...sample,
            id: `near-${index}`,
            title,
            content: title,
            language: 'en',
            vector: packVector(articleVector({ title, text: title }) ?? new Float32Array(1)),
          }) as ArticleDocument,
      );
      await able.ports.library.write(written);
      const search = async (query: string) => {
        const answer = await fetch(`${able.address}/api/v1/search?mode=hybrid&${query}`);
        const body: { readonly items: readonly { readonly id: string }[] } = await answer.json();
        fits('SearchAnswer', body);
        return body.items.map(({ id }) => id);
      };
      expect(await search('q=flu epidemic hospital')).toEqual(['near-0']);
      expect(await search('q=flu epidemic hospital -wave')).toEqual([]);
      expect(await search('q=stock market')).toEqual(['near-1']);
      expect(await search('q=author:nobody stock market')).toEqual([]);
    } finally {
      await able.close();
    }
  });
});

describe('what papers in other languages tell', () => {
  const told = {
    'across-en': [
      'en',
      'Storm floods the harbour of Aberdeen',
      'Heavy rain and wind closed the port and flooded two streets.',
    ],
    'across-de': [
      'de',
      'Sturm überschwemmt den Hafen von Aberdeen',
      'Starker Regen und Wind schlossen den Hafen und überfluteten zwei Straßen.',
    ],
    'across-fr': [
      'fr',
      'La banque centrale relève ses taux',
      'Les prêts seront plus chers, dit le gouverneur.',
    ],
    'across-two': ['en', 'Wind and rain flood Aberdeen', 'The storm closed the port.'],
  } as const;
  it('is found by meaning: by the API, by agents, on the page of the article', async () => {
    const able = await openSeededApp({ settings: { vectors: 'multilingual' } });
    try {
      const { articleVector } = loadVectors('multilingual');
      const [sample] = (await able.ports.library.list({ limit: 1 })).items;
      await able.ports.library.write(
        Object.entries(told).map(
          ([id, [language, title, content]]) =>
            ({
              ...sample,
              id,
              title,
              content,
              summary: undefined,
              keyPhrases: [],
              language,
              storyId: undefined,
              published: '2026-11-20T10:00:00.000Z',
              vector: packVector(articleVector({ title, text: content }) ?? new Float32Array(1)),
            }) as ArticleDocument,
        ),
      );
      const related = async (query: string) => {
        const answer = await fetch(`${able.address}/api/v1/articles/across-en/related?${query}`);
        return { status: answer.status, body: await answer.json() };
      };
      const { body } = await related('otherLanguages=true');
      fits('RelatedAnswer', body);
      expect(body.items.map(({ id }: { readonly id: string }) => id)).toEqual(['across-de']);
      expect(await related('otherLanguages=true&sameLanguage=true')).toMatchObject({
        status: 400,
        body: { code: 'bad-parameter' },
      });
      // A query finds them in either language.
      const search = await fetch(`${able.address}/api/v1/search?mode=hybrid&q=Hafen Sturm`);
      const { items }: { readonly items: readonly { readonly id: string }[] } = await search.json();
      expect(
        items
          .slice(0, 3)
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(['across-de', 'across-en', 'across-two']);
      const page = await (await fetch(`${able.address}/articles/across-en`)).text();
      const [, elsewhere = ''] = page.split('id="elsewhere"');
      expect(elsewhere).toContain('In other languages');
      expect(elsewhere).toContain(told['across-de'][1]);
      expect(elsewhere).not.toContain(told['across-two'][1]);
      for (const desk of [millDesk(able.ports), remoteDesk({ url: able.address })]) {
        const found = await desk.related('across-en', 5, 'other');
        expect(found?.items.map(({ id }) => id)).toEqual(['across-de']);
        const tool = await relatedArticles(
          desk,
          relatedInput.parse({ id: 'across-en', otherLanguages: true }),
        );
        expect(tool.structuredContent['items']).toMatchObject([{ id: 'across-de', why: 'alike' }]);
      }
    } finally {
      await able.close();
    }
  });
});

describe('answers fit the API description', () => {
  const reads: readonly (readonly [string, string])[] = [
    ['/api/v1/search', 'SearchAnswer'],
    ['/api/v1/search?q=ferry&facets=source,day&collapse=true&from=2026-11-01&to=2026-11-24', 'SearchAnswer'],
    [`/api/v1/articles/${ferry()}`, 'Article'],
    ['/api/v1/sources', 'SourcesAnswer'],
    [`/api/v1/ledger?url=${encodeURIComponent(waitingUrl)}`, 'LedgerAnswer'],
    ['/api/v1/ledger?fate=indexed&limit=3', 'LedgerAnswer'],
    ['/api/v1/audit', 'AuditAnswer'],
    ['/api/v1/processes', 'ProcessesAnswer'],
    ['/api/v1/overview', 'OverviewAnswer'],
    ['/api/v1/series', 'SeriesAnswer'],
    ['/api/v1/series?name=searchable,lag.clean&span=quarter', 'SeriesAnswer'],
    ['/api/v1/dead', 'DeadAnswer'],
    ['/api/v1/dead/ffee00112233aabb', 'DeadLetterAnswer'],
    ['/api/v1/dead/bin0000000000001', 'DeadLetterAnswer'],
  ];
  it.each(reads)('GET %s', async (path, name) => {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    fits(name, body);
  });
  it('POST preview', async () => {
    const preview = await post('/api/v1/preview', { url: paper.feed, allowPrivate: [paper.pair] });
    expect(preview).toMatchObject({
      status: 200,
      body: {
        kind: 'feed',
        feedUrl: paper.feed,
        title: 'Harbour Times <127.0.0.1>',
        entries: 3,
        articles: [
          { title: 'Night ferry returns to the strait after nine years' },
          { title: 'Bridge inspectors find loose bolts & praise the night shift' },
        ],
        problems: [`http://${paper.pair}/news/old: answered 410`],
      },
    });
    fits('PreviewAnswer', preview.body);
    const away = await post('/api/v1/preview', { url: 'harbour-times.example/feed.xml' });
    expect(away).toMatchObject({
      status: 200,
      body: {
        url: 'https://harbour-times.example/feed.xml',
        problems: [expect.stringContaining('https://harbour-times.example/feed.xml: ')],
      },
    });
    fits('PreviewAnswer', away.body);
  });
  it('POST replay', async () => {
    const other = await openSeededApp();
    try {
      const replay = async (body: object) =>
        (
          await fetch(`${other.address}/api/v1/dead/replay`, {
            method: 'POST',
            body: JSON.stringify(body),
            headers: { 'content-type': 'application/json', authorization: `Bearer ${seededKey}` },
          })
        ).json();
      const deadIds = async () => (await readDead(other.ports, { limit: 10 })).letters.map(({ id }) => id);
      const all = await deadIds();
      expect(await replay({ all: true, dryRun: true })).toEqual({
        replayed: 0,
        ids: ['a1b2c3d4e5f60718', 'ffee00112233aabb', 'bin0000000000001'],
      });
      expect(await deadIds()).toEqual(all);
      const sent = await replay({ reason: 'bad-page' });
      expect(sent).toEqual({ replayed: 1, ids: ['bin0000000000001'] });
      fits('ReplayAnswer', sent);
      expect(await deadIds()).toEqual(['ffee00112233aabb', 'a1b2c3d4e5f60718']);
      const back: number[][] = [];
      for await (const { value } of other.ports.bus.browse('newsmill.page.fetched')) back.push([...value]);
      expect(back).toEqual([[0x1f, 0x8b, 0, 255, 254]]);
    } finally {
      await other.close();
    }
  });
  it('serves the description that is committed', async () => {
    expect((await ask('/api/v1/openapi.json')).body).toEqual(description);
  });
});

describe('search', () => {
  it('finds words in five languages and says where', async () => {
    for (const [q, path] of [
      ['Nachtfähre', 'faehre-nacht'],
      ['夜渡轮', 'xin-gang'],
      ['밤배', 'busan-night'],
      ['العبّارة', 'abbara'],
      ['"loose bolts"', 'bridge-inspection'],
    ]) {
      const { body } = await ask(`/api/v1/search?q=${encodeURIComponent(q ?? '')}`);
      expect({ q, body }).toMatchObject({
        body: {
          items: expect.arrayContaining([
            expect.objectContaining({ url: expect.stringContaining(path ?? '') }),
          ]),
        },
      });
    }
    const { body } = await ask('/api/v1/search?q=bolts');
    expect(body['items']).toMatchObject([
      {
        source: 'harbour-times',
        highlights: expect.arrayContaining([
          expect.objectContaining({ field: 'content', marks: expect.arrayContaining([expect.any(Array)]) }),
        ]),
      },
    ]);
  });
  it('pages through everything once, with cursor and link', async () => {
    const seen: unknown[] = [];
    let path: string | undefined = '/api/v1/search?limit=4';
    while (path !== undefined) {
      const { headers, body }: Awaited<ReturnType<typeof ask>> = await ask(path);
      if (!Array.isArray(body['items'])) throw new Error('no items');
      seen.push(...body['items'].map((item: { id: string }) => item.id));
      path = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
      expect(path === undefined).toBe(body['next'] === undefined);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(13);
  });
  it('narrows by source, language and day, and hides copies', async () => {
    const total = async (query: string) => (await ask(`/api/v1/search?${query}`)).body['total'];
    expect(await total('source=deich-bote')).toBe(4);
    // A copy stands for its family where the original was not asked for.
    expect(await total('source=deich-bote&collapse=true')).toBe(4);
    expect(await total('collapse=true')).toBe(Number(await total('')) - 1);
    expect(await total('source=deich-bote&source=hanggu-sinmun')).toBe(5);
    expect(await total('language=zh-Hans,ar')).toBe(3);
    expect(await total('from=2026-11-24&to=2026-11-24')).toBe(9);
    expect(await total('to=2026-11-24T00:00:00Z')).toBe(4);
  });
  it('answers an article with an ETag, 304 when it is known, and as Markdown', async () => {
    const path = `${app.address}/api/v1/articles/${ferry()}`;
    const first = await fetch(path);
    const etag = first.headers.get('etag') ?? '';
    expect((await fetch(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    const markdown = await fetch(`${path}.md`);
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await markdown.text()).toContain('# Night ferry returns');
  });
  it('answers an article as ninjs and as JSON-LD, each with an ETag', async () => {
    const path = `${app.address}/api/v1/articles/${ferry()}`;
    const [ninjs, linked] = await Promise.all([fetch(`${path}.ninjs`), fetch(`${path}.jsonld`)]);
    expect(ninjs.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await ninjs.json()).toMatchObject({
      uri: `urn:newsmill:article:${ferry()}`,
      standard: { name: 'ninjs', version: '3.1' },
      headlines: [
        { role: 'main', value: 'Night ferry returns to the strait after nine years' },
        { role: 'sub' },
      ],
    });
    expect(linked.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    expect(await linked.json()).toMatchObject({
      '@type': 'NewsArticle',
      author: [{ name: 'Mara Quill' }],
      image: [{ url: 'https://harbour-times.example/pictures/ferry.jpg' }],
    });
    expect(
      (await fetch(`${path}.jsonld`, { headers: { 'if-none-match': linked.headers.get('etag') ?? '' } }))
        .status,
    ).toBe(304);
    expect((await fetch(`${app.address}/api/v1/articles/nothing.ninjs`)).status).toBe(404);
  });
});

describe('refusals are problem details', () => {
  const bad: readonly (readonly [string, number, string, object])[] = [
    [
      '/api/v1/search?qq=x',
      400,
      'bad-parameter',
      {
        pointer: '#/qq',
        detail: expect.stringContaining('allowed are q, source, language'),
        suggestion: 'q',
      },
    ],
    [
      '/api/v1/search?limit=0',
      400,
      'bad-parameter',
      { pointer: '#/limit', detail: 'a whole number from 1 to 100' },
    ],
    ['/api/v1/search?limit=ten', 400, 'bad-parameter', { pointer: '#/limit' }],
    ['/api/v1/search?q=a&q=b', 400, 'bad-parameter', { pointer: '#/q' }],
    [
      '/api/v1/search?from=yesterday',
      400,
      'bad-parameter',
      { pointer: '#/from', detail: expect.stringContaining('2026-11-24') },
    ],
    ['/api/v1/search?facets=colour', 400, 'bad-parameter', { pointer: '#/facets/0' }],
    [
      '/api/v1/search?sort=oldest',
      400,
      'bad-parameter',
      { pointer: '#/sort', detail: 'one of newest, relevance, both' },
    ],
    ['/api/v1/search?cursor=nonsense', 400, 'bad-cursor', { pointer: '#/cursor' }],
    [
      '/api/v1/search?q=lang:de',
      400,
      'bad-query',
      { pointer: '#/q', position: 0, suggestion: 'language:de' },
    ],
    [
      '/api/v1/processes?x=1',
      400,
      'bad-parameter',
      { pointer: '#/x', detail: expect.stringContaining('none is allowed') },
    ],
    [
      '/api/v1/series?name=searchables',
      400,
      'bad-parameter',
      { pointer: '#/name/0', detail: expect.stringContaining('searchable') },
    ],
    ['/api/v1/series?span=year', 400, 'bad-parameter', { detail: 'one of hour, day, week, quarter' }],
    ['/api/v1/ledger?url=ftp%3A%2F%2Fx', 400, 'bad-address', { pointer: '#/url' }],
    [
      '/api/v1/ledger?url=https%3A%2F%2Fharbour-times.example%2F&fate=dead',
      400,
      'bad-parameter',
      { pointer: '#/url' },
    ],
  ];
  it.each(bad)('GET %s', async (path, status, code, entry) => {
    const { status: found, headers, body } = await ask(path);
    expect({ found, body }).toMatchObject({
      found: status,
      body: { code, status, type: `/problems/${code}`, instance: path, errors: [entry] },
    });
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    fits('Problem', body);
  });
  it('answers the versions of an article, and what differs between two of them', async () => {
    const { body } = await ask(`/api/v1/articles/${ferry()}/versions`);
    fits('VersionsAnswer', body);
    const versions = body['versions'] as readonly Record<string, unknown>[];
    expect(versions.map(({ classes }) => classes)).toEqual([[], ['headline', 'number', 'text']]);
    expect(versions[0]?.['until']).toBe(versions[1]?.['from']);
    const diff = await ask(`/api/v1/articles/${ferry()}/diff`);
    fits('ComparisonAnswer', diff.body);
    expect(diff.body).toMatchObject({
      from: { version: versions[0]?.['version'] },
      classes: ['headline', 'number', 'text'],
      sentences: [{ kind: 'same' }, { kind: 'changed', before: expect.stringContaining('21:40') }, {}, {}],
    });
    const same = await ask(`/api/v1/articles/${ferry()}/diff?to=${String(versions[0]?.['version'])}`);
    expect(same.body).toMatchObject({ classes: [], title: [{ kind: 'same' }] });
    expect(await ask(`/api/v1/articles/${ferry()}/diff?from=7`)).toMatchObject({
      status: 404,
      body: { code: 'unknown-version' },
    });
    expect(await ask('/api/v1/articles/none/versions')).toMatchObject({ status: 404 });
    expect((await ask(`/api/v1/articles/${ferry()}`)).body['edits']).toHaveLength(1);
    expect((await ask('/api/v1/search?q=was%3A%22nineteen+years%22')).body['total']).toBe(0);
    expect((await ask('/api/v1/search?q=was%3Anineteen+changed%3Aheadline')).body['total']).toBe(1);
  });

  it('says what is not there', async () => {
    for (const [path, code] of [
      ['/api/v1/articles/none', 'unknown-article'],
      ['/api/v1/articles/..%2f..%2fetc', 'unknown-article'],
      ['/api/v1/ledger?url=https://nowhere.example/x', 'unknown-item'],
      ['/api/v1/dead/none', 'unknown-dead-letter'],
      ['/api/v2', 'not-found'],
      ['/assets/none.js', 'not-found'],
    ]) {
      const { status, body } = await ask(path ?? '');
      expect({ path, status, body }).toMatchObject({ status: 404, body: { code } });
    }
  });
  it('refuses bodies that are none of ours', async () => {
    expect(await post('/api/v1/preview', { adress: 'x' })).toMatchObject({
      status: 400,
      body: {
        code: 'bad-body',
        errors: expect.arrayContaining([
          expect.objectContaining({ pointer: '#/adress' }),
          expect.objectContaining({ pointer: '#/url' }),
        ]),
      },
    });
    expect(await post('/api/v1/preview', { url: 'javascript:alert(1)' })).toMatchObject({
      status: 400,
      body: { code: 'bad-address' },
    });
    expect(await post('/api/v1/dead/replay', {})).toMatchObject({
      status: 400,
      body: { code: 'bad-body', detail: expect.stringContaining('exactly one of ids, all, and a filter') },
    });
    expect(await post('/api/v1/dead/replay', { ids: ['a1b2c3d4e5f60718', 'none'] })).toMatchObject({
      status: 404,
      body: { code: 'unknown-dead-letter', errors: [{ pointer: '#/ids/1' }] },
    });
    expect(await post('/api/v1/sources', { url: 'https://new.example/feed' })).toMatchObject({
      status: 501,
      body: { code: 'not-supported' },
    });
    const broken = await ask('/api/v1/preview', {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${seededKey}` },
    });
    expect(broken).toMatchObject({ status: 400, body: { code: 'bad-request' } });
    const large = await post('/api/v1/preview', { url: 'x'.repeat(1_100_000) });
    expect(large).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });
});

describe('operation', () => {
  it('gives the sources that are asked for, in pages', async () => {
    const { body } = await ask('/api/v1/sources?q=ledger');
    expect(body).toMatchObject({ total: 1, states: { new: 1 }, sources: [{ id: 'new-ledger' }] });
    const page = await ask('/api/v1/sources?sort=name&limit=2&page=2&state=delivering');
    expect(page.body).toMatchObject({
      total: 5,
      sources: [{ state: 'delivering' }, { state: 'delivering' }],
    });
  });
  it('tells of every source its state, the reason and the next poll; the broken ones first', async () => {
    const { body } = await ask('/api/v1/sources');
    expect(body).toMatchObject({
      sources: [
        {
          id: 'far-wire',
          state: 'failing',
          reason: 'The last 4 tries failed: the name far-wire.example cannot be found (ENOTFOUND).',
          next: 'Run `newsmill sources doctor far-wire`: it asks now and names the cause.',
          dead: 1,
        },
        { id: 'new-ledger', state: 'new' },
        {
          id: 'deich-bote',
          state: 'delivering',
          reason:
            'The server answered 304: nothing has changed. 4 of 4 pages of the last seven days became articles.',
          indexed: 4,
          recent: { finished: 4, articles: 4 },
        },
        {
          id: 'harbour-times',
          state: 'delivering',
          reason: expect.stringMatching(/^The server answered 200 with 25 entries, 2 new\. /),
          waiting: 1,
          revisits: {
            observed: 40,
            changed: 10,
            byAge: [{ fromMs: 0, toMs: 10_800_000, plan: 'added' }, {}, {}, { fromMs: 172_800_000 }],
            says: expect.stringMatching(/^10 of 40 visits to known pages found another text /),
          },
          channels: [{ why: 'it usually brings something new every 15 minutes', nextAt: expect.any(Number) }],
        },
        {
          id: 'sahifat-almina',
          reason: expect.stringMatching(/^The server answered 200 with 1 entry, 1 new\./),
        },
        {
          id: 'hanggu-sinmun',
          reason: expect.stringMatching(/^The server answered 200 with 25 entries, none new\./),
        },
        { id: 'haigang-ribao' },
        { id: 'quiet-gazette', state: 'off' },
      ],
      problems: [{ file: 'sources/quiet-gazette.yaml', line: 4, column: 3 }],
    });
  });
  it('says in the console what later visits of pages found', async () => {
    const page = await (await fetch(`${app.address}/sources`)).text();
    expect(page.match(/Visited again: 10 of 40 visits to known pages found another text/g)).toHaveLength(1);
  });
  it('finds an item under any form of its address, with its way and what is next', async () => {
    const url = 'HTTPS://Harbour-Times.example:443/news/night-ferry-returns?utm_source=x#top';
    const { body } = await ask(`/api/v1/ledger?url=${encodeURIComponent(url)}`);
    expect(body).toMatchObject({
      fate: 'indexed',
      stage: 'index',
      articleId: ferry(),
      events: [
        { stage: 'discover' },
        { stage: 'fetch' },
        { stage: 'clean' },
        { stage: 'enrich' },
        { stage: 'index' },
      ],
    });
    expect((await ask(`/api/v1/ledger?url=${encodeURIComponent(waitingUrl)}`)).body).toMatchObject({
      fate: 'waiting',
      next: expect.stringContaining('its turn'),
      nextAt: expect.any(Number),
    });
  });
  it('tells how the mill stands, with what to do next', async () => {
    const { body } = await ask('/api/v1/overview');
    expect(body).toMatchObject({
      stages: [
        { stage: 'fetch', copies: 1, perMinute: expect.any(Number) },
        { stage: 'clean', copies: 0, waiting: 57, oldestMs: 7_200_000, passed: 0 },
        { stage: 'enrich', copies: 1, waiting: 0 },
        { stage: 'index', copies: 1, failed: 12 },
      ],
      library: { articles: 13, searchable: 0 },
      channels: { all: 6, failing: 1 },
      resources: { processes: 2 },
    });
    expect(body).toHaveProperty(
      'warnings',
      expect.arrayContaining([
        {
          name: 'no-clean',
          text: expect.stringContaining('no process runs clean'),
          facts: { service: 'clean' },
          next: { text: 'Start one', command: 'newsmill run --role clean' },
        },
        expect.objectContaining({
          name: 'dead-letters',
          next: { text: 'See why, and try again', page: '/dead' },
        }),
      ]),
    );
  });
  it('tells numbers over time, in steps of the span', async () => {
    const { body } = await ask('/api/v1/series?name=passed.fetch,lag.clean&span=day');
    const { times, series, stepMs } = z
      .object({
        stepMs: z.int(),
        times: z.array(z.int()),
        series: z.array(z.object({ name: z.string(), unit: z.string(), values: z.array(z.number()) })),
      })
      .parse(body);
    expect([stepMs, times.length, times.at(-1)]).toEqual([600_000, 144, seededNow - 600_000]);
    expect(series.map(({ name, unit }) => [name, unit])).toEqual([
      ['passed.fetch', 'articles a minute'],
      ['lag.clean', 'messages'],
    ]);
    expect(Math.max(...(series[1]?.values ?? []))).toBe(series[1]?.values.at(-1));
  });
  it('counts every item once and compares with library and dead letters', async () => {
    const { body } = await ask('/api/v1/audit');
    expect(body).toMatchObject({
      balanced: true,
      findings: [],
      totals: {
        discovered: 17,
        indexed: 13,
        dropped: 1,
        gone: 1,
        dead: 1,
        underWay: 1,
        duplicate: 0,
        denied: 0,
      },
      documents: 13,
      deadLetters: 3,
    });
    expect((await ask('/api/v1/audit?source=far-wire')).body).toMatchObject({
      totals: { discovered: 1, dead: 1 },
    });
  });
  it('shows dead letters newest first, and their bytes as they were', async () => {
    expect((await ask('/api/v1/dead?limit=1')).body).toMatchObject({
      total: 3,
      letters: [{ id: 'bin0000000000001', bytes: 5 }],
    });
    expect((await ask('/api/v1/dead?reason=too-large')).body).toMatchObject({
      total: 3,
      letters: [{ id: 'a1b2c3d4e5f60718' }],
    });
    expect((await ask('/api/v1/dead/bin0000000000001')).body).toMatchObject({ base64: 'H4sA//4=' });
    expect((await ask('/api/v1/dead/ffee00112233aabb')).body).toMatchObject({
      text: '{"title":"<script>alert(2)</script>"}',
    });
  });
});
