// The shipped topic model on sets that it never saw, class by class mapped to IPTC codes: node
// bench/enrichment/measure-default-topics.ts PACK
import { readFileSync } from 'node:fs';
import { applyTopicModel } from '../../libs/enrich/src/topics/apply-topic-model.ts';
import { findTopics, shippedTopicModel } from '../../libs/enrich/src/topics/find-topics.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly set: string;
  readonly label: string;
}

const [pack] = process.argv.slice(2);
if (pack === undefined) throw new Error('measure-default-topics.ts PACK');
const rowsOf = (name: string): Row[] =>
  readFileSync(`${pack}/topics/topics.dev.${name}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row); // the pack's README gives the shape
const texts = new Map(rowsOf('input').map(({ id, text }) => [id, text]));
const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bbc: {
    '04': 'business',
    '09': 'business',
    '11': 'politics',
    '15': 'sport',
    '13': 'tech',
    '01': 'entertainment',
  },
  // biome-ignore format: a table, read by its rows
  ag: {
    '04': 'Business', '09': 'Business', '11': 'World', '16': 'World', '03': 'World', '12': 'World',
    '02': 'World', '15': 'Sports', '13': 'Sci/Tech', '06': 'Sci/Tech',
  },
};
for (const [set, map] of Object.entries(codes)) {
  const rows = rowsOf('gold').filter((row) => row.set === set);
  const right = new Map<string, number>();
  const all = new Map<string, number>();
  let told = 0;
  let toldRight = 0;
  for (const { id, label } of rows) {
    const text = texts.get(id) ?? '';
    const shares = new Map<string, number>();
    for (const { label: code, score } of applyTopicModel(shippedTopicModel(), text)) {
      const name = map[code.slice(7, 9)];
      if (name !== undefined) shares.set(name, (shares.get(name) ?? 0) + score);
    }
    const [best] = [...shares].sort((a, b) => b[1] - a[1]);
    all.set(label, (all.get(label) ?? 0) + 1);
    if (best?.[0] === label) right.set(label, (right.get(label) ?? 0) + 1);
    const [first] = findTopics({ title: '', text, language: 'en', url: '' });
    if (first === undefined) continue;
    told += 1;
    if (map[first.code.slice(7, 9)] === label) toldRight += 1;
  }
  const sum = [...right.values()].reduce((total, count) => total + count, 0);
  console.log(
    `${set}: best mapped class ${(sum / rows.length).toFixed(3)} (${[...all].map(([label, count]) => `${label} ${((right.get(label) ?? 0) / count).toFixed(2)}`).join(', ')}); answers for ${(told / rows.length).toFixed(2)}, right in ${(toldRight / Math.max(1, told)).toFixed(3)} of them`,
  );
}
