/**
 * Runs the cleaner over an extraction pack and scores it with the pack's own scorer: for models that are
 * being trained. `npm run bench -- extraction` measures what is committed. Usage: node
 * --conditions=newsmill-source bench/extraction/run-pack.ts [--pack FOLDER] [--out FILE] [--body PREFIX
 * --metadata PREFIX --kind PREFIX | --folds] [--sets aeb,fundus] [--no-score] With --body, --metadata and
 * --kind (the OUT of the trainings) every page is read by the models that left its fold out: the out-of-fold
 * figures; --folds takes the committed ones.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EncodedBody, EncodedKind, EncodedMetadata } from '../train/models/decode-weights.ts';
import { readModel } from '../train/read-fold.ts';
import { chooseOutOfFold, chooseShipped, type ChooseModels } from './fold-models.ts';
import { openPack, packFolder } from './pack.ts';
import { runCleaner, writeRun } from './run-cleaner.ts';

const { values } = parseArgs({
  options: {
    pack: { type: 'string' },
    out: { type: 'string', default: 'run.jsonl' },
    body: { type: 'string' },
    metadata: { type: 'string' },
    kind: { type: 'string' },
    folds: { type: 'boolean', default: false },
    sets: { type: 'string' },
    'no-score': { type: 'boolean', default: false },
  },
});
const folder = values.pack ?? packFolder();
if (folder === undefined || !existsSync(join(folder, 'manifest.jsonl'))) {
  process.stderr.write(
    'No extraction pack here; name one with --pack, or the folder of the public cases with NEWSMILL_BENCH.\n',
  );
  process.exit(78);
}

function readWeights<T>(prefix: string | undefined, fold: number): T | undefined {
  return prefix === undefined ? undefined : readModel<T>(`${prefix}.fold${fold}.json`);
}

function chooseModels(): ChooseModels {
  if (values.folds) return chooseOutOfFold();
  if (values.body === undefined && values.metadata === undefined && values.kind === undefined)
    return chooseShipped;
  return chooseOutOfFold((fold) => ({
    body: readWeights<EncodedBody>(values.body, fold),
    metadata: readWeights<EncodedMetadata>(values.metadata, fold),
    kind: readWeights<EncodedKind>(values.kind, fold),
  }));
}

const [run = new Map()] = runCleaner(openPack(folder), [chooseModels()], values.sets?.split(','));
writeRun(run, values.out);
if (!values['no-score'])
  process.exit(
    spawnSync('python3', [join(folder, 'score.py'), folder, values.out, '--no-ci'], { stdio: 'inherit' })
      .status ?? 1,
  );
