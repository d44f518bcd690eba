import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceNames } from '@newsmill/contracts';
import type { DrillVerdict } from '../../test/judge-drill.ts';
import { killDrill } from '../../test/kill-drill.ts';
import { seededRandom } from '../../test/newsweb/seeded-random.ts';
import { startServers } from '../../test/servers/start-servers.ts';
import { serviceDrill } from '../../test/service-drill.ts';
import { settingsOf } from '../../test/settings-of-servers.ts';

/**
 * The long kill drill: 40 kills in 2,000 articles, or `-- kill KILLS ARTICLES SEED FORM`. Exit code 1 when
 * anything was lost or doubled.
 */
const [kills = '40', articles = '2000', seed = '1', form = 'embedded'] = process.argv.slice(3);
if (form !== 'embedded' && form !== 'distributed')
  throw new Error(`the form is embedded or distributed, not ${form}`);
const folder = mkdtempSync(join(tmpdir(), 'newsmill-kill-'));
const drill = {
  articles: Number(articles),
  seed: Number(seed),
  folder,
  between: [200, 3_000] as const,
  limitMs: 900_000,
};

async function distributed(): Promise<DrillVerdict & { readonly exitCodes: unknown }> {
  const servers = await startServers(['kafka', 'redis', 'elasticsearch'], { own: true });
  const random = seededRandom(Number(seed) + 1);
  // Each service gets its share; which of them is next is a matter of chance.
  const victims = Array.from({ length: Number(kills) }, (_, number) => ({
    kill: serviceNames[number % serviceNames.length] ?? 'fetch',
    at: random(),
  })).sort((a, b) => a.at - b.at);
  try {
    return await serviceDrill({ ...drill, servers: settingsOf(servers), blows: victims });
  } finally {
    await servers.close();
  }
}

const verdict =
  form === 'embedded' ? await killDrill({ ...drill, kills: Number(kills) }) : await distributed();
const { lost, doubled, wrong, fateless, unlinked, unexpected, problems } = verdict;
console.log(
  `${kills} kills in ${articles} articles, seed ${seed}, ${form}: ${verdict.documents} articles in the library after ${verdict.seconds.toFixed(0)} s`,
);
console.log(
  JSON.stringify({
    lost: lost.length,
    doubled: doubled.length,
    wrong: wrong.length,
    fateless: fateless.length,
    unlinked: unlinked.length,
    unexpected: unexpected.length,
    exit: 'exitCodes' in verdict ? verdict.exitCodes : verdict.exitCode,
  }),
);
for (const problem of [
  ...problems,
  ...lost.slice(0, 5),
  ...doubled.slice(0, 5),
  ...wrong.slice(0, 5),
  ...unlinked.slice(0, 5),
  ...unexpected.slice(0, 5),
])
  console.log('  ', typeof problem === 'string' ? problem : JSON.stringify(problem));
if (lost.length + doubled.length + wrong.length + fateless.length + problems.length > 0) process.exitCode = 1;
rmSync(folder, { recursive: true, force: true });
