/*
 * How seldom texts have a word: for the terms that stories are told apart by. Run: node
 * --conditions=newsmill-source bench/train/enrich/stories/train-rarities.ts VERSION Reads bodies with gold (sets
 * fundus and wcxb of the extraction cases) and the sentences of the language cases; see README.md.
 */
import { join } from 'node:path';
import { detectLanguage } from '@newsmill/enrich';
import { readTerms } from '../../../../libs/enrich/src/stories/read-terms.ts';
import { writeModel } from '../../models/write-model.ts';
import { readLines } from '../../../enrichment/read-lines.ts';
import { benchFolder } from '../../../newsweb/bench-newsweb.ts';

/** Rarity of a word that is in no text, and of those that are hardly in any. */
const unknown = 7;
const scale = 32;
/** So many standard deviations less than counted are believed: a few texts prove little. */
const doubt = 1.5;
const sentencesInText = 6;

const folder = benchFolder();
if (folder === undefined) throw new Error('the public cases are not here: name them in NEWSMILL_BENCH');

const texts: { readonly language: string; readonly text: string }[] = [];
for (const { set, body, title } of readLines<{ set: string; body?: string | null; title?: string | null }>(
  join(folder, 'extraction/gold.jsonl'),
)) {
  if ((set !== 'fundus' && set !== 'wcxb') || typeof body !== 'string' || body.length < 200) continue;
  texts.push({ language: detectLanguage(body, []).tag.split('-')[0] ?? '', text: `${title ?? ''}\n${body}` });
}
const languages = new Map(
  readLines<{ id: string; lang: string }>(join(folder, 'enrichment/lid/lid.dev.gold.jsonl')).map(
    ({ id, lang }) => [id, lang],
  ),
);
const sentences = Map.groupBy(
  readLines<{ id: string; text: string }>(join(folder, 'enrichment/lid/lid.dev.input.jsonl')).filter(
    ({ text }) => text.length > 60,
  ),
  ({ id }) => languages.get(id) ?? '',
);
for (const [language, list] of sentences) {
  for (let from = 0; from < list.length; from += sentencesInText)
    texts.push({
      language,
      text: list
        .slice(from, from + sentencesInText)
        .map(({ text }) => text)
        .join('\n'),
    });
}

/** The rarity of each word in the language where it is the most common. */
const rarities = new Map<number, number>();
for (const list of Map.groupBy(texts, ({ language }) => language).values()) {
  const counts = new Map<number, number>();
  for (const { text } of list)
    for (const { hash } of readTerms({ title: '', text }))
      counts.set(hash >>> 8, (counts.get(hash >>> 8) ?? 0) + 1);
  for (const [hash, count] of counts) {
    const believed = count - doubt * Math.sqrt(count);
    const rarity = believed <= 0 ? unknown : Math.log(list.length / believed);
    if (rarity < (rarities.get(hash) ?? unknown)) rarities.set(hash, Math.max(0, rarity));
  }
}
const kept = [...rarities].filter(([, rarity]) => rarity < unknown - 0.5).sort(([a], [b]) => a - b);
const words = Uint32Array.from(
  kept,
  ([hash, rarity]) => ((hash << 8) | Math.min(255, Math.round(rarity * scale))) >>> 0,
);
writeModel(
  'word-rarities',
  {
    version: Number(process.argv[2]),
    description: 'How seldom the words of news are.',
    sources:
      'Development half: fundus (MIT), wcxb (CC-BY-4.0, Murrough Foley, WCXB v1.0), sentences of the language cases (Apache-2.0, CC BY)',
    madeBy: 'bench/train/enrich/stories',
  },
  { words, scale: Float64Array.of(scale), unknown: Float64Array.of(unknown) },
);
console.log(
  `${texts.length} texts in ${new Set(texts.map(({ language }) => language)).size} languages, ${kept.length} words, ${words.byteLength} bytes`,
);
