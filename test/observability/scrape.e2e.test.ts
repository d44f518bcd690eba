import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceNames } from '@newsmill/contracts';
import { alertTable } from '../../deploy/observability/tables/alert-table.ts';
import { freePort } from '../servers/free-ports.ts';
import { serverStartLimitMs, startServers } from '../servers/start-servers.ts';
import { settingsOf } from '../servers/settings-of-servers.ts';
import { startMill, untilAtRest, writeSources } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';
import { startServices } from '../processes/start-services.ts';
import { expressions } from './expressions.ts';
import { metricOf, namesIn } from './names-in.ts';
import { startPrometheus, type Prometheus } from './start-prometheus.ts';

const key = 'open-sesame-of-the-metrics';
const text = (word: string) =>
  `The ${word} of the harbour was repaired on Tuesday by the volunteers of the town, who had waited for the tide since morning. `.repeat(
    8,
  );
/** Three stories, one that is not there, and a page with too little text. */
const words = ['anchor', 'buoy', 'capstan', 'gone', 'brief'];

/**
 * Metrics that a healthy mill has no series of, and why. Whatever else rules and panels name is
 * there.
 */
const withoutSeries: Readonly<Record<string, string>> = {
  newsmill_work_stuck_seconds: 'nothing is stuck',
  newsmill_room_days_left: 'it takes days to see how fast a disk fills',
  newsmill_certificate_expiry_timestamp_seconds: 'no server is asked over TLS',
  newsmill_dead_letters_total: 'nothing fails for good',
  newsmill_articles_quarantined_total: 'no layout breaks',
  newsmill_left_out_total: 'no rule leaves anything out',
  newsmill_http_connections_ended_total: 'no client is too slow',
  newsmill_llm_answers_total: 'no language model is set',
  newsmill_llm_tokens_total: 'no language model is set',
  newsmill_fetch_not_modified_total: 'nothing is asked for twice',
};

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { name: string; health: string; lastError?: string }[];
  }[];
}

/** A mill at work, and where its processes are scraped. */
interface Scraped {
  readonly address: string;
  readonly targets: readonly string[];
  stop(): Promise<unknown>;
}

type Environment = Readonly<Record<string, string>>;

/** Each form by itself; in one process the metrics have a port of their own. */
const forms = {
  async embedded(folder: string, settings: Environment): Promise<Scraped> {
    const port = await freePort();
    const mill = await startMill({
      data: join(folder, 'data'),
      settings: { ...settings, NEWSMILL_METRICS_PORT: String(port) },
    });
    return { address: mill.address, targets: [`127.0.0.1:${port}`], stop: () => mill.stop() };
  },
  async distributed(folder: string, settings: Environment): Promise<Scraped> {
    const services = await startServices({
      ...settings,
      ...settingsOf(await startServers(['kafka', 'redis', 'elasticsearch'])),
      NEWSMILL_NAMESPACE: `scrape-${process.pid}`,
      NEWSMILL_DATA: join(folder, 'data'),
    });
    const targets = serviceNames.map((name) => new URL(services.addressOf(name)).host);
    return { address: services.address, targets, stop: () => services.stop() };
  },
};

