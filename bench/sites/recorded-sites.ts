import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** A page of a real site, as it was saved. */
export interface RecordedPage {
  /** With its query; as the publisher wrote it. */
  readonly path: string;
  readonly title: string;
  /** Text by which the set judges extractions; empty where it gives none. */
  readonly text: string;
  readonly html: Buffer;
}

/** The saved pages of one host. */
export interface RecordedSite {
  readonly host: string;
  readonly pages: readonly RecordedPage[];
}

const listedPage = z.object({ id: z.string(), url: z.string().optional(), html: z.string() });
const judgedPage = z.object({
  id: z.string(),
  title: z.string().nullish(),
  body: z.string().nullish(),
});

const linesOf = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

interface Found {
  readonly path: string;
  readonly file: string;
  readonly title: string;
  readonly text: string;
}

/** Pages of a set below their hosts; a page that is the front page of its host is none of them. */
function collect(folder: string, hosts: Map<string, Found[]>): void {
  const judged = new Map(
    linesOf(join(folder, 'gold.jsonl')).map((line) => {
      const page = judgedPage.parse(line);
      return [page.id, page];
    }),
  );
  for (const line of linesOf(join(folder, 'manifest.jsonl'))) {
    const { id, url = '', html } = listedPage.parse(line);
    if (!URL.canParse(url)) continue;
    const { hostname, pathname, search } = new URL(url);
    // An archive shows the pages of all.
    if (hostname === '' || hostname === 'web.archive.org' || pathname.length < 2) continue;
    const host = hostname.replace(/^www\./, '');
    const pages = hosts.get(host) ?? [];
    const path = pathname + search;
    const gold = judged.get(id);
    if (pages.some((page) => page.path === path)) continue;
    pages.push({
      path,
      file: join(folder, html),
      title: gold?.title ?? path.split('/').findLast((part) => part !== '') ?? path,
      text: gold?.body ?? '',
    });
    hosts.set(host, pages);
  }
}

/** The `count` hosts of the public cases with the most saved pages, those with the most first. */
export function readRecordedSites(folder: string, count: number): readonly RecordedSite[] {
  const hosts = new Map<string, Found[]>();
  for (const set of ['wild', 'extraction']) collect(join(folder, set), hosts);
  return [...hosts]
    .toSorted(([oneHost, one], [otherHost, other]) =>
      other.length === one.length ? oneHost.localeCompare(otherHost) : other.length - one.length,
    )
    .slice(0, count)
    .map(([host, pages]) => ({
      host,
      pages: pages.map(({ file, ...page }) => ({ ...page, html: gunzipSync(readFileSync(file)) })),
    }));
}
