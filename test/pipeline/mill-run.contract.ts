import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromNinjs, toNinjs, type NinjsItem } from '@newsmill/search';
import { ninjsValidator } from './ninjs-validator.ts';
import { judge, unharmed } from '../oracle/judge.ts';
import { startNewsWeb, type NewsWeb } from '../newsweb/serve-news-web.ts';
import { readOutcome, type Outcome } from '../oracle/read-outcome.ts';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';

/** What a mill runs on beside its data folder. */
export interface MillForm {
  /** The settings of its servers; starts them. */
  readonly settings: () => Promise<Readonly<Record<string, string>>>;
  /** How long the library may take to show what was written, milliseconds. */
  readonly shownAfterMs: number;
}

/**
 * One run of a mill, in one process, from feeds to search hits, over all kinds of channels and faults:
 * whatever lies in servers, it ends the same.
 */
export function millContract(title: string, form: MillForm, limitMs: number): void {
  describe(title, () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsmill-e2e-'));
    let web: NewsWeb;
    let mill: MillProcess;
    let exitCode: number | null;
    let outcome: Outcome;
    const found: Record<string, number> = {};
    let listed: {
      readonly sources: readonly {
        readonly id: string;
        readonly channels: readonly {
          readonly lastStatus?: number;
          readonly nextAt?: number;
          readonly why?: string;
        }[];
      }[];
    };
    const withdrawnFound: Record<string, number> = {};

    async function total(query: string): Promise<number> {
      const answer = await fetch(`${mill.address}/api/v1/search?limit=1&${query}`);
      const page: { total: number } = await answer.json();
      return page.total;
    }

    beforeAll(async () => {
      web = await startNewsWeb({ articles: 60, seed: 11, delay: '20ms', interval: '2s', life: true });
      writeSources(join(folder, 'sources'), web.sources);
      const servers = await form.settings();
      const settings = {
        NEWSMILL_RETRY_LADDER: '300ms,1s,2s',
        NEWSMILL_POLL_MIN: '1s',
        NEWSMILL_LOG_LEVEL: 'error',
        ...servers,
      };
      mill = await startMill({ data: join(folder, 'data'), sources: join(folder, 'sources'), settings });
      await untilAtRest(mill.address, 60, 200_000);
      await sleep(form.shownAfterMs);
      for (const { token, fate } of web.expected)
        if (fate === 'indexed') found[token] = await total(`q=${token}`);
      web.phase(2);
      await sleep(3_000);
      await untilAtRest(mill.address, 60, 200_000);
      // A 404 is asked again before it is believed, and leaves nothing under way meanwhile.
      const withdrawn = web.expected.filter(
        ({ fault }) => fault === 'gone-later' || fault === 'missing-later',
      );
      for (
        let turn = 0;
        turn < 600 &&
        (await Promise.all(withdrawn.map(({ token }) => total(`q=${token}`)))).some((count) => count > 0);
        turn += 1
      )
        await sleep(300);
      for (const { token } of withdrawn) withdrawnFound[token] = await total(`q=${token}`);
      const list = spawnSync(
        process.execPath,
        [
          'services/mill/dist/main.js',
          'sources',
          'list',
          '--json',
          '--data',
          join(folder, 'data'),
          '--sources',
          join(folder, 'sources'),
        ],
        { encoding: 'utf8', env: { ...process.env, ...servers } },
      );
      listed = JSON.parse(list.stdout);
      exitCode = await mill.stop();
      outcome = await readOutcome({ ...servers, NEWSMILL_DATA: join(folder, 'data') }, web.expected);
    }, limitMs);
    afterAll(async () => {
      await mill?.kill();
      await web?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('finds every article by a word of its text, while it runs', () => {
      expect(Object.entries(found).filter(([, count]) => count === 0)).toEqual([]);
    });
    it('gives every article as ninjs 3.1, valid and without loss', () => {
      const problemOf = ninjsValidator();
      for (const document of outcome.documents) {
        const item: NinjsItem = JSON.parse(JSON.stringify(toNinjs(document)));
        expect(problemOf(item)).toBe('');
        expect(fromNinjs(item)).toEqual(JSON.parse(JSON.stringify(document)));
      }
    });
    it('keeps how each article came, and its text as safe HTML', () => {
      for (const { sourceId, sourceUri, sourceType, contentHtml, entities, ingest } of outcome.documents) {
        expect(sourceUri).toBe(`urn:newsmill:source:${sourceId}`);
        expect(sourceType).toMatch(/^(feed|sitemap|news-sitemap|list)$/);
        expect(ingest.httpStatus).toBe(200);
        expect(contentHtml).toMatch(/^</);
        expect(entities).toBeDefined();
      }
    });
    it('loses nothing, doubles nothing, and gives every address the right fate', () => {
      const verdict = judge(web.expected, outcome);
      expect(verdict).toMatchObject(unharmed);
    });
    it('takes out what its publisher has taken away, at once after 410 and after a second look at a 404', () => {
      expect(Object.keys(withdrawnFound).length).toBeGreaterThanOrEqual(2);
      expect(Object.entries(withdrawnFound).filter(([, count]) => count > 0)).toEqual([]);
      const missing = web.expected
        .filter(({ fault }) => fault === 'missing-later')
        .map(({ url }) => new URL(url));
      for (const { hostname, pathname, search } of missing) {
        const looks = web
          .requests()
          .filter(
            ({ host, path, status }) =>
              host === hostname && path.split(/[?&]utm_/)[0] === pathname + search && status === 404,
          );
        expect(looks.length).toBeGreaterThanOrEqual(2);
      }
    });
    it('makes an article of the feed entry where the page fails for ever', () => {
      const failing = web.expected.filter(({ fault }) => fault === 'failing');
      expect(failing.length).toBeGreaterThan(0);
      for (const { token } of failing)
        expect(outcome.documents.find(({ content }) => content.includes(token))?.flags).toContain(
          'from-feed-entry',
        );
    });
    it('tells of every channel when and why it is polled next, beside the running mill', () => {
      const ids = listed.sources.map(({ id }) => id);
      expect(web.sources.filter(({ id }) => !ids.includes(id))).toEqual([]);
      const channels = listed.sources
        .filter(({ id }) => id.startsWith('web-'))
        .flatMap((source) => source.channels);
      for (const channel of channels)
        expect(channel).toMatchObject({
          lastStatus: expect.any(Number),
          nextAt: expect.any(Number),
          why: 'every 2s, as configured',
        });
    });
    it('balances', () => {
      expect(outcome.problems).toEqual([]);
    });
    it('ends with exit code 0 on SIGTERM', () => {
      expect(exitCode).toBe(0);
    });
    it('keeps its manners: robots.txt before the first page of a host, and no request under a denied path', () => {
      const requests = web.requests();
      const denied = web.expected.filter(({ fate }) => fate === 'denied').map(({ url }) => url);
      expect(denied.length).toBeGreaterThan(0);
      expect(requests.filter(({ path }) => denied.some((url) => url.endsWith(path)))).toEqual([]);
      const byHost = new Map<string, string[]>();
      for (const { host, path } of requests) byHost.set(host, [...(byHost.get(host) ?? []), path]);
      for (const paths of byHost.values()) {
        const firstPage = paths.findIndex(
          (path) =>
            path !== '/robots.txt' && !/feed|atom|rss|rdf|sitemap|latest|section|json|tagged|more/.test(path),
        );
        const robots = paths.indexOf('/robots.txt');
        if (firstPage >= 0) expect(robots === -1 ? 'no robots.txt' : robots < firstPage).toBe(true);
      }
    });
    it('asks conditionally when it polls again', () => {
      const polls = web.requests().filter(({ isConditional }) => isConditional);
      expect(polls.filter(({ status }) => status === 304).length).toBeGreaterThan(10);
    });
  });
}
