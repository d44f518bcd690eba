/**
 * Writes the candidates for title, date and authors of the training pages with their features, for
 * `train_metadata.py`. Usage: node write-candidates.ts PACK BODY OUT   (BODY is the OUT of train_body.py: the
 * body of a page comes from the model that left its fold out)
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bodyModel } from '../../libs/clean/src/body/score-blocks.ts';
import { authorCandidates, authorFeatureCount } from '../../libs/clean/src/metadata/authors.ts';
import { isVouchedFor } from '../../libs/clean/src/metadata/choose-authors.ts';
import { dateCandidates, dateFeatureCount } from '../../libs/clean/src/metadata/dates.ts';
import { titleCandidates, titleFeatureCount } from '../../libs/clean/src/metadata/title.ts';
import { viewPage } from '../../libs/clean/src/view-page.ts';
import { decodeBody, type EncodedBody } from './models/decode-weights.ts';
import { foldOf, readModel } from './read-fold.ts';

const [pack = '', body = '', out = ''] = process.argv.slice(2);
const trainingSets = new Set(['fundus', 'wcxb', 'traf', 'htmldate']);
const models = [0, 1, 2, 3, 4].map((fold) =>
  bodyModel(decodeBody(readModel<EncodedBody>(`${body}.fold${fold}.json`))),
);
const lines = openSync(out, 'w');

function rowsOf(
  candidates: readonly { text: string; key: string }[],
  rows: Float32Array,
  width: number,
): { text: string; key: string; row: number[] }[] {
  return candidates.map(({ text, key }, index) => ({
    text,
    key,
    row: [...rows.subarray(index * width, (index + 1) * width)].map((value) => Number(value.toPrecision(6))),
  }));
}

for (const line of readFileSync(path.join(pack, 'manifest.jsonl'), 'utf8').trim().split('\n')) {
  const page: { id: string; set: string; url: string; html: string } = JSON.parse(line);
  if (!trainingSets.has(page.set)) continue;
  const model = models[foldOf(page.url)];
  if (model === undefined) throw new Error(`no model for ${page.url}`);
  const view = viewPage(
    gunzipSync(readFileSync(path.join(pack, page.html))).toString('utf8'),
    page.url,
    model,
  );
  const titles = titleCandidates(view);
  const dates = dateCandidates(view);
  const authors = authorCandidates(view);
  writeSync(
    lines,
    `${JSON.stringify({
      id: page.id,
      set: page.set,
      url: page.url,
      fold: foldOf(page.url),
      title: rowsOf(titles.candidates, titles.rows, titleFeatureCount),
      date: rowsOf(dates.candidates, dates.rows, dateFeatureCount),
      author: rowsOf(authors.candidates, authors.rows, authorFeatureCount).map((row, index) => ({
        ...row,
        isVouched: authors.candidates.slice(index, index + 1).some(isVouchedFor),
      })),
    })}\n`,
  );
}
closeSync(lines);
