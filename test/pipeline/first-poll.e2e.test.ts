import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleDocument } from '@newsmill/contracts';
import { readOutcome } from '../oracle/read-outcome.ts';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';

// biome-ignore format: a table, read by its rows
const subjects = [
  'harbour', 'school', 'library', 'market', 'river', 'theatre', 'station', 'orchard', 'museum', 'bridge',
  'mill', 'chapel', 'garden', 'quarry', 'windmill', 'canal', 'lido', 'foundry', 'brewery', 'pier',
  'bakery', 'tannery', 'priory', 'common',
];
const house = [
  'Ilse Marwick has walked this coast for thirty years and writes about its birds, boats and people every week.',
  'The Estuary Herald is printed in Northgate and belongs to those who read it, as it has since the spring of 1911.',
];
const story = (index: number) =>
  Array.from(
    { length: 6 },
    (_, part) =>
      `Council number ${index} spoke about the ${subjects[index]} for ${part + 2} hours on Monday, and ${part * 17 + index} people who live beside the ${subjects[index]} came to hear what would become of it in the years ahead.`,
  );
const page = (index: number) =>
  `<!doctype html><html lang="en"><head><title>News of the ${subjects[index]}</title></head><body><main><article><h1>News of the ${subjects[index]}</h1><div class="story-body">${[...story(index), ...house].map((text) => `<p>${text}</p>`).join('')}</div></article></main></body></html>`;

describe('the first poll of a site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-first-poll-'));
  const data = join(folder, 'data');
  const asked: string[] = [];
  const server = createServer((request, reply) => {
    const { url = '/' } = request;
    if (url.startsWith('/story/')) asked.push(url);
    if (url === '/feed.xml')
      return void reply
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>Estuary Herald</title>${subjects.map((name, index) => `<item><title>News of the ${name}</title><link>/story/${index}</link></item>`).join('')}</channel></rss>`,
        );
    const index = Number(/^\/story\/(\d+)$/.exec(url)?.[1] ?? 'none');
    if (subjects[index] === undefined) return void reply.writeHead(404).end();
    reply.writeHead(200, { 'content-type': 'text/html' }).end(page(index));
  });
  let mill: MillProcess;

  const contents = async (): Promise<readonly string[]> => {
    const answer = await fetch(`${mill.address}/api/v1/export`);
    return (await answer.text())
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line): string[] => {
        const { content }: { content?: string } = JSON.parse(line);
        return content === undefined ? [] : [content];
      });
  };
  const isBare = (content: string) => house.every((text) => !content.includes(text));

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
    writeSources(join(folder, 'sources'), [
      {
        id: 'herald',
        name: 'Estuary Herald',
        allowPrivate: [`127.0.0.1:${port}`],
        limits: { delay: '0s' },
        channels: [{ url: `http://127.0.0.1:${port}/feed.xml`, interval: '1h' }],
      },
    ]);
    mill = await startMill({
      data,
      sources: join(folder, 'sources'),
      settings: { NEWSMILL_LOG_LEVEL: 'error' },
    });
    await untilAtRest(mill.address, subjects.length, 200_000);
  }, 240_000);
  afterAll(async () => {
    await mill?.kill();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells what its articles have in common while it lasts, and cleans the first ones again after it', async () => {
    // A hang guard: what is missing then is told by what follows.
    for (let turn = 0; turn < 900 && !(await contents()).every(isBare); turn += 1) await sleep(200);
    expect((await contents()).map(isBare)).toEqual(subjects.map(() => true));
    expect(asked.length).toBe(subjects.length);
    await untilAtRest(mill.address, subjects.length, 200_000);
    await mill.stop();
    const { documents, problems } = await readOutcome({ NEWSMILL_DATA: data });
    expect(problems).toEqual([]);
    expect(documents.length).toBe(subjects.length);
    for (const { content, version, ingest } of documents satisfies readonly ArticleDocument[]) {
      expect(content.split('\n\n')).toHaveLength(6);
      expect(version).toBe(ingest.fetchedAt);
    }
  }, 180_000);
});
