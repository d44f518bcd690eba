/**
 * Writes the blocks of all training pages with their features, for `label.py` and `train_body.py`. Usage:
 * node write-blocks.ts PACK OUT   (PACK is the extraction pack; only its sets aeb, fundus, wcxb and traf are
 * read)
 */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { featureCount, featureNames, writeFeatures } from '../../libs/clean/src/body/block-features.ts';
import { measurePage } from '../../libs/clean/src/body/page-measures.ts';
import { blockText } from '../../libs/clean/src/body/block-text.ts';
import { readEvidence } from '../../libs/clean/src/metadata/evidence.ts';
import { allSlots } from '../../libs/clean/src/model/hashed-score.ts';
import { readText } from '../../libs/clean/src/view-page.ts';
import { foldOf } from './read-fold.ts';
import { COMMENTS } from '../../libs/clean/src/tree/tree.ts';

const [pack = '', out = ''] = process.argv.slice(2);
const trainingSets = new Set(['aeb', 'fundus', 'wcxb', 'traf']);

interface Page {
  id: string;
  set: string;
  url: string;
  html: string;
}
const pages: Page[] = readFileSync(path.join(pack, 'manifest.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const matrix = openSync(`${out}.f32`, 'w');
const lines = openSync(`${out}.jsonl`, 'w');
for (const page of pages) {
  if (!trainingSets.has(page.set)) continue;
  const { tree, blocks } = readText(gunzipSync(readFileSync(path.join(pack, page.html))).toString('utf8'));
  const evidence = readEvidence(tree);
  const measures = measurePage(tree, blocks, evidence);
  const rows = writeFeatures(tree, blocks, measures, evidence, new Float32Array(blocks.size));
  writeSync(matrix, new Uint8Array(rows.buffer, 0, blocks.size * featureCount * 4));
  const text: string[] = [];
  const slots: number[][] = [];
  const isComment: number[] = [];
  for (let index = 0; index < blocks.size; index += 1) {
    text.push(blockText(blocks, index));
    slots.push(allSlots(tree, blocks, index));
    isComment.push((tree.flags[blocks.node[index] ?? 0] ?? 0) & COMMENTS && !measures.isThread ? 1 : 0);
  }
  writeSync(
    lines,
    `${JSON.stringify({ id: page.id, set: page.set, url: page.url, fold: foldOf(page.url), text, slots, isComment, body: evidence.articleBody })}\n`,
  );
}
closeSync(matrix);
closeSync(lines);
writeFileSync(`${out}.names.json`, JSON.stringify(featureNames));
