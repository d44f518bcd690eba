/**
 * Runs the cleaner over an extraction pack and scores it with the pack's own scorer.
 * Usage: node --conditions=newsmill-source bench/extraction/run-pack.ts [--pack FOLDER] [--out FILE] [--body PREFIX --metadata PREFIX --kind PREFIX] [--sets aeb,fundus] [--no-score]
 * With --body, --metadata and --kind (the OUT of the trainings) every page is read by the models that left its fold out: the out-of-fold figures.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { bodyModel, type BodyWeights } from '../../libs/clean/src/body/score-blocks.ts';
import { kindModels, metadataModels, shippedModels, type KindWeights, type MetadataWeights, type Models } from '../../libs/clean/src/models.ts';
import { readPage } from '../../libs/clean/src/read-page.ts';
import { foldOf, readModel } from '../train/read-fold.ts';

const { values } = parseArgs({ options: { pack: { type: 'string' }, out: { type: 'string', default: 'run.jsonl' }, body: { type: 'string' }, metadata: { type: 'string' }, kind: { type: 'string' }, sets: { type: 'string' }, 'no-score': { type: 'boolean', default: false } } });
const bench = process.env['NEWSMILL_BENCH'] ?? path.resolve(import.meta.dirname, '../../../shared/bench');
const pack = values.pack ?? path.join(bench, 'extraction');
if (!existsSync(path.join(pack, 'manifest.jsonl'))) {
  process.stderr.write(`No extraction pack at ${pack}; name one with --pack or NEWSMILL_BENCH.\n`);
  process.exit(78);
}

function foldModels(fold: number): Models {
  const body = values.body === undefined ? shippedModels.body : bodyModel(readModel<BodyWeights>(`${values.body}.fold${fold}.json`));
  const metadata = values.metadata === undefined ? shippedModels : metadataModels(readModel<MetadataWeights>(`${values.metadata}.fold${fold}.json`));
  const kind = values.kind === undefined ? shippedModels : kindModels(readModel<KindWeights>(`${values.kind}.fold${fold}.json`));
  return { ...shippedModels, ...metadata, body, kind: kind.kind, pageWords: kind.pageWords };
}

const isOutOfFold = values.body !== undefined || values.metadata !== undefined;
const models = isOutOfFold ? [0, 1, 2, 3, 4].map(foldModels) : [];
const sets = values.sets?.split(',');
const out = openSync(values.out, 'w');
const now = Date.now();
for (const line of readFileSync(path.join(pack, 'manifest.jsonl'), 'utf8').trim().split('\n')) {
  const page: { id: string; set: string; url: string; html: string } = JSON.parse(line);
  if (sets !== undefined && !sets.includes(page.set)) continue;
  const html = gunzipSync(readFileSync(path.join(pack, page.html))).toString('utf8');
  const { article, kind, confidence } = readPage({ html }, { url: page.url, now }, isOutOfFold ? models[foldOf(page.url)] : shippedModels);
  writeSync(out, `${JSON.stringify({ id: page.id, text: article.text, title: article.title, authors: article.authors, published: article.publishedLocal ?? article.published ?? null, language: article.language ?? null, kind, confidence })}\n`);
}
closeSync(out);
if (!values['no-score']) process.exit(spawnSync('python3', [path.join(pack, 'score.py'), pack, values.out, '--no-ci'], { stdio: 'inherit' }).status ?? 1);
