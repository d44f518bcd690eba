/**
 * What each pass takes of the chosen body over an extraction pack, and whether the gold body agrees: lines
 * and words taken rightly (gold lacks them) and wrongly (gold has them). Usage: node
 * --conditions=newsmill-source bench/extraction/measure-passes.ts [--pack FOLDER] [--body PREFIX --metadata
 * PREFIX] [--wrong PASS] With --body and --metadata pages are read by the models that left their fold out.
 * --wrong lists the lines that a pass (or `all`) took wrongly.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { draftText, passLines } from '../../libs/clean/src/body/read-body.ts';
import { readMetadata } from '../../libs/clean/src/metadata/read-metadata.ts';
import { viewPage } from '../../libs/clean/src/view-page.ts';
import type { EncodedBody, EncodedMetadata } from '../train/models/decode-weights.ts';
import { readModel } from '../train/read-fold.ts';
import { chooseOutOfFold, type FoldWeights } from './fold-models.ts';

const { values } = parseArgs({
  options: {
    pack: { type: 'string' },
    body: { type: 'string' },
    metadata: { type: 'string' },
    wrong: { type: 'string' },
  },
});
const bench = process.env['NEWSMILL_BENCH'] ?? path.resolve(import.meta.dirname, '../../../shared/bench');
const pack = values.pack ?? path.join(bench, 'extraction');
if (!existsSync(path.join(pack, 'manifest.jsonl'))) {
  process.stderr.write(`No extraction pack at ${pack}; name one with --pack or NEWSMILL_BENCH.\n`);
  process.exit(78);
}

function weightsOf(fold: number): Partial<FoldWeights> {
  return {
    ...(values.body === undefined ? {} : { body: readModel<EncodedBody>(`${values.body}.fold${fold}.json`) }),
    ...(values.metadata === undefined
      ? {}
      : { metadata: readModel<EncodedMetadata>(`${values.metadata}.fold${fold}.json`) }),
  };
}

/** Letters and digits alone: gold and page differ in white space and marks. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const chooseModels = chooseOutOfFold(weightsOf);
const lines = (name: string): string[] => readFileSync(path.join(pack, name), 'utf8').trim().split('\n');
const gold = new Map<string, string>();
const types = new Map<string, string>();
for (const line of lines('gold.jsonl')) {
  const one: { id: string; set: string; type?: string; body?: string | null } = JSON.parse(line);
  types.set(one.id, one.type ?? 'article');
  if (typeof one.body === 'string') gold.set(one.id, plain(one.body));
}
const tally = new Map<string, { right: number; wrong: number; rightWords: number; wrongWords: number }>();
for (const line of lines('manifest.jsonl')) {
  const page: { id: string; set: string; url: string; html: string } = JSON.parse(line);
  const body = gold.get(page.id);
  if (body === undefined || page.set === 'readability' || types.get(page.id) !== 'article') continue;
  const own = chooseModels(page.url);
  const view = viewPage(
    gunzipSync(readFileSync(path.join(pack, page.html))).toString('utf8'),
    page.url,
    own.body,
  );
  const { taken } = passLines(
    view,
    readMetadata(view, { url: page.url, now: Date.now() }, own, draftText(view)),
    {},
  );
  for (const { line: taking, pass, why } of taken) {
    if (!taking.isBody) continue;
    const isWrong = body.includes(plain(taking.text));
    const sums = tally.get(pass) ?? { right: 0, wrong: 0, rightWords: 0, wrongWords: 0 };
    sums[isWrong ? 'wrong' : 'right'] += 1;
    sums[isWrong ? 'wrongWords' : 'rightWords'] += taking.weight;
    tally.set(pass, sums);
    if (isWrong && (values.wrong === pass || values.wrong === 'all'))
      process.stdout.write(`${pass} ${page.id} [${taking.kind}] (${why}) ${taking.text.slice(0, 200)}\n`);
  }
}
process.stdout.write(
  '| pass | lines right | lines wrong | words right | words wrong |\n|---|---|---|---|---|\n',
);
for (const [pass, sums] of [...tally].sort((a, b) => b[1].rightWords - a[1].rightWords))
  process.stdout.write(
    `| ${pass} | ${sums.right} | ${sums.wrong} | ${Math.round(sums.rightWords)} | ${Math.round(sums.wrongWords)} |\n`,
  );
