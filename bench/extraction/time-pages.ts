/*
 * One process that reads the same pages in passes and prints the CPU time of each pass as a line of JSON. Run
 * by bench-speed.ts. Usage: time-pages.ts FOLDER cleaner|parser PASSES
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { readPage } from '../../libs/clean/src/read-page.ts';

interface Page {
  readonly id: string;
  readonly set: string;
  readonly url: string;
  readonly html: string;
}

const [folder = '', what = 'cleaner', passes = '12'] = process.argv.slice(2);
const now = Date.parse('2026-11-24T00:00:00Z');

/** Twenty pages of aeb and fundus, by hash of their id: no choice of ours. */
function pagesOf(): { readonly html: string; readonly url: string }[] {
  const manifest: Page[] = readFileSync(join(folder, 'manifest.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const key = (page: Page): string => createHash('sha1').update(page.id).digest('hex');
  const chosen = manifest
    .filter((page) => page.set === 'aeb' || page.set === 'fundus')
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .slice(0, 20);
  return chosen.map((page) => ({
    url: page.url,
    html: gunzipSync(readFileSync(join(folder, page.html))).toString('utf8'),
  }));
}

/** The parse alone: every element and every text is seen, nothing is kept. */
function parse(html: string): number {
  let seen = 0;
  const parser = new Parser({
    onopentag: () => {
      seen += 1;
    },
    ontext: (text) => {
      seen += text.length;
    },
  });
  parser.end(html);
  return seen;
}

const pages = pagesOf();
const kilobytes = pages.reduce((sum, page) => sum + page.html.length, 0) / 1000 / pages.length;
for (let pass = 0; pass <= Number(passes); pass += 1) {
  const before = process.cpuUsage();
  for (const { html, url } of pages) {
    if (what === 'parser') parse(html);
    else readPage({ html }, { url, now });
  }
  const { user, system } = process.cpuUsage(before);
  console.log(
    JSON.stringify({ pass, ms: (user + system) / 1000 / pages.length, kilobytes: Math.round(kilobytes) }),
  );
}
