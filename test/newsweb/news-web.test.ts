import { afterEach, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { Source } from '@newsmill/contracts';
import { faultShares } from './plan-news-web.ts';
import { startNewsWeb, type NewsWeb, type NewsWebOptions } from './serve-news-web.ts';

const open: NewsWeb[] = [];
async function start(options: NewsWebOptions = {}): Promise<NewsWeb> {
  const web = await startNewsWeb(options);
  open.push(web);
  return web;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((web) => web.close()));
});

async function text(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/** The bytes of a page, or what went wrong, with the ports of this run taken out. */
async function fingerprint(url: string, port: string): Promise<string> {
  try {
    const response = await fetch(url, { redirect: 'manual' });
    const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
    return `${response.status} ${response.headers.get('etag') ?? ''} ${body.replaceAll(port, 'PORT')}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function expectationWith(web: NewsWeb, fault: string): NewsWeb['expected'][number] {
  const found = web.expected.find((one) => one.fault === fault);
  if (found === undefined) throw new Error(`no ${fault}`);
  return found;
}

describe('the news web', () => {
  it('plans every fault at least once and gives each article its own title, token and address', async () => {
    const web = await start();
    expect(web.expected).toHaveLength(60);
    expect(
      [...new Set(web.expected.map(({ fault }) => fault))].filter((fault) => fault !== undefined).sort(),
    ).toEqual(Object.keys(faultShares).sort());
    const originals = web.expected.filter(({ duplicateOf }) => duplicateOf === undefined);
    for (const field of ['title', 'token', 'url'] as const)
      expect(new Set(originals.map((one) => one[field])).size).toBe(originals.length);
    expect(new Set(web.expected.map(({ language }) => language)).size).toBe(5);
  });

  it('lists every address in the channels of its source, and tracking addresses in the second one', async () => {
    const web = await start();
    for (const input of web.sources) {
      const source = Source.parse(input);
      expect(source.allowPrivate).toHaveLength(1);
      const own = web.expected.filter(({ sourceId }) => sourceId === source.id);
      const [first, second] = await Promise.all(
        source.channels.map(async ({ url }) => (await text(url)).replaceAll('&amp;', '&')),
      );
      for (const { url } of own) expect(first).toContain(url);
      for (const { alsoAs } of own) for (const url of alsoAs) expect(second).toContain(url);
    }
  });

  it('serves the same bytes for the same seed and others for another', async () => {
    const prints = async (seed: number): Promise<string[]> => {
      const web = await start({ articles: 45, seed });
      const port = new URL(web.origins[0] ?? '').port;
      const sound = web.expected.filter(({ fault }) => fault !== 'endless' && fault !== 'slow');
      return Promise.all(sound.map(({ url }) => fingerprint(url, port)));
    };
    const [one, same, other] = [await prints(7), await prints(7), await prints(8)];
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('writes each story on its page, in the charset that the page has', async () => {
    const web = await start();
    for (const expectation of web.expected) {
      if (expectation.fate !== 'indexed' || expectation.fault?.startsWith('once') === true) continue;
      const bytes = await (await fetch(expectation.url)).arrayBuffer();
      const charset = /<meta charset="([\w-]+)"/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? 'utf-8';
      const page = new TextDecoder(charset, { fatal: true }).decode(bytes).replaceAll('&amp;', '&');
      expect(page).toContain(expectation.title);
      expect(page.split(expectation.token)).toHaveLength(2);
    }
  });

  it('recovers from what fails once, and never from what fails for good', async () => {
    const web = await start();
    const port = new URL(web.origins[0] ?? '').port;
    for (const [fault, first] of [
      ['once-429', /^429/],
      ['once-500', /^500/],
      ['once-503', /^503/],
      ['once-reset', /terminated|fetch failed/],
      ['once-truncated', /terminated|fetch failed/],
    ] as const) {
      const { url } = expectationWith(web, fault);
      expect(await fingerprint(url, port)).toMatch(first);
      expect(await fingerprint(url, port)).toMatch(/^200/);
    }
    for (const [fault, status] of [
      ['not-found', 404],
      ['gone-410', 410],
      ['redirect-loop', 302],
      ['redirect-off', 302],
      ['redirect', 301],
    ] as const) {
      expect((await fetch(expectationWith(web, fault).url, { redirect: 'manual' })).status).toBe(status);
    }
    const moved = await fetch(expectationWith(web, 'redirect').url);
    expect([moved.status, moved.url]).toEqual([200, expectationWith(web, 'redirect').finalUrl]);
    expect((await fetch(expectationWith(web, 'pdf').url)).headers.get('content-type')).toBe(
      'application/pdf',
    );
    expect(await text(expectationWith(web, 'empty').url)).toBe('');
  });

  it('sends without end until the reader hangs up', async () => {
    const web = await start();
    const read = await new Promise<number>((resolve, reject) => {
      let bytes = 0;
      const asked = request(expectationWith(web, 'endless').url, (response) => {
        response.on('data', (piece: Buffer) => {
          bytes += piece.length;
          if (bytes > 3_000_000) asked.destroy();
        });
        response.on('close', () => resolve(bytes));
      });
      asked.on('error', reject).end();
    });
    expect(read).toBeGreaterThan(3_000_000);
  });

  it('answers 304 until phase 2 changes a page and its channel', async () => {
    const web = await start();
    const before = expectationWith(web, 'update');
    const channel = Source.parse(web.sources.find(({ id }) => id === before.sourceId)).channels[0]?.url ?? '';
    const tags = new Map<string, string>();
    for (const url of [before.url, channel]) tags.set(url, (await fetch(url)).headers.get('etag') ?? '');
    const status = async (url: string): Promise<number> =>
      (await fetch(url, { headers: { 'if-none-match': tags.get(url) ?? '' } })).status;
    expect([await status(before.url), await status(channel)]).toEqual([304, 304]);
    web.phase(2);
    const after = expectationWith(web, 'update');
    expect([await status(before.url), after.versions[0]?.token]).toEqual([200, before.token]);
    const page = await text(after.url);
    expect([page.includes(after.token), page.includes(before.token)]).toEqual([true, false]);
    if (!channel.endsWith('/latest')) expect(await status(channel)).toBe(200);
    expect(web.requests().filter(({ isConditional }) => isConditional).length).toBeGreaterThanOrEqual(3);
  });

  it('has no trouble at all without faults', async () => {
    const web = await start({ articles: 30, hosts: 3, faults: false });
    expect(web.expected.every(({ fate, fault }) => fate === 'indexed' && fault === undefined)).toBe(true);
    expect(web.origins).toHaveLength(3);
  });

  it('closes, and says so when an address is taken', async () => {
    const web = await start({ articles: 10, hosts: 2, faults: false });
    const port = Number(new URL(web.origins[0] ?? '').port);
    await expect(startNewsWeb({ articles: 10, hosts: 2, faults: false, port })).rejects.toThrow('EADDRINUSE');
  });
});
