import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleDocument, SourceInput } from '@newsmill/contracts';
import { openPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { readOutcome } from '../oracle/read-outcome.ts';
import { runCommand, startCommand } from '../processes/run-command.ts';
import { startMill, untilAtRest, writeSources } from '../processes/start-mill.ts';

const words = ['anchor', 'buoy', 'capstan', 'dredger', 'ferry', 'gangway', 'hawser', 'jetty'] as const;
const text = (word: string, day: string) =>
  `The ${word} of the harbour was repaired on ${day} by the volunteers of the town, who had waited for the ${word} since the morning. Nobody on the quay had seen a ${word} like it before, and the mayor said so in a long speech. `.repeat(
    3,
  );
const mug = (word: string) =>
  `<p class="mug">Whoever reads of the ${word} to the end gets a mug of the Harbour Post, filled by Ann Lee in Oslo.</p>`;
const page = (word: string, { head = '', day = 'Tuesday' } = {}) =>
  `<!doctype html><html lang="en"><head><title>About the ${word}</title>${head}</head><body><article><h1>About the ${word}</h1><p>${text(word, day)}</p>${mug(word)}<p>${text(word, day)}</p></article></body></html>`;

/** A paper that counts what is asked of it; the ferry has a second page, the jetty forbids robots to keep it. */
function servePaper(asked: string[]): Server {
  return createServer((request, reply) => {
    const path = request.url ?? '/';
    asked.push(path);
    const html = (body: string) => void reply.writeHead(200, { 'content-type': 'text/html' }).end(body);
    if (path === '/feed.xml')
      return void reply
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>Harbour Post</title>${words.map((word) => `<item><title>About the ${word}</title><link>/story/the-${word}-of-the-town</link></item>`).join('')}</channel></rss>`,
        );
    const word = /^\/story\/the-([a-z]+)-of-the-town/.exec(path)?.[1];
    if (word === undefined) return void reply.writeHead(404).end();
    if (path.endsWith('?page=2')) return html(page(word, { day: 'Thursday' }));
    const next = word === 'ferry' ? '<link rel="next" href="/story/the-ferry-of-the-town?page=2">' : '';
    html(page(word, { head: word === 'jetty' ? '<meta name="robots" content="noindex">' : next }));
  });
}

describe('newsmill reprocess --from-archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-from-archive-'));
  const [data, sources] = [join(folder, 'data'), join(folder, 'sources')];
  const environment = { NEWSMILL_DATA: data, NEWSMILL_SOURCES: sources, NEWSMILL_LOG_LEVEL: 'error' };
  const asked: string[] = [];
  const server = servePaper(asked);
  let before: ReadonlyMap<string, ArticleDocument>;

  const source = (change: Partial<SourceInput>): SourceInput => {
    const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
    return {
      id: 'paper',
      name: 'Harbour Post',
      allowPrivate: [`127.0.0.1:${port}`],
      limits: { delay: '0s' },
      channels: [{ url: `http://127.0.0.1:${port}/feed.xml`, interval: '1h' }],
      robots: 'robots-txt',
      ...change,
    };
  };
  const wordOf = ({ title }: ArticleDocument) => title.replace('About the ', '');
  const articles = async () =>
    new Map((await readOutcome(environment)).documents.map((document) => [wordOf(document), document]));
  const reprocess = async (...options: readonly string[]) => {
    const { code, stdout, stderr } = await runCommand(
      ['reprocess', '--from-archive', ...options],
      environment,
    );
    // A slow machine is told how far it is.
    expect([code, stderr.replace(/^reprocess: .* articles .*\n/gm, '')]).toEqual([0, '']);
    return stdout;
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    writeSources(sources, [source({})]);
    const mill = await startMill({ data, sources, settings: environment });
    await untilAtRest(mill.address, words.length, 200_000);
    await mill.stop();
    before = await articles();
    asked.length = 0;
  }, 240_000);
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('changes nothing where cleaner and sources are those of before', async () => {
    expect([...before.keys()].sort()).toEqual([...words]);
    expect(before.get('ferry')?.content).toContain('Thursday');
    expect(await reprocess()).toBe('8 articles read, 0 changed, 8 are as they were, 0 were kept\n');
    expect(await articles()).toEqual(before);
  });
  it('tells by field what would change, and changes nothing', async () => {
    writeSources(sources, [source({ robots: 'obey' })]);
    appendFileSync(join(sources, 'paper.yaml'), "\nrules:\n  remove: ['.mug']\n");
    const told = await reprocess('--dry-run');
    expect(told).toMatch(/^ {7}7 {2}text$/m);
    expect(told).toMatch(/^ +- text: Whoever reads of the \w+ to the end gets a mug/m);
    expect(told).toMatch(/^ {7}1 {2}denied-by-page$/m);
    expect(told).toContain('8 articles read, 7 would change, 0 are as they were, 1 were kept\n');
    const json: unknown = JSON.parse(await reprocess('--dry-run', '--json', '--query', 'title:anchor'));
    expect(json).toMatchObject({ read: 1, changed: 1, kept: [], overtaken: 0 });
    expect(await articles()).toEqual(before);
    expect(existsSync(join(data, 'reprocess.place'))).toBe(false);
  });
  it('keeps an article whose page is gone, and one that is taken down stays away', async () => {
    const ports = await openPorts(readSettings(environment));
    try {
      await ports.archive.remove([before.get('buoy')?.ingest.archive ?? { file: '', offset: 0, length: 1 }], {
        at: 1,
        reason: 'a test',
      });
      await ports.library.takeDown([before.get('capstan')?.id ?? '']);
    } finally {
      await ports.close();
    }
    const told = await reprocess('--dry-run');
    expect(told).toMatch(/^ {7}1 {2}no-page /m);
    expect(told).toContain('7 articles read, 5 would change, 0 are as they were, 2 were kept\n');
  });
  it('replaces what changed, with its facts, under the same version, and asks the paper nothing', async () => {
    expect(await reprocess('--to', '2020-01-01')).toContain('0 articles read');
    expect(await reprocess()).toContain('7 articles read, 5 changed, 0 are as they were, 2 were kept\n');
    const after = await articles();
    expect([...after.keys()].sort()).toEqual([...words].filter((word) => word !== 'capstan'));
    for (const word of words) {
      const [was, is] = [before.get(word), after.get(word)];
      if (word === 'capstan') continue;
      expect([word, is?.id, is?.version, is?.firstSeen]).toEqual([
        word,
        was?.id,
        was?.version,
        was?.firstSeen,
      ]);
      const isKept = word === 'buoy' || word === 'jetty';
      expect([word, is?.content.includes('mug'), is?.people?.includes('Ann Lee') ?? false]).toEqual([
        word,
        isKept,
        isKept,
      ]);
    }
    expect(after.get('ferry')?.content).toContain('Thursday');
    expect(await reprocess()).toContain('7 articles read, 0 changed, 5 are as they were, 2 were kept\n');
    expect(asked).toEqual([]);
  });
  it('refuses what does not go together', async () => {
    const { code, stderr } = await startCommand(
      ['reprocess', 'entities', '--from-archive', '--data', data],
      environment,
    ).ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('leave their names and --llm away')]);
  });
});
