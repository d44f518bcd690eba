import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { calmRun, runMillOverWeb, type NewsWebRun } from '../newsweb/bench-newsweb.ts';
import { measureBeside, sideOf, type Side } from '../newsweb/bench-peer.ts';
import { takeProfile } from '../profile/bench-profile.ts';
import { writePage } from './write-page.ts';

const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
/** As many articles on each host of the web, however many there are. */
const articlesOfHost = 20;
const hostsFor = (articles: number): number => Math.ceil(articles / articlesOfHost);

/**
 * `npm run bench -- performance [articles] [rounds] [--quick]`: measures the mill beside Scrapy, how its cost grows from
 * a quarter of the articles to four times as many (`--quick`: not these), where its CPU time goes and what its memory
 * is, and writes `docs/performance.md`.
 */
export async function benchPerformance(words: readonly string[], web: string, out: string): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false } },
  });
  const [articles, rounds] = [Number(positionals[0] ?? 2_000), Number(positionals[1] ?? 2)];
  const [loadBefore = 0] = loadavg();
  const runOf = (count: number): NewsWebRun => calmRun({ articles: count, hosts: hostsFor(count), web, out });
  async function alone(count: number): Promise<Side> {
    return sideOf(String(count), [await runMillOverWeb(runOf(count))]);
  }
  const sides = await measureBeside({ run: runOf(articles), rounds });
  const [mill] = sides;
  const growth = [await alone(Math.round(articles / 4))];
  if (mill !== undefined) growth.push({ ...mill, name: String(articles) });
  if (!values.quick) growth.push(await alone(articles * 4));
  const profiled = await takeProfile(runOf(articles));
  const command = `npm run bench -- performance${words.map((word) => ` ${word}`).join('')}`;
  writeFileSync(
    page,
    writePage({ command, articles, hosts: hostsFor(articles), rounds, loadBefore, sides, growth, profiled }),
  );
  console.log(`docs/performance.md holds what was measured`);
}
