/**
 * Writes the texts that the vectors are learned from, one a line: `{ language, text }`; titles and sentences of
 * articles with an open licence, and sentences in 74 languages. The texts are never committed.
 * Usage: node --conditions=newsmill-source write-texts.ts PACKS OUT.jsonl
 * PACKS holds `extraction` and `enrichment`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readPage } from '../../../../libs/clean/src/read-page.ts';
import { detectLanguage } from '../../../../libs/enrich/src/language/detect-language.ts';
import { openPack, packDay, readHtml } from '../../../extraction/pack.ts';

const [packs = '', out = ''] = process.argv.slice(2);
const goldSets = new Set(['aeb', 'fundus', 'wcxb']);
const pageSets = new Set(['traf', 'htmldate']);
const [shortest, longest] = [12, 400];
/** Languages that the teacher hardly knows, and those in which no news is written. */
const without = new Set(['zu', 'xh', 'lg', 'ts', 'sn', 'st', 'tn', 'mi', 'yo', 'la', 'eo']);

const seen = new Set<string>();
const lines: string[] = [];
/** Keeps each sentence once. */
function add(texts: readonly string[], language: string): void {
  if (without.has(language)) return;
  for (const raw of texts) {
    const text = raw.replace(/\s+/g, ' ').trim();
    if (text.length < shortest || text.length > longest || seen.has(text)) continue;
    seen.add(text);
    lines.push(JSON.stringify({ language, text }));
  }
}
const sentencesOf = (text: string): string[] => text.split(/\n+|(?<=[.!?؟।])\s+|(?<=[。！？])/);

function addArticle(title: string | undefined, body: string): void {
  const { tag = 'und' } = detectLanguage(body.slice(0, 2_000));
  add([title ?? '', ...sentencesOf(body.slice(0, 20_000))], tag);
}

const pack = openPack(path.join(packs, 'extraction'));
const gold = new Map(pack.gold.map((row) => [row.id, row]));
for (const page of pack.pages) {
  const answer = gold.get(page.id);
  if (goldSets.has(page.set) && typeof answer?.body === 'string') addArticle(answer.title, answer.body);
  if (!pageSets.has(page.set)) continue;
  const { article, kind } = readPage({ html: readHtml(pack, page) }, { url: page.url, now: packDay });
  if (kind === 'article') addArticle(article.title, article.text);
}
const rows = (file: string): { id: string; text: string; lang: string }[] =>
  readFileSync(path.join(packs, 'enrichment', 'lid', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const languages = new Map(rows('lid.dev.gold.jsonl').map(({ id, lang }) => [id, lang]));
for (const { id, text } of rows('lid.dev.input.jsonl')) add(sentencesOf(text), languages.get(id) ?? 'und');
writeFileSync(out, `${lines.join('\n')}\n`);
