/*
 * Near copies: quality on the public cases and on the news web, CPU per text with and without the state,
 * bytes in both forms of the state. Run: node --conditions=newsmill-source
 * bench/enrichment/measure-duplicates.ts [--wrong] [--redis]
 * --wrong prints the texts that were joined against the gold; --redis starts a Redis and measures the bytes
 * there too.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bandsOf, findFamily, fingerprintOf, sketchOf } from '@newsmill/enrich';
import type { StateWriter } from '@newsmill/store';
import { hashKey } from '@newsmill/text';
import { makeRedisPlace } from '../../libs/store/src/testing/redis-place.ts';
import { startServers } from '../../test/servers/start-servers.ts';
import { benchFolder } from '../newsweb/bench-newsweb.ts';
import { Families, pairScores, written, type Grouped } from './families.ts';
import { readLines } from './read-lines.ts';
import { withSqlite } from './with-sqlite.ts';

const { values } = parseArgs({
  options: { wrong: { type: 'boolean', default: false }, redis: { type: 'boolean', default: false } },
});
const inBatch = 32;
const now = 1_800_000_000_000;

interface Case {
  readonly id: string;
  readonly text: string;
  readonly gold: string;
  readonly edit: string;
}

/** A fingerprint as the mill files it: with publisher, date and the band of the address. */
function entryOf({ id, text }: Case) {
  const sketch = sketchOf('', text);
  const { bands, payload } = fingerprintOf({
    sketch,
    since: now,
    url: `https://www.paper.example/news/2027/${id}/a-story`,
  });
  return { sketch, entry: { id: hashKey(id), bands, payload, expiresAt: now + 1 } };
}

/** The families of the cases, filed as the mill does it. */
async function familiesOf(
  cases: readonly Case[],
  state: Pick<StateWriter, 'matchFingerprints'>,
): Promise<Families> {
  const families = new Families();
  for (let from = 0; from < cases.length; from += inBatch) {
    const batch = cases.slice(from, from + inBatch).map(entryOf);
    const found = await state.matchFingerprints(
      batch.map(({ entry }) => entry),
      now,
    );
    batch.forEach(({ sketch, entry }, at) => {
      for (const copy of findFamily({ id: entry.id, since: now, sketch }, found[at] ?? []).relatives)
        families.join(copy.id, entry.id);
    });
  }
  return families;
}

/** Milliseconds of CPU per case, the least of several rounds. */
async function cpuPer(cases: readonly Case[], rounds: number, work: () => Promise<unknown>): Promise<string> {
  let least = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    await work();
    const used = process.cpuUsage(before);
    least = Math.min(least, (used.user + used.system) / 1_000 / cases.length);
  }
  return least.toFixed(3);
}

function judge(name: string, cases: readonly Case[], families: Families): readonly Grouped[] {
  const rows = cases.map(({ id, gold }) => ({ id, gold, found: families.leaderOf(hashKey(id)) }));
  const foundOf = new Map(rows.map(({ id, found }) => [id, found]));
  const originals = new Map(
    cases.filter(({ edit }) => edit.startsWith('orig')).map(({ id, gold }) => [gold, id]),
  );
  const byEdit = new Map<string, { right: number; all: number }>();
  for (const { id, gold, edit } of cases) {
    if (edit.startsWith('orig')) continue;
    const count = byEdit.get(edit) ?? { right: 0, all: 0 };
    count.all += 1;
    if (foundOf.get(id) === foundOf.get(originals.get(gold) ?? '')) count.right += 1;
    byEdit.set(edit, count);
  }
  console.log(`${name}: ${cases.length} texts, pairs ${written(pairScores(rows))}`);
  console.log(
    [...byEdit]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([edit, { right, all }]) => `  ${edit} ${right} of ${all}`)
      .join('\n'),
  );
  return rows;
}

