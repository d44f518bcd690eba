import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killDrill } from '../../test/kill-drill.ts';

/** The long kill drill: 40 kills in 2,000 articles, or `-- kill KILLS ARTICLES SEED`. Exit code 1 when anything was lost or doubled. */
const [kills = '40', articles = '2000', seed = '1'] = process.argv.slice(3);
const folder = mkdtempSync(join(tmpdir(), 'newsmill-kill-'));
const verdict = await killDrill({ articles: Number(articles), kills: Number(kills), seed: Number(seed), folder, between: [200, 3_000], limitMs: 900_000 });
const { lost, doubled, wrong, fateless, unlinked, unexpected, problems } = verdict;
console.log(`${kills} kills in ${articles} articles, seed ${seed}: ${verdict.documents} articles in the library after ${verdict.seconds.toFixed(0)} s`);
console.log(JSON.stringify({ lost: lost.length, doubled: doubled.length, wrong: wrong.length, fateless: fateless.length, unlinked: unlinked.length, unexpected: unexpected.length, exitCode: verdict.exitCode }));
for (const problem of [...problems, ...lost.slice(0, 5), ...doubled.slice(0, 5), ...wrong.slice(0, 5), ...unlinked.slice(0, 5), ...unexpected.slice(0, 5)]) console.log('  ', typeof problem === 'string' ? problem : JSON.stringify(problem));
if (lost.length + doubled.length + wrong.length + fateless.length + problems.length > 0) process.exitCode = 1;
rmSync(folder, { recursive: true, force: true });
