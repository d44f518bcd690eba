import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArticleDocument } from '@newsmill/contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { openApi } from './description/openapi.ts';
import { openSeededApp, type SeededApp } from './testing/seeded-app.ts';
import { seededId, seededNow } from './testing/seeded-articles.ts';

let app: SeededApp;
const hour = 3_600_000;
const ferry = () => seededId('harbour-times', 'night-ferry-returns');

/** Articles of one story on the seeded day, with names that were not written about before. */
function storyArticles(sample: ArticleDocument): ArticleDocument[] {
  return Array.from({ length: 6 }, (_, i) => ({
    ...sample,
    id: `quay-${i}`,
    url: `https://harbour-times.example/quay-${i}`,
    title: `Quay strike day ${i}`,
    content: `Dockers and their union leader Marla Quint stopped the cranes of the eastern quay, day ${i}.`,
    published: new Date(seededNow - (i + 1) * hour).toISOString(),
    people: ['Marla Quint'],
    organisations: ['Dockers Union'],
    places: ['Eastport'],
    topics: ['medtop:09000000'],
    keyPhrases: ['quay strike'],
    storyId: 'quay-5',
    duplicateOf: undefined,
    familyId: undefined,
    wordCount: 100 + i,
  }));
}

beforeAll(async () => {
  app = await openSeededApp();
  const [sample] = (await app.ports.library.list({ limit: 1 })).items;
  if (sample === undefined) throw new Error('no seeded article');
  await app.ports.library.write(storyArticles(sample));
});
afterAll(async () => {
  await app.close();
});

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(JSON.parse(JSON.stringify(openApi())), 'api');
function fits(name: string, body: unknown): void {
  const validate = ajv.getSchema(`api#/components/schemas/${name}`);
  expect(validate?.(body) === true ? [] : (validate?.errors ?? ['no such schema'])).toEqual([]);
}
async function ask(path: string): Promise<{
  readonly status: number;
  readonly body: {
    readonly items?: readonly {
      readonly id?: string;
      readonly value?: string;
      readonly count?: number;
      readonly others?: number;
      readonly sameStory?: boolean;
      readonly label?: string;
    }[];
    readonly total?: number;
    readonly errors?: readonly unknown[];
    readonly code?: string;
  };
}> {
  const answer = await fetch(app.address + path);
  return { status: answer.status, body: await answer.json() };
}
const idsOf = async (query: string) => (await ask(`/api/v1/search?${query}`)).body.items?.map(({ id }) => id);
const q = (text: string) => `q=${encodeURIComponent(text)}`;

describe('ranges in queries', () => {
  it('find by time, length and whole values', async () => {
    expect(await idsOf(`${q('cranes wordCount:>=104')}&sort=newest`)).toEqual(['quay-4', 'quay-5']);
    expect(
      await idsOf(
        q(
          `story:quay-5 (wordCount:100 OR published:<${new Date(seededNow - 5.5 * hour).toISOString().slice(0, 19)}Z)`,
        ),
      ),
    ).toHaveLength(2);
    expect((await ask(`/api/v1/search?${q('paywalled:true -has:person country:xx')}`)).body.total).toBe(0);
    expect((await ask(`/api/v1/search?${q('has:story domain:harbour-times.example')}`)).status).toBe(200);
  });

  it.each([
    ['published:>=31.1.2026', 10, 'published:>=2026-01-31'],
    ['ferry published:2026-12..2026-01', 16, 'ferry published:2026-01..2026-12'],
    ['wordCount:=>5', 10, 'wordCount:>=5'],
    ['paywalled:yes', 10, 'paywalled:true'],
  ])('refuse %j with its position and what was meant', async (text, position, suggestion) => {
    expect(await ask(`/api/v1/search?${q(text)}`)).toMatchObject({
      status: 400,
      body: { code: 'bad-query', errors: [{ pointer: '#/q', position, suggestion }] },
    });
  });
});

describe('order and groups', () => {
  it('fuse the orders by time and relevance', async () => {
    expect((await idsOf(`${q('cranes')}&sort=both`))?.toSorted()).toEqual(
      Array.from({ length: 6 }, (_, i) => `quay-${i}`),
    );
    expect((await ask('/api/v1/search?q=cranes&sort=oldest')).status).toBe(400);
  });
  it('show one of a family or a story, and how many more there are', async () => {
    const { body } = await ask('/api/v1/search?q=cranes&collapse=story&sort=newest');
    fits('SearchAnswer', body);
    expect(body).toMatchObject({ total: 1, items: [{ id: 'quay-0', others: 5 }] });
    expect((await ask(`/api/v1/search?${q(`family:${ferry()}`)}&collapse=family`)).body).toMatchObject({
      total: 1,
      items: [{ id: ferry(), others: 1 }],
    });
    expect((await ask('/api/v1/search?collapse=maybe')).status).toBe(400);
  });
});

