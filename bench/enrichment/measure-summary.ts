/*
 * How near the summary comes to what the publisher wrote, beside the first three sentences:
 * node --conditions=newsmill-source bench/enrichment/measure-summary.ts
 *
 * The texts are the bodies that people marked in the extraction pack (sets aeb and fundus, MIT; wcxb, CC BY 4.0), the
 * references the descriptions of their pages (HTML meta, Open Graph, JSON-LD), where an editor wrote them: of at
 * least eight words, and not themselves words of the body one after the other. ROUGE-1, ROUGE-2 and ROUGE-L as F1 (Lin
 * 2004), on lower-case words, the mean over the pages. Weights were chosen on the sites whose hash is even; those
 * whose hash is odd are kept back.
 */
import { createHash } from 'node:crypto';
import { cleanArticle } from '@newsmill/clean';
import { FetchedPage } from '@newsmill/contracts';
import { detectLanguage } from '@newsmill/enrich';
import { splitSentences, wordsOf } from '@newsmill/text';
import { summarize } from '../../libs/enrich/src/summary/summarize.ts';
import { openPack, packDay, packFolder, readHtml } from '../extraction/pack.ts';

const folder = packFolder();
if (folder === undefined) throw new Error('the public cases are not here: name them in NEWSMILL_BENCH');
const pack = openPack(folder);
const sets: ReadonlySet<string> = new Set(['aeb', 'fundus', 'wcxb']);
const fewestWords = 8;
const shortestBody = 1_000;

interface Case {
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly reference: readonly string[];
  readonly isKeptBack: boolean;
}

function readCases(): Case[] {
  const bodies = new Map(pack.gold.map(({ id, body }) => [id, body ?? '']));
  return pack.pages.flatMap((page) => {
    const { id, set, url } = page;
    const text = bodies.get(id) ?? '';
    if (!sets.has(set) || !URL.canParse(url) || text.length < shortestBody) return [];
    const outcome = cleanArticle(
      FetchedPage.parse({
        item: id,
        sourceId: set,
        url,
        finalUrl: url,
        fetchedAt: packDay,
        firstSeen: packDay,
        status: 200,
        contentType: 'text/html',
        encoding: 'identity',
        httpHeaders: {},
        body: Buffer.from(readHtml(pack, page)),
      }),
    );
    if (outcome.kind !== 'accept') return [];
    const { title, summary = '' } = outcome.value;
    const reference = wordsOf(summary);
    const isOwn = !wordsOf(text).join(' ').includes(reference.slice(0, fewestWords).join(' '));
    if (reference.length < fewestWords || !isOwn || /(?:…|\.\.\.)$/.test(summary)) return [];
    const host = new URL(url).hostname.replace(/^www\./, '');
    return [
      {
        title,
        text,
        language: detectLanguage(text)?.tag ?? 'en',
        reference,
        isKeptBack: Number.parseInt(createHash('sha1').update(host).digest('hex').slice(0, 2), 16) % 2 === 1,
      },
    ];
  });
}

function countGrams(words: readonly string[], length: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + length <= words.length; at += 1) {
    const gram = words.slice(at, at + length).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

const f1 = (hits: number, told: number, wanted: number): number =>
  hits === 0 ? 0 : (2 * hits) / (told + wanted);

function rougeN(told: readonly string[], wanted: readonly string[], length: number): number {
  const [mine, theirs] = [countGrams(told, length), countGrams(wanted, length)];
  let hits = 0;
  for (const [gram, count] of mine) hits += Math.min(count, theirs.get(gram) ?? 0);
  return f1(hits, Math.max(0, told.length - length + 1), Math.max(0, wanted.length - length + 1));
}

/** By the longest common subsequence of words. */
function rougeL(told: readonly string[], wanted: readonly string[]): number {
  let row = new Uint16Array(wanted.length + 1);
  for (const word of told) {
    const next = new Uint16Array(wanted.length + 1);
    wanted.forEach((other, at) => {
      next[at + 1] = word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0);
    });
    row = next;
  }
  return f1(row.at(-1) ?? 0, told.length, wanted.length);
}

const measures = {
  'ROUGE-1': (told: readonly string[], wanted: readonly string[]) => rougeN(told, wanted, 1),
  'ROUGE-2': (told: readonly string[], wanted: readonly string[]) => rougeN(told, wanted, 2),
  'ROUGE-L': rougeL,
} as const;

const writers: Readonly<Record<string, (of: Case) => readonly string[]>> = {
  'first three sentences': ({ text, language }) =>
    splitSentences(text.slice(0, 20_000), language, 3).map(({ text: sentence }) => sentence),
  newsmill: (of) => summarize(of),
};

const cases = readCases();
for (const isKeptBack of [false, true]) {
  const judged = cases.filter((one) => one.isKeptBack === isKeptBack);
  console.log(`${judged.length} pages, ${isKeptBack ? 'kept back' : 'on which weights were chosen'}`);
  for (const [name, write] of Object.entries(writers)) {
    const told = judged.map((one) => wordsOf(write(one).join(' ')));
    const figures = Object.entries(measures).map(([measure, judge]) => {
      const sum = judged.reduce((all, { reference }, at) => all + judge(told[at] ?? [], reference), 0);
      return `${measure} ${(sum / judged.length).toFixed(4)}`;
    });
    console.log(`  ${name.padEnd(24)} ${figures.join('  ')}`);
  }
}
