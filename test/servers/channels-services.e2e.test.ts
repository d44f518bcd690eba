import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { startLoopbackHub, type LoopbackHub } from '../papers/loopback-hub.ts';
import { feedOf, startLoopbackPaper, type LoopbackPaper } from '../papers/loopback-paper.ts';
import { serverStartLimitMs, startServers } from './start-servers.ts';
import { settingsOf } from './settings-of-servers.ts';
import { writeSources } from '../processes/start-mill.ts';
import { startServices, type Services } from '../processes/start-services.ts';
import { untilWithin } from '../processes/until.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Pushes and archives where API and fetch service are processes of their own. */
describe('the services, a hub and an archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-channels-'));
  const publicUrl = 'http://mill.example';
  let paper: LoopbackPaper;
  let hub: LoopbackHub;
  let services: Services;

  const until = untilWithin(180_000, 200);
  async function total(word: string): Promise<number> {
    const answer = await fetch(`${services.address}/api/v1/search?limit=1&q=${word}`);
    if (!answer.ok) return 0;
    const page: { total: number } = await answer.json();
    return page.total;
  }

  beforeAll(async () => {
    paper = await startLoopbackPaper();
    // The services ask the hub before all of them have said where they listen.
    const areThere = Promise.withResolvers<void>();
    hub = await startLoopbackHub(async (callback) => {
      await areThere.promise;
      return callback.replace(publicUrl, services.address);
    });
    paper.hub = hub.address;
    const sources = join(folder, 'sources');
    writeSources(sources, [
      {
        id: 'harbour-post',
        name: 'Harbour Post',
        channels: [{ url: `${paper.origin}/feed.xml`, interval: '10m' }],
        allowPrivate: [paper.origin, hub.address].map((address) => new URL(address).host),
        limits: { delay: '10ms' },
      },
    ]);
    const servers = await startServers(['kafka', 'redis', 'elasticsearch']);
    services = await startServices({
      ...settingsOf(servers),
      NEWSMILL_PUBLIC_URL: publicUrl,
      NEWSMILL_LOG_LEVEL: 'error',
      NEWSMILL_NAMESPACE: `e2e-${randomBytes(4).toString('hex')}`,
      NEWSMILL_DATA: join(folder, 'data'),
      NEWSMILL_SOURCES: sources,
      NEWSMILL_ADMIN_KEY: 'a-key-for-this-test-alone',
    });
    areThere.resolve();
    await until('subscription', () => hub.requests[0]?.verified !== undefined);
  }, serverStartLimitMs);
  afterAll(async () => {
    await services?.stop();
    await hub?.close();
    paper?.server.closeAllConnections();
    paper?.server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('confirm a subscription that another process has asked for', () => {
    expect(hub.requests[0]?.verified).toEqual({ status: 200, isEchoed: true });
  });
  it('find what was pushed while nobody fetched', async () => {
    await services.kill('fetch');
    expect(await hub.push(feedOf(paper, ['lighthouse']))).toBe(202);
    await services.start('fetch');
    await until('pushed story', async () => (await total('lighthouse')) === 1);
    expect(paper.polls).toBeLessThanOrEqual(2);
  });
  it('make one article of a story of two pages', async () => {
    expect(await hub.push(feedOf(paper, ['the-long-way-home']))).toBe(202);
    await until('second page', async () => (await total('spinnaker')) === 1);
    expect(await total('ropewalk%20spinnaker')).toBe(1);
  });
  it('read an archive that the command line gave them', async () => {
    const body = Buffer.from(
      `<!doctype html><html lang="en"><title>Old</title><article><h1>An old story</h1><p>${'The windlass of the harbour was repaired by volunteers who had waited for the tide. '.repeat(12)}</p></article></html>`,
    );
    const http = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'), body]);
    const file = join(folder, 'old.warc.gz');
    writeFileSync(
      file,
      gzipSync(
        Buffer.concat([
          Buffer.from(
            `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${paper.origin}/old\r\nWARC-Date: 2026-03-04T05:06:07Z\r\nContent-Length: ${http.length}\r\n\r\n`,
          ),
          http,
          Buffer.from('\r\n\r\n'),
        ]),
      ),
    );
    const words = [
      'services/mill/dist/main.js',
      'backfill',
      file,
      '--source',
      'harbour-post',
      '--sources',
      join(folder, 'sources'),
      '--data',
      join(folder, 'data'),
      '--wait',
    ];
    const { stdout } = await promisify(execFile)(join(root, 'node_modules/.bin/node'), words, {
      cwd: root,
      env: { ...process.env, ...services.settings, NODE_OPTIONS: '' },
    });
    expect(stdout).toContain('read to its end: 1 records, 1 pages');
    await until('old story', async () => (await total('windlass')) === 1);
  });
});