function printWrong(cases: readonly Case[], rows: readonly Grouped[]): void {
  const texts = new Map(cases.map(({ id, text }) => [id, text]));
  for (const group of Map.groupBy(rows, ({ found }) => found).values()) {
    const parts = [...Map.groupBy(group, ({ gold }) => gold).values()];
    if (parts.length < 2) continue;
    console.log('--- joined');
    for (const [first] of parts)
      console.log(
        `${first?.id}: ${texts
          .get(first?.id ?? '')
          ?.slice(0, 400)
          .replaceAll('\n', ' ')}`,
      );
  }
}

interface WebArticle {
  readonly i: number;
  readonly page: number;
  /** 0: the text of the page as it was recorded. */
  readonly variant: number;
  readonly of: number | null;
  readonly fault: string;
}
interface Web {
  readonly arts: readonly WebArticle[];
  gold(article: WebArticle): string;
}

/** The bodies of the news web: copies under other hosts, and stories put together from the same sentences. */
async function newsWeb(folder: string, profile: string): Promise<Case[]> {
  const { Web: makeWeb }: { Web: new (options: object) => Web } = await import(join(folder, 'lib.mjs'));
  const web = new makeWeb({ pack: join(folder, 'pack.jsonl.gz'), seed: 7, n: 2_000, hosts: 100, profile });
  // Two articles may be made of one page without refilling it; the manifest does not call them copies, but
  // they are.
  const goldOf = ({ of, i, page, variant }: WebArticle) => (variant === 0 ? `page ${page}` : `a${of ?? i}`);
  return web.arts.map((article) => ({
    id: `a${article.i}`,
    text: web.gold(article),
    gold: goldOf(article),
    edit: article.of === null ? 'orig' : article.fault,
  }));
}

const folder = benchFolder();
if (folder === undefined) throw new Error('the public cases are not here: name them in NEWSMILL_BENCH');
const pack = join(folder, 'enrichment/dup');
const golds = new Map(
  readLines<{ id: string; cluster: string; edit: string }>(join(pack, 'dup.dev.gold.jsonl')).map((gold) => [
    gold.id,
    gold,
  ]),
);
const cases = readLines<{ id: string; text: string }>(join(pack, 'dup.dev.input.jsonl')).map(
  ({ id, text }): Case => ({
    id,
    text,
    gold: golds.get(id)?.cluster ?? id,
    edit: golds.get(id)?.edit ?? 'orig',
  }),
);
const characters = cases.reduce((sum, { text }) => sum + text.length, 0) / cases.length;

const rows = await withSqlite(async (state, bytes) => {
  const before = bytes();
  const families = await familiesOf(cases, state);
  console.log(
    `SQLite: ${((bytes() - before) / cases.length).toFixed(0)} bytes per text in the window, all told`,
  );
  return judge('public cases', cases, families);
});
const entries = cases.map((one) => entryOf(one).entry);
console.log(
  `payload ${(entries.reduce((sum, { payload }) => sum + payload.length, 0) / entries.length).toFixed(0)} bytes, bands ${(entries.reduce((sum, { bands }) => sum + bands.join('').length, 0) / entries.length).toFixed(0)} bytes, per text`,
);
console.log(
  `mean text ${characters.toFixed(0)} characters; CPU per text: sketch and bands ${await cpuPer(cases, 5, async () => cases.forEach(({ text }) => bandsOf(sketchOf('', text))))} ms, with the state (SQLite) and the comparing ${await cpuPer(cases, 3, () => withSqlite((state) => familiesOf(cases, state)))} ms`,
);
if (values.wrong) printWrong(cases, rows);
for (const profile of ['storm', 'calm']) {
  const web = await newsWeb(join(folder, 'newsweb'), profile);
  const found = judge(`news web, ${profile}`, web, await withSqlite((state) => familiesOf(web, state)));
  if (values.wrong) printWrong(web, found);
}
if (values.redis) {
  const servers = await startServers(['redis']);
  const place = await makeRedisPlace(servers.redis.url, 'whole');
  const state = await place.open();
  const before = await place.bytes();
  await familiesOf(cases, state);
  console.log(
    `Redis: ${(((await place.bytes()) - before) / cases.length).toFixed(0)} bytes per text in the window, all told`,
  );
  await state.close();
  await place.destroy();
  await servers.close();
}
