import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseFeed as parseByOthers } from 'feedsmith';
import { parseFeed } from '@newsmill/fetch';
import type { ArticleDocument } from '@newsmill/contracts';
import { atomProblems, jsonFeedProblems, rssProblems } from './testing/feed-rules.ts';
import { openSeededApp, type SeededApp } from './testing/seeded-app.ts';

const forms = ['rss', 'atom', 'json'] as const;
const problemsOf = { rss: rssProblems, atom: atomProblems, json: jsonFeedProblems };
const types = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

let app: SeededApp;
beforeAll(async () => {
  app = await openSeededApp();
  const [sample] = (await app.ports.library.list({ limit: 1 })).items;
  const hostile = {
    ...sample,
    id: 'hostile',
    uri: 'urn:newsmill:article:hostile',
    url: 'https://harbour-times.example/a?b=1&c="2"',
    title: 'Cats & <b>dogs</b> \u0000\u000b]]> "quoted" \ud800 🐟',
    summary: 'A < B & C > D\u0001 <script>alert(1)</script>\nnext',
    authors: ['Ann & Bob <x@y.example>'],
    published: '2026-11-24T16:00:00.000Z',
    modified: 'nonsense',
    keywords: ['a&b', 'a&b', ''],
    images: [
      { url: '/relative.png' },
      { url: 'https://harbour-times.example/i.JPG?x=1&y=2', alt: '"alt" & <more>' },
    ],
    language: 'und',
    section: 'Sea & <shore>',
  } as ArticleDocument;
  await app.ports.library.write([hostile]);
});
afterAll(async () => {
  await app.close();
});

const ask = (path: string, headers: Record<string, string> = {}) => fetch(app.address + path, { headers });

describe('feeds of a search', () => {
  it.each(forms)('%s keeps the rules of its format, for any query', async (form) => {
    for (const query of [
      '',
      '?q=ferry',
      '?q=cats',
      '?q=nothing-of-this-kind',
      '?language=de,ar',
      '?source=harbour-times&from=2020-01-01&limit=3',
      '?q=%22night%20ferry%22%20%26',
      '?q=ferry&sort=relevance&collapse=true&limit=1',
    ]) {
      const answer = await ask(`/api/v1/search.${form}${query}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(types[form]);
      expect(problemsOf[form](await answer.text())).toEqual([]);
    }
  });

  it.each(forms)(
    '%s tells what the search finds, in its order, to readers of ours and of others',
    async (form) => {
      const found = await (await ask('/api/v1/search?sort=newest&limit=10')).json();
      const ids = found.items.map(({ id }: { readonly id: string }) => `urn:newsmill:article:${id}`);
      const text = await (await ask(`/api/v1/search.${form}?limit=10`)).text();
      const ours = parseFeed(text);
      expect(ours?.repaired).toEqual([]);
      expect(ours?.feed.format).toBe(form);
      expect(ours?.feed.selfUrl ?? 'none').toBe(
        form === 'json' ? (ours?.feed.selfUrl ?? 'none') : `${app.address}/api/v1/search.${form}?limit=10`,
      );
      expect(ours?.feed.entries.map(({ id }) => id)).toEqual(ids);
      const others = parseByOthers(text);
      expect(others.format).toBe(form);
      const items: readonly { readonly id?: string; readonly guid?: { readonly value?: string } }[] =
        Reflect.get(others.feed, form === 'atom' ? 'entries' : 'items');
      expect(items.map(({ id, guid }) => id ?? guid?.value)).toEqual(ids);
    },
  );

  it('keeps every character that may stand in a feed, and no other', async () => {
    const text = await (await ask('/api/v1/search.rss?q=cats')).text();
    const [entry] = parseFeed(text)?.feed.entries ?? [];
    expect(entry).toMatchObject({
      title: 'Cats & <b>dogs</b> ]]> "quoted" \ufffd 🐟',
      link: 'https://harbour-times.example/a?b=1&c=%222%22',
      id: 'urn:newsmill:article:hostile',
    });
    expect(entry?.summary).toContain('A &lt; B &amp; C');
    expect(entry?.summary).not.toContain('<script>');
    const [atom] = parseFeed(await (await ask('/api/v1/search.atom?q=cats')).text())?.feed.entries ?? [];
    expect(atom).toMatchObject({
      enclosures: [{ url: 'https://harbour-times.example/i.JPG?x=1&y=2', type: 'image/jpeg' }],
    });
    expect(atom?.people.map(({ name }) => name)).toEqual(['Ann & Bob <x@y.example>']);
    expect(atom?.categories).toEqual(expect.arrayContaining(['Sea & <shore>', 'a&b']));
  });

  it.each(forms)('%s is sent once: then 304 until something changes', async (form) => {
    const path = `/api/v1/search.${form}?q=ferry`;
    const first = await ask(path);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, max-age=60');
    expect(new Date(first.headers.get('last-modified') ?? '').getTime()).toBeGreaterThan(0);
    for (const known of [etag, etag?.replace('W/', '') ?? '', `"x", ${etag}`, '*']) {
      const again = await ask(path, { 'if-none-match': known });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await ask(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('leads to older articles', async () => {
    const [one, other] = await Promise.all([
      (await ask('/api/v1/search.atom?limit=2')).text(),
      (await ask('/api/v1/search.json?limit=2')).json(),
    ]);
    const next = parseFeed(one)?.feed.nextUrl ?? '';
    expect(next).toMatch(/cursor=/);
    expect(other.next_url).toMatch(/cursor=/);
    const first = parseFeed(one)?.feed.entries.map(({ id }) => id) ?? [];
    const second = parseFeed(await (await fetch(next)).text())?.feed.entries.map(({ id }) => id) ?? [];
    expect(second).toHaveLength(2);
    expect(first.filter((id) => second.includes(id))).toEqual([]);
  });

  it('refuses what the search refuses', async () => {
    expect(await (await ask('/api/v1/search.rss?q=(a')).json()).toMatchObject({
      status: 400,
      code: 'bad-query',
    });
    expect(await (await ask('/api/v1/search.atom?limt=3')).json()).toMatchObject({
      status: 400,
      code: 'bad-parameter',
    });
    expect(await (await ask('/api/v1/search.json?mode=hybrid&q=a')).json()).toMatchObject({ status: 501 });
  });

  it('uses the public address where there is one', async () => {
    const open = await openSeededApp({ settings: { publicUrl: 'https://news.example/' } });
    try {
      const text = await (await fetch(`${open.address}/api/v1/search.atom?q=ferry`)).text();
      expect(parseFeed(text)?.feed).toMatchObject({
        selfUrl: 'https://news.example/api/v1/search.atom?q=ferry',
        link: 'https://news.example/?q=ferry',
      });
    } finally {
      await open.close();
    }
  });

  it('are named by the search page', async () => {
    const page = await (await ask('/?q=ferry&language=en')).text();
    for (const form of forms) expect(page).toContain(`href="/api/v1/search.${form}?q=ferry&amp;language=en"`);
  });
});