describe('a query that is misspelt', () => {
  it('is answered as it is, with the one that was perhaps meant', async () => {
    const { body } = await ask(`/api/v1/search?${q('title:strke "eastern quya" -ferry')}`);
    fits('SearchAnswer', body);
    expect(body).toMatchObject({
      total: 0,
      items: [],
      didYouMean: { q: 'title:strike "eastern quay" -ferry', total: 6, totalIsExact: true },
    });
    expect((await ask(`/api/v1/search?${q('Crnaes')}`)).body).toMatchObject({ didYouMean: { q: 'Cranes' } });
    // What is found, or like nothing, or found with nothing else, gets none.
    for (const text of ['cranes', 'xylophone', 'crnaes language:de', 'strik*'])
      expect((await ask(`/api/v1/search?${q(text)}`)).body).not.toHaveProperty('didYouMean');
  });
  it('has the results of the other in the console, which says so', async () => {
    const page = await (await fetch(`${app.address}/?q=crnaes`)).text();
    expect(page).toMatch(/Nothing was found for <strong dir="auto">crnaes<\/strong>/u);
    expect(page).toContain('Quay strike day 0');
    expect(page).toMatch(/<a href="\/\?q=cranes"[^>]*>cranes<\/a> \(6 articles\)/u);
  });
});

describe('a query that is not typed to its end', () => {
  it('is completed to words and names', async () => {
    const { body } = await ask(`/api/v1/complete?${q('dockers marla q')}&limit=3`);
    fits('CompletionsAnswer', body);
    expect(body.items?.[0]).toEqual({
      q: 'dockers person:"Marla Quint"',
      kind: 'person',
      text: 'Marla Quint',
      articles: 6,
    });
    expect((await ask(`/api/v1/complete?${q('"the str')}`)).body.items?.[0]).toMatchObject({
      q: '"the strike',
      kind: 'word',
    });
    expect((await ask('/api/v1/complete?q=')).status).toBe(400);
  });
});

describe('what is written about', () => {
  it('relates articles', async () => {
    const { status, body } = await ask('/api/v1/articles/quay-0/related?limit=3');
    fits('RelatedAnswer', body);
    expect({
      status,
      ids: body.items?.map(({ id, sameStory }) => [/^quay-\d$/.test(id ?? ''), sameStory]),
    }).toEqual({
      status: 200,
      ids: [
        [true, true],
        [true, true],
        [true, true],
      ],
    });
    expect(await ask('/api/v1/articles/no-such/related')).toMatchObject({
      status: 404,
      body: { code: 'unknown-article' },
    });
  });
  it('draws a line of time', async () => {
    const { body } = await ask('/api/v1/timeline?q=cranes&interval=hour');
    fits('TimelineAnswer', body);
    expect(body).toMatchObject({ total: 6, approximate: false });
    expect(body.items?.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
    expect((await ask('/api/v1/timeline?interval=second')).status).toBe(400);
    expect(await ask(`/api/v1/timeline?${q('(x')}`)).toMatchObject({
      status: 400,
      body: { code: 'bad-query' },
    });
  });
  it('counts names, and says what topics are called', async () => {
    const { body } = await ask('/api/v1/top?field=person&q=cranes');
    fits('TopAnswer', body);
    expect(body.items).toEqual([{ value: 'Marla Quint', count: 6 }]);
    const topics = await ask('/api/v1/top?field=topic&q=cranes');
    fits('TopAnswer', topics.body);
    expect(topics.body.items).toEqual([
      { value: 'medtop:09000000', count: 6, label: expect.stringMatching(/labour/i) },
    ]);
    expect((await ask('/api/v1/top?field=mood')).status).toBe(400);
    expect((await ask('/api/v1/top')).status).toBe(400);
  });
  it('names trends', async () => {
    const { body } = await ask(
      `/api/v1/trends?from=${new Date(seededNow - 7 * hour).toISOString().slice(0, 19)}Z&to=${new Date(seededNow).toISOString().slice(0, 19)}Z&days=60&field=person,keyPhrase`,
    );
    fits('TrendsAnswer', body);
    expect(body.items?.map(({ value, count }) => [value, count])).toEqual(
      expect.arrayContaining([
        ['Marla Quint', 6],
        ['quay strike', 6],
      ]),
    );
    expect((await ask('/api/v1/trends?days=0')).status).toBe(400);
    expect((await ask('/api/v1/trends?field=,')).status).toBe(200);
  });
});

describe('pages', () => {
  it('show what is talked about today, and related articles', async () => {
    for (const path of ['/today', '/today?span=week', '/today?span=month']) {
      const text = await (await fetch(app.address + path)).text();
      expect(text).toContain('Marla Quint');
      expect(text).toContain('<svg');
    }
    expect(await (await fetch(`${app.address}/articles/quay-0`)).text()).toContain('Related articles');
    expect(await (await fetch(`${app.address}/?q=cranes&collapse=story&sort=both`)).text()).toContain(
      '5 others',
    );
    expect((await fetch(`${app.address}/today?span=year`)).status).toBe(400);
  });
});
