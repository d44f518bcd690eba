import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningProcess } from '../nest/start-process.ts';
import { startTestProcess } from '../testing/start-test-process.ts';

/** What a stranger is answered at each route of every process, and why. Further ones are those of the API. */
const decided: Readonly<Record<string, { readonly status: number; readonly why: string }>> = {
  '/livez': { status: 200, why: 'says that the process lives, and nothing else' },
  '/startupz': { status: 200, why: 'says whether the start is over, and nothing else' },
  '/readyz': { status: 200, why: 'says whether it is ready; the reasons are for whoever runs the mill' },
  '/metrics': { status: 401, why: 'figures are for whoever runs the mill' },
};

/** A server of Fastify, as its channel of diagnostics shows it before it has a route. */
interface Begun {
  readonly fastify: {
    addHook(name: 'onRoute', hook: (route: { method: string | string[]; url: string }) => void): void;
  };
}

describe('the routes that every process has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-root-routes-'));
  const routes: { readonly method: string; readonly url: string }[] = [];
  let running: RunningProcess;
  const watch = (message: unknown) =>
    // The channel is that of Fastify alone.
    (message as Begun).fastify.addHook('onRoute', ({ method, url }) => {
      routes.push(...[method].flat().map((one) => ({ method: one, url })));
    });
  beforeAll(async () => {
    subscribe('fastify.initialization', watch);
    running = await startTestProcess({
      environment: { NEWSMILL_DATA: folder, NEWSMILL_LOG_LEVEL: 'error' },
    });
    await running.started;
  });
  afterAll(async () => {
    unsubscribe('fastify.initialization', watch);
    await running.stop('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });
  const asStranger = (method: string, path: string) =>
    fetch(running.address + path, { method, headers: { 'x-forwarded-for': '192.0.2.7' } });

  it('are looks that somebody has decided on', () => {
    expect([...new Set(routes.map(({ url }) => url))].toSorted()).toEqual(Object.keys(decided).toSorted());
    expect([...new Set(routes.map(({ method }) => method))].toSorted()).toEqual(['GET', 'HEAD']);
  });
  it('answer a stranger as decided', async () => {
    for (const { method, url } of routes) {
      const answer = await asStranger(method, url);
      expect([method, url, answer.status]).toEqual([method, url, decided[url]?.status]);
    }
  });
  it('are all that is there', async () => {
    for (const path of ['/', '/api/v1/sources', '/debug', '/metrics/x'])
      expect([path, (await asStranger('GET', path)).status]).toEqual([path, 404]);
    expect((await asStranger('POST', '/metrics')).status).toBe(404);
  });
});
