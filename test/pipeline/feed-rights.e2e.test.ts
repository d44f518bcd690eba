import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceInput } from '@newsmill/contracts';
import { startMill, writeSources, type MillProcess } from '../processes/start-mill.ts';

const text = (of: string) =>
  `The ${of} of the harbour was repaired on Tuesday by the volunteers of the town. `.repeat(6);
const page = (of: string) =>
  `<!doctype html><html lang="en"><head><title>About the ${of}</title></head><body><article><h1>About the ${of}</h1><p>${text(of)}</p><p>${text(of).replaceAll('Tuesday', 'Thursday')}</p></article></body></html>`;
const by = 'https://creativecommons.org/licenses/by/4.0/';
const items = {
  crane: `<rsl:content url=""><rsl:license><rsl:prohibits type="usage">ai-train</rsl:prohibits></rsl:license></rsl:content>`,
  ferry: '',
  note: `<rsl:content url=""><rsl:license><rsl:permits type="usage">search</rsl:permits></rsl:license></rsl:content>`,
};
type Name = keyof typeof items;
const feed = `<rss version="2.0" xmlns:rsl="https://rslstandard.org/rsl" xmlns:cc="http://creativecommons.org/ns#"><channel><title>News</title><cc:license>${by}</cc:license>${Object.entries(
  items,
)
  .map(
    ([name, rights]) =>
      `<item><title>About the ${name}</title>${name === 'note' ? `<description>${text(name)}</description>` : `<link>/${name}</link>`}${rights}</item>`,
  )
  .join('')}</channel></rss>`;

describe('rights that a feed states', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-feed-rights-'));
  let server: Server;
  let mill: MillProcess;
  const source = (place: string, id: string, more: Partial<SourceInput> = {}): SourceInput => ({
    id,
    name: id,
    allowPrivate: [place],
    limits: { delay: '0s' },
    channels: [{ url: `http://${place}/${id}.xml`, interval: '1s' }],
    ...more,
  });
  const json = async <T>(path: string): Promise<T> => (await fetch(`${mill.address}/api/v1/${path}`)).json();
  interface Item {
    readonly id: string;
    readonly title: string;
    readonly source: string;
  }
  const search = async (query: string) =>
    (await json<{ items: Item[] }>(`search?q=${encodeURIComponent(query)}`)).items;
  async function until(query: string, count: number): Promise<readonly Item[]> {
    for (let turn = 0; turn < 400; turn += 1) {
      const found = await search(query);
      if (found.length === count) return found;
      await sleep(150);
    }
    throw new Error(`${query}: ${JSON.stringify(await search(query))}`);
  }
  const named = (name: Name) => `title:${name}`;

  beforeAll(async () => {
    server = createServer(({ url = '' }, answer) => {
      const [, name = ''] = /^\/(crane|ferry)$/.exec(url) ?? [];
      const isFeed = url.endsWith('.xml');
      const [status, type, body] = isFeed
        ? [200, 'application/rss+xml', feed]
        : name === ''
          ? [404, 'text/plain', '']
          : [200, 'text/html', page(name)];
      answer.writeHead(Number(status), { 'content-type': String(type) }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const place = `127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has an address and a port
    const sources = join(folder, 'sources');
    // The first leaves the pages out once it has seen them; the second takes them.
    writeSources(sources, [source(place, 'strict', { exclude: [{ fewerWords: 10_000 }] })]);
    mill = await startMill({
      data: join(folder, 'data'),
      sources,
      settings: { NEWSMILL_POLL_MIN: '1s', NEWSMILL_LOG_LEVEL: 'error' },
    });
    const dropped = async () => (await json<{ items: unknown[] }>('ledger?fate=dropped')).items.length;
    for (let turn = 0; turn < 400 && (await dropped()) < 3; turn += 1) await sleep(150);
    writeSources(sources, [source(place, 'broad')]);
  });
  afterAll(async () => {
    await mill?.kill();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are those of its articles, of the entry before the channel, made of a page or of the entry alone', async () => {
    const all = await until('source:broad', 3);
    const rights = await Promise.all(
      all.map(async ({ id, title }) => {
        const article = await json<{ rights?: { reserved: string[]; licence?: object } }>(`articles/${id}`);
        return [title, article.rights?.reserved, article.rights?.licence];
      }),
    );
    const licence = { name: 'CC BY 4.0', url: by };
    expect(rights.toSorted()).toEqual([
      ['About the crane', ['training'], licence],
      ['About the ferry', [], licence],
      ['About the note', ['agents', 'training'], licence],
    ]);
    expect((await search('reserved:training')).map(({ title }) => title).toSorted()).toEqual([
      'About the crane',
      'About the note',
    ]);
  });

  it('keep texts from an export for training, by the rule that says so, and from no other', async () => {
    const exported = async (use: string) => {
      const answer = await fetch(`${mill.address}/api/v1/export?format=ndjson${use}`);
      return (await answer.text())
        .trim()
        .split('\n')
        .map((line): { title: string; content?: string; rights?: { withheld?: string[] } } =>
          JSON.parse(line),
        );
    };
    const training = await exported('&use=training');
    const textsOf = (list: Awaited<ReturnType<typeof exported>>) =>
      list
        .filter((one) => (one.content ?? '') !== '')
        .map(({ title }) => title)
        .toSorted();
    expect(textsOf(training)).toEqual(['About the ferry']);
    expect(textsOf(await exported(''))).toHaveLength(3);
    expect(training.find(({ title }) => title === 'About the crane')?.rights?.withheld?.join()).toContain(
      'ai-train: prohibited (RSL in feed)',
    );
  });

  it('belong to articles of the source that took what the other one left out', async () => {
    expect((await until(named('crane'), 1))[0]?.source).toBe('broad');
    expect(await search('source:strict')).toEqual([]);
  });
});
