import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** A page of the pack: where it came from and where its HTML lies. */
export interface PackPage {
  readonly id: string;
  readonly set: string;
  readonly url: string;
  readonly html: string;
  readonly bytes: number;
}

/**
 * What people say of a page. A field that is missing or null is not judged; `authors: []` says that the page
 * names nobody.
 */
export interface Gold {
  readonly id: string;
  readonly set: string;
  readonly type?: string;
  readonly region?: string;
  readonly body?: string;
  readonly title?: string;
  readonly authors?: readonly string[] | null;
  readonly dates?: readonly string[];
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  /** Language of the page; set `wild` alone. */
  readonly language?: string;
}

/** The public cases of extraction, as they lie beside the project. */
export interface Pack {
  readonly folder: string;
  readonly pages: readonly PackPage[];
  readonly gold: readonly Gold[];
  /** SHA-256 of manifest and gold: figures of two corpora are never compared. */
  readonly hash: string;
}

/**
 * What readers of pages are told is today, epoch milliseconds; the pages were collected before, and figures
 * must not depend on the day of a run.
 */
export const packDay = Date.parse('2026-11-24T00:00:00Z');

/**
 * Where the extraction pack lies: in NEWSMILL_BENCH, or beside the project; undefined when it is in neither.
 */
export function packFolder(): string | undefined {
  const folders = [
    process.env['NEWSMILL_BENCH'],
    fileURLToPath(new URL('../../../shared/bench', import.meta.url)),
  ].filter((folder) => folder !== undefined);
  return folders
    .map((folder) => join(folder, 'extraction'))
    .find((folder) => existsSync(join(folder, 'manifest.jsonl')));
}

function linesOf<T>(text: string): T[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Reads manifest and gold; the pages themselves are read one at a time by `readHtml`. */
export function openPack(folder: string): Pack {
  const manifest = readFileSync(join(folder, 'manifest.jsonl'), 'utf8');
  const gold = readFileSync(join(folder, 'gold.jsonl'), 'utf8');
  return {
    folder,
    pages: linesOf<PackPage>(manifest),
    gold: linesOf<Gold>(gold),
    hash: createHash('sha256').update(manifest).update(gold).digest('hex'),
  };
}

/** The HTML of a page, decoded. */
export function readHtml(pack: Pack, page: PackPage): string {
  return gunzipSync(readFileSync(join(pack.folder, page.html))).toString('utf8');
}

/** Where the runners of extractors and `score.py` are: with the extraction pack, which lies beside all others. */
export function runnersOf(pack: Pack): string {
  return join(pack.folder, '..', 'extraction');
}
