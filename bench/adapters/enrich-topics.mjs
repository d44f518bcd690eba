// Trains on `--train INPUT.jsonl GOLD.jsonl` (rows of `--set`), then rows {id, text} on stdin, rows {id,
// label, score} on stdout.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { applyTopicModel, trainTopics } from '@newsmill/enrich';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { train: { type: 'string' }, set: { type: 'string' } },
});
const [gold] = positionals;
if (values.train === undefined || gold === undefined)
  throw new Error('enrich-topics --train INPUT.jsonl GOLD.jsonl --set NAME');
const rowsOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
const texts = new Map(rowsOf(values.train).map(({ id, text }) => [id, text]));
const rows = rowsOf(gold).filter(
  (row) => (values.set === undefined || row.set === values.set) && texts.has(row.id),
);
const model = trainTopics(rows.map(({ id, label }) => ({ text: texts.get(id), labels: [label] })));
process.stderr.write(`${rows.length} rows, accuracy by cross-validation ${model.trained.accuracy}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const { id, text } = JSON.parse(line);
  const [best] = applyTopicModel(model, text);
  process.stdout.write(`${JSON.stringify({ id, label: best.label, score: best.score })}\n`);
}
