// Topics by cross-validation by document, and what a text costs: node bench/enrichment/measure-topics.ts PACK
// [folds]
import { readFileSync } from 'node:fs';
import { applyTopicModel } from '../../libs/enrich/src/topics/apply-topic-model.ts';
import { trainTopics } from '../../libs/enrich/src/topics/train-topics.ts';
import { readTopicModel, writeTopicModel } from '../../libs/enrich/src/topics/topic-model.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly set: string;
  readonly label: string;
}

const [pack, folds = '10'] = process.argv.slice(2);
if (pack === undefined) throw new Error('measure-topics.ts PACK [folds]');
const rowsOf = (name: string): Row[] =>
  readFileSync(`${pack}/topics/topics.dev.${name}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row); // the pack's README gives the shape
const texts = new Map(rowsOf('input').map(({ id, text }) => [id, text]));

for (const set of ['bbc', 'ag']) {
  const rows = rowsOf('gold')
    .filter((row) => row.set === set)
    .map(({ id, label }) => ({ text: texts.get(id) ?? '', labels: [label] }));
  const before = process.cpuUsage();
  const model = trainTopics(rows, { folds: Number(folds) });
  const seconds = process.cpuUsage(before).user / 1e6;
  const file = writeTopicModel(model);
  const again = readTopicModel(file);
  const costs: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const start = process.cpuUsage();
    for (const { text } of rows) applyTopicModel(again, text);
    costs.push(process.cpuUsage(start).user);
  }
  const characters = rows.reduce((sum, { text }) => sum + Math.min(6_000, text.length), 0);
  console.log(
    `${set}: accuracy ${model.trained.accuracy} (${folds} folds, ${rows.length} texts), ${seconds.toFixed(1)} s to train, file ${(file.length / 1e6).toFixed(2)} MB, ${(((costs.sort((a, b) => a - b)[3] ?? 0) / characters) * 2_000).toFixed(0)} us per 2,000 characters (median of 7)`,
  );
}
