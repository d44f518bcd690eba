// Key phrases on the development pack, F1 of the first ten by set, and what a text costs: node
// bench/enrichment/measure-phrases.ts PACK [tries]   (tries: that many random changes of the weights, the
// best kept)
import { readFileSync } from 'node:fs';
import {
  phraseWeights,
  rankPhrases,
  type PhraseWeightPair,
  type PhraseWeights,
} from '../../libs/enrich/src/phrases/find-key-phrases.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly set: string;
  readonly keys: readonly string[];
}

const [pack, tries = '0'] = process.argv.slice(2);
if (pack === undefined) throw new Error('measure-phrases.ts PACK [tries]');
const rowsOf = (name: string): Row[] =>
  readFileSync(`${pack}/kp/kp.dev.${name}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row); // the pack's README gives the shape

/** As score_kp.py of the pack. */
function stem(word: string): string {
  let out = word;
  for (const [ending, instead] of [
    ['sses', 'ss'],
    ['ies', 'i'],
    ['ss', 'ss'],
    ['s', ''],
  ] as const) {
    if (!out.endsWith(ending) || out.length <= 3) continue;
    out = out.slice(0, -ending.length) + instead;
    break;
  }
  const ending = ['ational', 'ization', 'ing', 'ed', 'ly', 'ment', 'er'].find(
    (end) => out.endsWith(end) && out.length - end.length >= 3,
  );
  return (ending === undefined ? out : out.slice(0, -ending.length)).replace(/e+$/, '');
}
const unify = (phrase: string, language: string): string =>
  (phrase.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
    .map((word) => (language === 'en' ? stem(word) : word.replace(/s+$/, '')))
    .join(' ');

const texts = new Map(rowsOf('input').map(({ id, text }) => [id, text]));
const rows = rowsOf('gold').map((row) => {
  const text = texts.get(row.id) ?? '';
  const cut = text.indexOf('\n');
  const [title, body] = cut === -1 || cut > 300 ? ['', text] : [text.slice(0, cut), text.slice(cut + 1)];
  return {
    set: row.set,
    gold: new Set(row.keys.map((key) => unify(key, row.lang))),
    input: { title, text: body, language: row.lang },
    size: text.length,
  };
});
const aims: Readonly<Record<string, number>> = {
  inspec: 0.26,
  kpcrowd: 0.16,
  semeval2017: 0.32,
  wikinews: 0.36,
  ptbn: 0.28,
};

function measure(weights: PhraseWeightPair): Record<string, number> {
  const tally = new Map<string, [hits: number, given: number, wanted: number]>();
  for (const { set, gold, input } of rows) {
    const found = [
      ...new Set(
        rankPhrases(input, 15, weights)
          .map(({ text }) => unify(text, input.language))
          .filter((key) => key !== ''),
      ),
    ].slice(0, 10);
    const sums = tally.get(set) ?? [0, 0, 0];
    tally.set(set, [
      sums[0] + found.filter((key) => gold.has(key)).length,
      sums[1] + found.length,
      sums[2] + gold.size,
    ]);
  }
  return Object.fromEntries(
    [...tally]
      .filter(([set]) => set in aims)
      .map(([set, [hits, given, wanted]]) => [set, (2 * hits) / (given + wanted)]),
  );
}

/** How near the aims all sets are together; what lies above its aim counts little. */
const worth = (scores: Record<string, number>): number =>
  Object.entries(aims).reduce((sum, [set, aim]) => {
    const ratio = (scores[set] ?? 0) / aim;
    return sum + Math.min(ratio, 1.02) + Math.max(0, ratio - 1.02) * 0.2;
  }, 0);

const show = (scores: Record<string, number>): string =>
  Object.entries(scores)
    .map(([set, score]) => `${set} ${score.toFixed(3)}`)
    .join('  ');
let state = 42;
const roll = (): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};
let best: PhraseWeightPair = phraseWeights;
let scores = measure(best);
console.log(show(scores));
for (let turn = 0; turn < Number(tries); turn += 1) {
  const change = (weights: PhraseWeights): PhraseWeights =>
    Object.fromEntries(
      Object.entries(weights).map(([name, value]) => [
        name,
        roll() < 0.1 ? Math.max(0, Number(value) + (roll() - 0.5) * (roll() < 0.3 ? 0.8 : 0.25)) : value,
      ]),
    ) as unknown as PhraseWeights; // the same names
  const next = { terms: change(best.terms), news: change(best.news) };
  const tried = measure(next);
  if (worth(tried) <= worth(scores)) continue;
  best = next;
  scores = tried;
  console.log(turn, worth(scores).toFixed(4), show(scores), JSON.stringify(best));
}
const costs: number[] = [];
for (let round = 0; round < 5; round += 1) {
  const start = process.cpuUsage();
  for (const { input } of rows) rankPhrases(input, 10, best);
  costs.push(process.cpuUsage(start).user);
}
console.log(
  `${(((costs.sort((a, b) => a - b)[2] ?? 0) / rows.reduce((sum, { size }) => sum + size, 0)) * 2_000).toFixed(0)} us per 2,000 characters (median of 5)`,
);
