import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceState } from '@newsmill/contracts';
import { startMill, writeSources } from '../../test/processes/start-mill.ts';
import { findChromium } from '../../tools/find-chromium.mjs';
import { benchFolder } from '../newsweb/bench-newsweb.ts';
import { behaviours } from './behaviours.ts';
import { readRecordedSites } from './recorded-sites.ts';
import { serveSites, type ServedSite } from './serve-sites.ts';

/** What the mill says of a source. */
interface Told {
  readonly id: string;
  readonly state: SourceState;
  readonly reason: string;
  readonly next?: string;
  readonly line?: string;
  readonly indexed: number;
  readonly items: number;
  readonly dead: number;
}

const calm = new Set<SourceState>(['new', 'waiting', 'delivering']);

async function ask<T>(url: string): Promise<T | undefined> {
  const answer = await fetch(url).catch(() => undefined);
  return answer?.ok === true ? ((await answer.json()) as T) : undefined; // the mill's own API
}

/** Whether what is told of a site is right: its state, a next step where one is due, its articles. */
function judge(
  { behaviour, published }: ServedSite,
  told: Told | undefined,
  way: readonly SourceState[],
): string[] {
  if (behaviour.isRefused === true) return told === undefined ? [] : ['its file was taken'];
  if (told === undefined) return ['is not listed'];
  const { state, indexed, next } = told;
  return [
    ...(behaviour.expected.includes(state) ? [] : [`expected ${behaviour.expected.join(' or ')}`]),
    ...(calm.has(state) || state === 'off' || (next ?? '') !== '' ? [] : ['no next step']),
    ...(behaviour.delivers === true && indexed < 0.7 * published()
      ? [`${indexed} articles of ${published()} pages`]
      : []),
    ...(behaviour.delivers === true && behaviour.name !== 'down at first' && way.some((one) => !calm.has(one))
      ? [`a false alarm on the way: ${way.join(', ')}`]
      : []),
  ];
}

const cell = (text: string) => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');

function reportOf(rows: readonly (readonly string[])[]): string {
  const head = ['site', 'what it does', 'state', 'articles of pages', 'what is told', 'what to do', 'wrong'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

/** A picture of the page Sources, where a browser is installed. */
function photograph(address: string, file: string): void {
  const browser = findChromium();
  if (browser === undefined) return void console.log('no picture: no Chromium is installed');
  spawnSync(browser, [
    '--headless',
    '--no-sandbox',
    '--hide-scrollbars',
    '--window-size=1400,12000',
    `--screenshot=${file}`,
    `${address}/sources`,
  ]);
}

/**
 * Recorded pages of real sites, each site on a loopback address with a channel and a behaviour of its own, read by
 * an embedded mill for `minutes`. Tells for each source whether its state and what it says are right, and
 * writes `report.md` and a picture of the page Sources to `out`.
 */
export async function benchSites([minutes = '60']: readonly string[], out: string): Promise<void> {
  const folder = benchFolder();
  if (folder === undefined) throw new Error('the public cases are not here: name them in NEWSMILL_BENCH');
  const lengthMs = Number(minutes) * 60_000;
  const interval = `${Math.max(5, Math.round(lengthMs / 240_000))}s`;
  const run = { start: Date.now(), lengthMs, interval };
  const sites = await serveSites(readRecordedSites(folder, behaviours.length), run);
  const data = mkdtempSync(join(tmpdir(), 'newsmill-sites-'));
  mkdirSync(out, { recursive: true });
  writeSources(
    join(data, 'sources'),
    sites.map(({ source }) => source),
  );
  const mill = await startMill({
    data,
    sources: join(data, 'sources'),
    settings: {
      NEWSMILL_DEMO: 'no',
      NEWSMILL_LOG_LEVEL: 'error',
      NEWSMILL_POLL_MIN: interval,
      NEWSMILL_RETRY_LADDER: '5s,20s,60s',
    },
  });
  const ways = new Map<string, SourceState[]>();
  let last = new Map<string, Told>();
  try {
    while (Date.now() < run.start + lengthMs) {
      await sleep(5_000);
      const answer = await ask<{ sources: readonly Told[] }>(`${mill.address}/api/v1/sources`);
      if (answer === undefined) continue;
      last = new Map(answer.sources.map((told) => [told.id, told]));
      for (const { id, state } of answer.sources) {
        const way = ways.get(id) ?? [];
        if (way.at(-1) !== state) ways.set(id, [...way, state]);
      }
    }
    const audit = await ask<unknown>(`${mill.address}/api/v1/audit`);
    photograph(mill.address, join(out, 'sources.png'));
    const judged = sites.map((site) => {
      const told = last.get(site.source.id);
      return { site, told, wrong: judge(site, told, ways.get(site.source.id) ?? []) };
    });
    const rows = judged.map(({ site, told, wrong }) => [
      site.host,
      site.behaviour.name,
      told?.state ?? '',
      `${told?.indexed ?? 0} of ${site.published()}`,
      told?.reason ?? '',
      [told?.next, told?.line].filter((one) => one !== undefined).join(' '),
      wrong.join('; '),
    ]);
    writeFileSync(
      join(out, 'report.md'),
      `${reportOf(rows)}\n\n\`\`\`json\n${JSON.stringify({ audit, ways: Object.fromEntries(ways) }, null, 1)}\n\`\`\`\n`,
    );
    for (const { site, told, wrong } of judged.filter((one) => one.wrong.length > 0))
      console.log(`${site.host} (${site.behaviour.name}): ${told?.state ?? 'none'}: ${wrong.join('; ')}`);
    const right = judged.filter(({ wrong }) => wrong.length === 0).length;
    console.log(`${right} of ${judged.length} sources are told of rightly; ${join(out, 'report.md')}`);
    process.exitCode = right === judged.length ? 0 : 1;
  } finally {
    await mill.stop();
    for (const site of sites) site.close();
    rmSync(data, { recursive: true, force: true });
  }
}
