// Texts of openly licensed pages with what their publishers say about them, as JSON lines on stdout (never
// committed): node read-pages.ts PACK > texts.jsonl
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readPage } from '@newsmill/clean';

interface Line {
  readonly id: string;
  readonly set: string;
  readonly url: string;
  readonly html: string;
}

const [pack] = process.argv.slice(2);
if (pack === undefined) throw new Error('read-pages.ts PACK');
/** Sets whose repositories publish under MIT or CC BY. */
const permitted = new Set(['aeb', 'fundus', 'wcxb']);

for (const row of readFileSync(`${pack}/manifest.jsonl`, 'utf8')
  .split('\n')
  .filter((line) => line !== '')) {
  const { id, set, url, html } = JSON.parse(row) as Line; // the pack's README gives the shape
  if (!permitted.has(set)) continue;
  const bytes = gunzipSync(readFileSync(`${pack}/${html}`));
  const { article, kind } = readPage({ bytes, contentType: 'text/html; charset=utf-8' }, { url, now: 0 });
  const { title, text, language, section, keywords, breadcrumb } = article;
  process.stdout.write(
    `${JSON.stringify({ id, set, url, kind, title, text, language, section, keywords, breadcrumb })}\n`,
  );
}
