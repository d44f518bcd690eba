import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleDocument } from '@newsmill/contracts';
import { SearchQuery } from '@newsmill/operate';
import { openSqliteLibrary, type Library } from '@newsmill/store';
import { indexedWord } from '../../libs/store/src/library/query/index-tokens.ts';
import { foldedWords } from '../../libs/store/src/library/query/vocabulary.ts';
import { randomFrom } from '../../libs/store/src/testing/news-corpus.ts';
import { sampleArticle } from '../../libs/store/src/testing/sample-article.ts';
import { didYouMean, type Suggestion } from '../../services/api/src/views/did-you-mean.ts';
import { readSearch } from '../../services/api/src/views/read-search.ts';
import { benchFolder } from '../newsweb/bench-newsweb.ts';
import { quantile } from '../quantile.ts';
import { readItems } from '../ranking/read-items.ts';
import { misspell } from './misspell.ts';
import { realMistakes } from './real-mistakes.ts';

// biome-ignore format: a table, read by its rows
const languages = ['ar', 'bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'fa', 'fi', 'fr', 'he', 'hi', 'hu', 'id', 'it', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sv', 'tr', 'uk'];
const ofEach = 24;
const englishOnes = 120;
const rareOnes = 60;

function rowsOf<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));
}

/** Sentences in many languages, and English news. */
function readArticles(folder: string): ArticleDocument[] {
  const pack = join(folder, 'enrichment', 'lid');
  const language = new Map(
    rowsOf<{ id: string; lang: string }>(join(pack, 'lid.dev.gold.jsonl')).map(({ id, lang }) => [id, lang]),
  );
  const sentences = rowsOf<{ id: string; text: string }>(join(pack, 'lid.dev.input.jsonl')).flatMap(
    ({ id, text }) => {
      const tag = language.get(id) ?? '';
      return languages.includes(tag)
        ? [sampleArticle(id, { title: text.slice(0, 80), content: text, language: tag })]
        : [];
    },
  );
  return [
    ...sentences,
    ...readItems(folder).map(({ id, title, content }) => sampleArticle(id, { title, content })),
  ];
}

/** How many articles of a language have each word. */
function countWords(articles: readonly ArticleDocument[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const article of articles) {
    const words = counts.get(article.language) ?? new Map<string, number>();
    counts.set(article.language, words);
    for (const word of foldedWords(article)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return counts;
}

function some<T>(from: readonly T[], count: number, seed: number): T[] {
  const random = randomFrom(seed);
  return from
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one);
}

interface Tally {
  asked: number;
  right: number;
  other: number;
  found: number;
}

/**
 * How often "did you mean" says the right word first, for misspellings of words that at least two articles have,
 * and how often it doubts a word that is right and rare (one to three articles).
 */
export async function benchSpelling(): Promise<void> {
  const folder = benchFolder();
  if (folder === undefined) {
    console.log('the public cases are not here: name them in NEWSMILL_BENCH');
    process.exitCode = 1;
    return;
  }
  const place = mkdtempSync(join(tmpdir(), 'newsmill-bench-spelling-'));
  const library = await openSqliteLibrary({ path: join(place, 'library.db') });
  try {
    const articles = readArticles(folder);
    await library.write(articles);
    await measure(library, countWords(articles));
  } finally {
    await library.close();
    rmSync(place, { recursive: true, force: true });
  }
}

async function ask(
  library: Library,
  q: string,
  language?: string,
): Promise<{ readonly found: number; readonly meant?: Suggestion; readonly ms: number }> {
  const began = performance.now();
  const query = SearchQuery.parse({ q, language });
  const outcome = await readSearch(library, query, []);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  const meant = await didYouMean(library, query, outcome.page);
  return {
    found: outcome.page.total,
    ...(meant === undefined ? {} : { meant }),
    ms: performance.now() - began,
  };
}

async function measure(
  library: Library,
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Promise<void> {
  const tallies = new Map<string, Tally>();
  const times: number[] = [];
  const count = async (group: string, typed: string, word: string, language?: string) => {
    const { found, meant, ms } = await ask(library, typed, language);
    times.push(ms);
    const tally = tallies.get(group) ?? { asked: 0, right: 0, other: 0, found: 0 };
    tallies.set(group, tally);
    // Another word: whoever types it finds what he asks for.
    if (found > 3 && indexedWord(typed) !== word) return void (tally.found += 1);
    tally.asked += 1;
    if (meant !== undefined && indexedWord(meant.q) === word) tally.right += 1;
    else if (meant !== undefined) tally.other += 1;
    if (process.env['SHOW'] !== undefined && (meant === undefined || indexedWord(meant.q) !== word))
      console.log(`  ${group}: ${typed} (${word}) -> ${meant?.q ?? '-'} ${found}`);
  };
  for (const language of languages) {
    const words = [...(counts.get(language) ?? [])].flatMap(([word, has]) =>
      has > 1 && word.length > 4 ? [word] : [],
    );
    for (const { word, typed } of misspell(words, language === 'en' ? englishOnes : ofEach, 11))
      for (const filter of [undefined, language])
        await count(filter === undefined ? language : `${language} asked for`, typed, word, filter);
  }
  const english = counts.get('en');
  for (const [typed, meant] of realMistakes)
    if (english?.has(meant) === true) await count('as people write', typed, meant);
  for (const [group, { asked, right, other, found }] of tallies)
    console.log(
      `${group.padEnd(16)} ${right} of ${asked} right first, ${other} another word${found === 0 ? '' : `; ${found} found enough`}`,
    );
  for (const isAsked of [false, true]) {
    const all = [...tallies]
      .filter(([group]) => group.endsWith('asked for') === isAsked)
      .map(([, tally]) => tally);
    const sum = (part: keyof Tally) => all.reduce((total, tally) => total + tally[part], 0);
    console.log(
      `${isAsked ? 'all, language asked for' : 'all'}: ${sum('right')} of ${sum('asked')} right first (${((100 * sum('right')) / sum('asked')).toFixed(1)} %), ${sum('other')} another word`,
    );
  }
  let [rare, doubted] = [0, 0];
  for (const language of languages)
    for (const word of some(
      [...(counts.get(language) ?? [])].flatMap(([one, has]) => (has <= 3 && one.length > 3 ? [one] : [])),
      language === 'en' ? 10 * rareOnes : rareOnes,
      5,
    )) {
      const { meant } = await ask(library, word);
      rare += 1;
      if (meant !== undefined) doubted += 1;
      if (meant !== undefined && process.env['SHOW'] !== undefined)
        console.log(`  doubted: ${word} -> ${meant.q}`);
    }
  console.log(`rare words       ${doubted} of ${rare} doubted (${((100 * doubted) / rare).toFixed(1)} %)`);
  console.log(
    `search and suggestion: p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`,
  );
}
