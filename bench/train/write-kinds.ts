/**
 * Writes the features by which articles are told from other pages, for `train_kind.py`. Usage: node
 * --conditions=newsmill-source write-kinds.ts PACK BODY METADATA OUT   (BODY and METADATA are the OUT of
 * their trainings)
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { draftText, readBody } from '../../libs/clean/src/body/read-body.ts';
import { bodyModel } from '../../libs/clean/src/body/score-blocks.ts';
import { kindFeatures } from '../../libs/clean/src/kind/kind-features.ts';
import { pageSlots } from '../../libs/clean/src/kind/page-words.ts';
import { readMetadata } from '../../libs/clean/src/metadata/read-metadata.ts';
import { metadataModels, shippedModels } from '../../libs/clean/src/models.ts';
import { viewPage } from '../../libs/clean/src/view-page.ts';
import {
  decodeBody,
  decodeMetadata,
  type EncodedBody,
  type EncodedMetadata,
} from './models/decode-weights.ts';
import { foldOf, readModel } from './read-fold.ts';

const [pack = '', body = '', metadata = '', out = ''] = process.argv.slice(2);
const trainingSets = new Set(['aeb', 'fundus', 'wcxb']);
const models = [0, 1, 2, 3, 4].map((fold) => ({
  ...shippedModels(),
  ...metadataModels(decodeMetadata(readModel<EncodedMetadata>(`${metadata}.fold${fold}.json`))),
  body: bodyModel(decodeBody(readModel<EncodedBody>(`${body}.fold${fold}.json`))),
}));
const now = Date.now();
const lines = openSync(out, 'w');
for (const line of readFileSync(path.join(pack, 'manifest.jsonl'), 'utf8').trim().split('\n')) {
  const page: { id: string; set: string; url: string; html: string } = JSON.parse(line);
  if (!trainingSets.has(page.set)) continue;
  const fold = foldOf(page.url);
  const chosen = models[fold] ?? shippedModels();
  const context = { url: page.url, now };
  const view = viewPage(
    gunzipSync(readFileSync(path.join(pack, page.html))).toString('utf8'),
    page.url,
    chosen.body,
  );
  const found = readMetadata(view, context, chosen, draftText(view));
  const read = readBody(view, found, context);
  const article = {
    ...found,
    published: found.published?.utc,
    modified: undefined,
    paywalled: found.isPaywalled ?? false,
    text: read.blocks.map((block) => block.text).join('\n\n'),
    blocks: read.blocks,
  };
  writeSync(
    lines,
    `${JSON.stringify({ id: page.id, set: page.set, fold, slots: pageSlots(view), row: [...kindFeatures(view, article, 0)].map((value) => Number(value.toPrecision(6))) })}\n`,
  );
}
closeSync(lines);
