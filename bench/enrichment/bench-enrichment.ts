import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFolder } from '../newsweb/bench-newsweb.ts';
import { measureCost, showCosts } from './measure-cost.ts';
import { measureMemory, showMemory } from './measure-memory.ts';
import { measurePageNames, type NameMistake } from './measure-page-names.ts';
import { measureVectors } from './measure-vectors.ts';
import { measurePageSubtopics } from './measure-page-subtopics.ts';
import { measurePageTopics } from './measure-page-topics.ts';
import { measurePlaceLinks, type LinkMistake } from './measure-place-links.ts';
import { writeReading } from './write-reading.ts';

const adapters = fileURLToPath(new URL('../adapters/', import.meta.url));

/**
 * One judgement of the pack: its adapter answers the input, its scorer compares the answers with the gold.
 */
interface Task {
  readonly name: string;
  readonly extra?: readonly string[];
}
const tasks: readonly Task[] = [
  { name: 'lid', extra: ['-v'] },
  { name: 'ner' },
  { name: 'kp', extra: ['10'] },
  { name: 'dup' },
  { name: 'mojibake' },
];

/**
 * Runs an adapter over the cases of a task and scores it with the pack's own scorer. Models are the shipped
 * ones: figures of what was learned from these cases are higher than out-of-fold ones.
 */
function scoreTask({ name, extra = [] }: Task, pack: string, out: string): string {
  const answers = join(out, `${name}.jsonl`);
  const input = openSync(join(pack, name, `${name}.dev.input.jsonl`), 'r');
  const output = openSync(answers, 'w');
  const run = spawnSync('sh', [join(adapters, `enrich-${name}`)], { stdio: [input, output, 'inherit'] });
  closeSync(input);
  closeSync(output);
  if (run.status !== 0) throw new Error(`the adapter enrich-${name} ended with ${String(run.status)}`);
  const scored = spawnSync(
    'python3',
    [join(pack, `score_${name}.py`), join(pack, name, `${name}.dev.gold.jsonl`), answers, ...extra],
    { encoding: 'utf8' },
  );
  if (scored.error !== undefined) return 'not scored: there is no Python here';
  if (scored.status !== 0)
    throw new Error(`score_${name}.py ended with ${String(scored.status)}: ${scored.stderr}`);
  return scored.stdout.trim();
}

const showMistake = ({ id, what, kind, name }: NameMistake): void =>
  console.log(`${what} ${kind} ${name}  ${id}`);

const showLink = ({ id, name, country, right }: LinkMistake): void =>
  console.log(`${name}: ${country ?? 'not linked'}, lies in ${right}  ${id}`);

/**
 * What the parts of enriching reach on the public cases, and what they cost. Words: names of tasks,
 * `page-names`, `place-links`, `page-topics`, `page-subtopics`, `vectors`, `cost`, `memory`; all of them without words. `mistakes` beside
 * `page-names`, `place-links` and `page-subtopics` lists them. `reading SEED...` writes articles for a reader
 * instead.
 */
export function benchEnrichment(words: readonly string[], outFolder: string): void {
  const folder = benchFolder();
  const pack = folder === undefined ? undefined : join(folder, 'enrichment');
  if (folder === undefined || pack === undefined || !existsSync(pack)) {
    console.log(
      'the public cases are not here: put them beside the project as ../shared/bench, or name them in NEWSMILL_BENCH',
    );
    process.exitCode = 1;
    return;
  }
  const out = join(outFolder, 'enrichment');
  mkdirSync(out, { recursive: true });
  const [first, ...seeds] = words;
  if (first === 'reading') {
    console.log(writeReading(folder, seeds, join(out, `reading-${seeds.at(-1) ?? ''}`)));
    return;
  }
  const isWanted = (name: string) => words.length === 0 || words.includes(name);
  for (const task of tasks.filter(({ name }) => isWanted(name)))
    console.log(`${task.name}\n${scoreTask(task, pack, out)}\n`);
  if (isWanted('page-names'))
    console.log(
      `page-names\n${measurePageNames(folder, words.includes('mistakes') ? showMistake : undefined)}\n`,
    );
  if (isWanted('place-links'))
    console.log(
      `place-links\n${measurePlaceLinks(folder, words.includes('mistakes') ? showLink : undefined)}\n`,
    );
  if (isWanted('page-topics')) console.log(`page-topics\n${measurePageTopics(folder)}\n`);
  if (isWanted('page-subtopics'))
    console.log(`page-subtopics\n${measurePageSubtopics(folder, words.includes('mistakes'))}\n`);
  if (isWanted('vectors')) console.log(`vectors\n${measureVectors(folder)}\n`);
  if (isWanted('cost')) console.log(showCosts(measureCost(folder)));
  if (isWanted('memory')) console.log(showMemory(measureMemory(folder)));
}
