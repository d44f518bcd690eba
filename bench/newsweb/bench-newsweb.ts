import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cleanArticle } from '@newsmill/clean';
import { FetchedPage } from '@newsmill/contracts';
import { openDiskArchive, openSqliteLibrary } from '@newsmill/store';
import { decodeBody, decodeText } from '@newsmill/text';
import { scrapyPython } from './scrapy-python.ts';
import { toldOfWeb } from './told-of-web.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface NewsWebRun {
  readonly form: 'embedded' | 'distributed';
  readonly profile: 'calm' | 'storm';
  readonly articles: number;
  readonly hosts: number;
  readonly seed: number;
  /** Folder of the news web (server.mjs, score.mjs, pack). */
  readonly web: string;
  readonly out: string;
}

/** A run of the embedded mill over a web without faults. */
export const calmRun = (
  of: Pick<NewsWebRun, 'articles' | 'hosts' | 'web' | 'out'> & { readonly seed?: number },
): NewsWebRun => ({ form: 'embedded', profile: 'calm', seed: 7, ...of });

/** What a reader of the web took. */
export interface ReaderFigures {
  readonly articles: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakRssMb: number;
}

function webArguments(run: NewsWebRun): string[] {
  return [
    '--pack',
    join(run.web, 'pack.jsonl.gz'),
    '--n',
    String(run.articles),
    '--hosts',
    String(run.hosts),
    '--profile',
    run.profile,
    '--seed',
    String(run.seed),
  ];
}

/** Starts the news web on loopback; resolves when it serves. */
export async function startWeb(run: NewsWebRun): Promise<ChildProcess> {
  const server = spawn(
    process.execPath,
    [join(run.web, 'server.mjs'), ...webArguments(run), '--feeds', join(run.out, 'feeds.json')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface({ input: server.stdout }))
    if (line.includes('"ready":true')) break;
  return server;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '{}';
}

/** Judges a dump with the web's own scorer. */
export function score(run: NewsWebRun, dump: string): Record<string, unknown> {
  const judged = spawnSync(
    process.execPath,
    [join(run.web, 'score.mjs'), ...webArguments(run), '--dump', dump],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  return JSON.parse(lastLine(judged.stdout));
}

/**
 * Lets the mill read the whole web; answers its figures and leaves the dump and the mill's data in `out`. `words`:
 * further ones for the adapter. Figures of a run in which the oracle finds harm are none: that is an error, which names
 * the harms.
 */
export async function runMillOverWeb(
  run: NewsWebRun,
  words: readonly string[] = [],
): Promise<{ figures: ReaderFigures; scores: Record<string, unknown>; manners: Record<string, unknown> }> {
  mkdirSync(run.out, { recursive: true });
  const server = await startWeb(run);
  try {
    const dump = join(run.out, 'docs.jsonl');
    const feeds = join(run.out, 'feeds.json');
    const told = join(run.out, 'told.json');
    writeFileSync(told, JSON.stringify(await toldOfWeb(run)));
    const mill = spawn(
      join(root, 'bench/adapters/newsweb'),
      ['--form', run.form, '--feeds', feeds, '--dump', dump, '--work', run.out, '--told', told, ...words],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    mill.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const code = await new Promise((resolve) => mill.on('close', resolve));
    if (code !== 0) throw new Error(`the mill ended with code ${String(code)}`);
    const stats = await (await fetch('http://127.0.0.1:23000/__stats')).json();
    const { harms, ...figures }: ReaderFigures & { harms: readonly string[] } = JSON.parse(lastLine(output));
    if (harms.length > 0) throw new Error(`the oracle found harm:\n${harms.join('\n')}`);
    return { figures, scores: score(run, dump), manners: stats };
  } finally {
    server.kill();
  }
}

interface RawPage {
  readonly url: string;
  readonly page: FetchedPage;
}
/** The pages as they were fetched, out of the mill's archive. */
async function* fetchedPages(data: string): AsyncIterable<RawPage> {
  const library = await openSqliteLibrary({ path: join(data, 'library.db') });
  const archive = await openDiskArchive({ directory: join(data, 'archive') });
  let after: string | undefined;
  do {
    const list = await library.list({ after, limit: 200 });
    for (const document of list.items) {
      const archived =
        document.ingest.archive === undefined ? undefined : await archive.get(document.ingest.archive);
      if (archived === undefined) continue;
      yield {
        url: document.url,
        page: FetchedPage.parse({
          item: document.ingest.item,
          sourceId: 's',
          url: document.url,
          finalUrl: document.url,
          fetchedAt: document.version,
          firstSeen: document.version,
          status: 200,
          contentType: archived.headers['content-type'] ?? '',
          encoding: archived.encoding,
          httpHeaders: archived.headers,
          body: archived.body,
        }),
      };
    }
    after = list.next;
  } while (after !== undefined);
  await library.close();
  await archive.close();
}

/** CPU seconds that our cleaner alone needs for the same pages, one thread, after a warm-up. */
export async function cleanAlone(run: NewsWebRun): Promise<{ pages: number; cpuSeconds: number }> {
  const pages: FetchedPage[] = [];
  for await (const { page } of fetchedPages(join(run.out, 'data'))) pages.push(page);
  for (const page of pages.slice(0, 100)) cleanArticle(page);
  const before = process.cpuUsage();
  for (const page of pages) cleanArticle(page);
  const used = process.cpuUsage(before);
  return { pages: pages.length, cpuSeconds: (used.user + used.system) / 1e6 };
}

/** The same pages cleaned by trafilatura, judged by the same scorer; undefined without Python. */
export async function runTrafilatura(
  run: NewsWebRun,
): Promise<{ pages: number; cpuSeconds: number; scores: Record<string, unknown> } | undefined> {
  const python = scrapyPython();
  if ('problem' in python) return undefined;
  const dump = join(run.out, 'trafilatura.jsonl');
  const peer = spawn(python.path, [join(root, 'bench/newsweb/clean_with_trafilatura.py')], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const file = createWriteStream(dump);
  peer.stdout.pipe(file);
  let figures = '';
  peer.stderr.on('data', (chunk: Buffer) => (figures += chunk.toString()));
  for await (const { url, page } of fetchedPages(join(run.out, 'data'))) {
    const html = decodeText(decodeBody(page.body, page.encoding, 20_000_000).bytes, {
      contentType: page.contentType,
      kind: 'html',
    }).text;
    if (!peer.stdin.write(`${JSON.stringify({ url, html })}\n`)) await once(peer.stdin, 'drain');
  }
  peer.stdin.end();
  await once(file, 'finish');
  return { ...JSON.parse(lastLine(figures)), scores: score(run, dump) };
}

/** The folder of the public cases; undefined when it is not there. */
export function benchFolder(): string | undefined {
  return [process.env['NEWSMILL_BENCH'], join(root, '../shared/bench')].find(
    (folder) => folder !== undefined && existsSync(join(folder, 'newsweb/server.mjs')),
  );
}
