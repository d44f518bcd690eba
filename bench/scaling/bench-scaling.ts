import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { calmRun, runMillOverWeb, type ReaderFigures } from '../newsweb/bench-newsweb.ts';
import { costsOf, writePage, type CopiesRun } from './write-page.ts';
import { Taken } from './services-taken.ts';

const page = fileURLToPath(new URL('../../docs/scaling.md', import.meta.url));
/** Copies of clean, enrich and index that are tried. */
const copies = [1, 2, 4];

/**
 * `npm run bench -- scaling [articles] [hosts]`: measures what an article takes of each service and server of the
 * distributed form, with one, two and four copies of clean, enrich and index, and writes `docs/scaling.md`: what ten
 * thousand, a million and a hundred million articles a day take.
 */
export async function benchScaling(words: readonly string[], web: string, out: string): Promise<void> {
  const [articles = '1000', hosts = '50'] = words;
  const [load = 0] = loadavg();
  const runs: CopiesRun[] = [];
  for (const count of copies) {
    const run = {
      ...calmRun({ articles: Number(articles), hosts: Number(hosts), web, out }),
      form: 'distributed' as const,
    };
    const { figures, scores } = await runMillOverWeb(run, ['--copies', String(count), '--taken']);
    const done = { copies: count, figures, scores, taken: takenOf(figures) };
    runs.push(done);
    console.log(`${count} copies: ${JSON.stringify(costsOf(done))}`);
  }
  const command = ['npm run bench -- scaling', ...words].join(' ');
  writeFileSync(page, writePage({ command, load, runs }));
  console.log('docs/scaling.md holds what was measured');
}

function takenOf(figures: ReaderFigures): Taken {
  return Taken.parse('taken' in figures ? figures.taken : undefined);
}