describe.each(['embedded', 'distributed'] as const)('Prometheus beside a running mill, %s', (form) => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-scrape-'));
  const taken: string[] = [];
  const paper = createServer((request, reply) => {
    const { url = '/' } = request;
    if (request.method === 'POST') {
      taken.push(url);
      return void request.resume().once('end', () => reply.end());
    }
    const word = /^\/story\/(\w+)$/.exec(url)?.[1];
    if (word === 'gone' || (word === undefined && url !== '/feed.xml'))
      return void reply.writeHead(404).end();
    if (word === 'brief')
      return void reply
        .setHeader('content-type', 'text/html')
        .end(
          '<!doctype html><html lang="en"><title>In brief</title><article><h1>In brief</h1><p>Rain.</p></article></html>',
        );
    if (word !== undefined)
      return void reply
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(
          `<!doctype html><html lang="en"><head><title>About the ${word}</title><meta property="article:published_time" content="${new Date(Date.now() - 120_000).toISOString()}"></head><body><article><h1>About the ${word}</h1><p>${text(word)}</p></article></body></html>`,
        );
    const items = words.map(
      (one) => `<item><title>About the ${one}</title><link>/story/${one}</link></item>`,
    );
    reply
      .setHeader('content-type', 'application/rss+xml')
      .end(`<rss version="2.0"><channel><title>Harbour Post</title>${items.join('')}</channel></rss>`);
  });
  let mill: Scraped;
  let prometheus: Prometheus;

  beforeAll(async () => {
    paper.listen(0, '127.0.0.1');
    await once(paper, 'listening');
    const origin = `http://127.0.0.1:${(paper.address() as AddressInfo).port}`;
    const sources = join(folder, 'sources');
    const [feed, none] = [`${origin}/feed.xml`, `${origin}/none.xml`];
    const allowPrivate = [new URL(origin).host];
    writeSources(sources, [
      { id: 'harbour-post', name: 'Harbour Post', allowPrivate, channels: [{ kind: 'feed', url: feed }] },
      { id: 'lost-post', name: 'Lost Post', allowPrivate, channels: [{ kind: 'feed', url: none }] },
    ]);
    mill = await forms[form](folder, {
      NEWSMILL_SOURCES: sources,
      NEWSMILL_DEMO: 'no',
      NEWSMILL_ADMIN_KEY: key,
      NEWSMILL_ALERT_INTERVAL: '1s',
    });
    const saved = await fetch(`${mill.address}/api/v1/saved-searches`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'Harbours',
        q: 'harbour',
        webhook: { url: `${origin}/hook`, allowPrivate: true },
      }),
    });
    expect([saved.status, saved.ok || (await saved.text())]).toEqual([201, true]);
    prometheus = await startPrometheus(mill.targets);
    await untilAtRest(mill.address, 5, 120_000);
    await (await fetch(`${mill.address}/api/v1/search?q=harbour`)).text();
    // What is measured twice a minute was measured when everything was at rest, and a while is looked back at.
    // What took long the first time is measured the later again.
    const measured = 'newsmill_source_articles == 3 and newsmill_source_last_success_timestamp_seconds';
    await untilWithin(240_000, 1_000)(
      'all that is measured',
      async () => taken.length > 0 && hasSeries(measured),
    );
    await sleep(3_000);
  }, serverStartLimitMs);
  afterAll(async () => {
    await prometheus?.stop();
    await mill?.stop();
    paper.closeAllConnections();
    paper.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function hasSeries(query: string): Promise<boolean> {
    const { result } = (await prometheus.ask('query', { query })) as { readonly result: readonly unknown[] };
    return result.length > 0;
  }

  it('scrapes every process, on the port of the metrics alone where they have one', async () => {
    expect(await hasSeries(`count(up == 1) == ${mill.targets.length}`)).toBe(true);
    expect((await fetch(`${mill.address}/metrics`)).status).toBe(form === 'embedded' ? 404 : 200);
  });

  it('takes every rule, and none fails', async () => {
    let all: Rules['groups'][number]['rules'] = [];
    await untilWithin(180_000, 500)('every rule is asked', async () => {
      const { groups } = (await prometheus.ask('rules')) as Rules;
      all = groups.flatMap(({ rules }) => rules);
      return all.every(({ health }) => health !== 'unknown');
    });
    expect(all.filter(({ health }) => health !== 'ok')).toEqual([]);
    expect(all.map(({ name }) => name)).toEqual(alertTable.map(({ name }) => `Newsmill${name}`));
  });

  it.each(expressions)('answers $place: $expr', async ({ expr }) => {
    await expect(prometheus.ask('query', { query: expr })).resolves.toMatchObject({
      result: expect.any(Array),
    });
  });

  it('finds every metric that rules and panels name, with the labels that they look at', async () => {
    const shown = await (await fetch(`http://${mill.targets[0]}/metrics`)).text();
    const types = new Set([...shown.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const problems: string[] = [];
    for (const { place, expr } of expressions)
      for (const { name, labels } of namesIn(expr).metrics) {
        if (name === 'up') continue;
        const metric = types.has(name) ? name : metricOf(name);
        if (!types.has(metric)) problems.push(`${place}: /metrics shows no ${name}`);
        if (metric in withoutSeries) continue;
        const [series] = (await prometheus.ask('series', { 'match[]': name })) as Record<string, string>[];
        if (series === undefined) problems.push(`${place}: ${name} has no series`);
        else
          for (const label of labels)
            if (series[label] === undefined) problems.push(`${place}: ${name} has no label ${label}`);
      }
    expect(problems).toEqual([]);
  });

  it('sees that the mill is well, but for the source that is not there', async () => {
    const { alerts } = (await prometheus.ask('alerts')) as {
      readonly alerts: readonly { readonly labels: { readonly alertname: string }; readonly state: string }[];
    };
    const critical = alerts.filter(({ labels }) => labels.alertname !== 'NewsmillManySourcesBroken');
    expect(critical.filter(({ state }) => state === 'firing')).toEqual([]);
    expect(await hasSeries('newsmill_source_trouble{source="lost-post",state="gone"} == 1')).toBe(true);
    expect(await hasSeries('newsmill_source_articles{source="harbour-post"} == 3')).toBe(true);
    expect(await hasSeries('sum(newsmill_saved_search_matches_total) == 3')).toBe(true);
    expect(await hasSeries('newsmill_alert_deliveries_total{kind="webhook",outcome="sent"} > 0')).toBe(true);
    expect(await hasSeries('sum(newsmill_discovery_delay_seconds_count) == 3')).toBe(true);
    expect(
      await hasSeries('newsmill_api_requests_total{operation="GET /api/v1/search",status="2xx"} > 0'),
    ).toBe(true);
    expect(await hasSeries(`newsmill_build_info{form="${form}"} == 1`)).toBe(true);
  });
});
