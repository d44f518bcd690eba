/*
 * One process that does nothing but read the pages of the pack, again and again, from their bytes: what a
 * thread of the clean stage does. Built packages and no TypeScript, as in the product. Prints a line of JSON
 * every 500 pages. Run by bench-memory.ts. Usage: read-pages.mjs FOLDER READINGS
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readPage } from '@newsmill/clean';

const [folder = '', readings = '10000'] = process.argv.slice(2);
const pages = readFileSync(join(folder, 'manifest.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .map(({ url, html }) => ({ url, html }));
const megabytes = (bytes) => Math.round(bytes / 1e6);
const now = Date.parse('2026-11-24T00:00:00Z');
const window = 500;

let most = 0;
for (let reading = 1; reading <= Number(readings); reading += 1) {
  const page = pages[reading % pages.length];
  readPage(
    { bytes: gunzipSync(readFileSync(join(folder, page.html))), contentType: 'text/html; charset=utf-8' },
    { url: page.url, now },
  );
  most = Math.max(most, process.memoryUsage.rss());
  if (reading % window !== 0 && reading !== Number(readings)) continue;
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  console.log(
    JSON.stringify({
      pages: reading,
      mostRssMb: megabytes(most),
      heapMb: megabytes(heapUsed),
      externalMb: megabytes(external),
      buffersMb: megabytes(arrayBuffers),
    }),
  );
  most = 0;
}
