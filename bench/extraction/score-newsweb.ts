import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  type WriteStream,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeText } from '../../libs/text/src/decode-text.ts';
import { readPage } from '../../libs/clean/src/read-page.ts';
import { score, startWeb, type NewsWebRun } from '../newsweb/bench-newsweb.ts';
import { chooseOutOfFold, chooseShipped, type ChooseModels } from './fold-models.ts';
import { installPeer } from './install-peers.ts';
import { packDay, type Pack } from './pack.ts';
import { peers, versionedName } from './peers.ts';
import type { Figures } from './score-run.ts';

/** An article of the news web: its address there, and the name of the recorded page it was made from. */
interface WebArticle {
  readonly canonical: string;
  readonly page: string;
}

const script = fileURLToPath(new URL('../newsweb/clean_with_trafilatura.py', import.meta.url));

/**
 * Models are chosen by the site that a page was recorded at, not by the loopback address it is served from.
 */
function sourceUrls(pack: Pack): (name: string) => string {
  const pages = pack.pages.map((page) => ({ name: page.id.replace('/', '-'), url: page.url }));
  return (name) => pages.find((page) => page.name.startsWith(name))?.url ?? '';
}

function dumpLine(
  url: string,
  bytes: Uint8Array,
  contentType: string,
  models: ReturnType<ChooseModels>,
): string {
  const { article } = readPage({ bytes, contentType }, { url, now: packDay }, models);
  return `${JSON.stringify({ url, title: article.title, body: article.text, published: article.published })}\n`;
}

async function write(peer: ChildProcessWithoutNullStreams, line: string): Promise<void> {
  if (!peer.stdin.write(line))
    await new Promise<void>((resolve) => peer.stdin.once('drain', () => resolve()));
}

/** Starts trafilatura over lines of pages; undefined when its dump is there already or it cannot be had. */
function startTrafilatura(
  pack: Pack,
  out: string,
  dump: string,
): { readonly child: ChildProcessWithoutNullStreams; readonly file: WriteStream } | undefined {
  const peer = peers.find(({ name }) => name === 'trafilatura');
  if (peer === undefined || existsSync(dump)) return undefined;
  const installed = installPeer(peer, join(out, 'peers'), pack.folder);
  if ('problem' in installed) return undefined;
  const child = spawn(installed.command[0] ?? 'python3', [script]);
  child.stderr.resume();
  const file = createWriteStream(`${dump}.part`);
  child.stdout.pipe(file);
  return { child, file };
}

async function settle(
  { child, file }: { readonly child: ChildProcessWithoutNullStreams; readonly file: WriteStream },
  dump: string,
): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve) => file.once('finish', () => resolve()));
  const code = await ended;
  if (code !== 0) throw new Error(`trafilatura over the news web ended with ${String(code)}`);
  renameSync(`${dump}.part`, dump);
}

function rowsOf(run: NewsWebRun, dump: string): Figures {
  const { f90ofExpectedPct, meanF1Found, found } = score(run, dump);
  return {
    'newsweb.above_0.9': { value: Number(f90ofExpectedPct) / 100, pages: Number(found) },
    'newsweb.mean': { value: Number(meanF1Found), pages: Number(found) },
  };
}

async function fetchAll(
  articles: readonly WebArticle[],
  read: (article: WebArticle, bytes: Uint8Array, contentType: string) => Promise<void>,
): Promise<void> {
  for (const article of articles) {
    const answer = await fetch(article.canonical);
    if (!answer.ok) throw new Error(`${article.canonical} answered ${answer.status}`);
    await read(article, new Uint8Array(await answer.arrayBuffer()), answer.headers.get('content-type') ?? '');
  }
}

/**
 * Share of articles with a body F1 above 0.9 on the news web, calm, 2,000 articles: of the cleaner out of
 * fold and shipped, and of trafilatura unless peers are left out. The pages are fetched from the web's server
 * and cleaned alone; what the mill makes of them is the bench `newsweb`.
 */
export async function scoreNewsweb(
  pack: Pack,
  web: string,
  out: string,
  withPeers: boolean,
): Promise<Readonly<Record<string, Figures>>> {
  const run: NewsWebRun = {
    form: 'embedded',
    profile: 'calm',
    articles: 2_000,
    hosts: 100,
    seed: 7,
    web,
    out: join(out, 'extraction', 'newsweb'),
  };
  mkdirSync(run.out, { recursive: true });
  const manifest = readFileSync(join(web, 'manifest.calm.2000.jsonl'), 'utf8');
  const articles: WebArticle[] = manifest
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const peer = peers.find(({ name }) => name === 'trafilatura');
  const dumpOf = (name: string) => join(run.out, `${name}.jsonl`);
  const peerDump = dumpOf(
    `${peer === undefined ? '' : versionedName(peer)}-${createHash('sha256').update(manifest).digest('hex').slice(0, 12)}`,
  );
  const trafilatura = withPeers ? startTrafilatura(pack, out, peerDump) : undefined;
  const choices: Readonly<Record<string, ChooseModels>> = {
    newsmill_out_of_fold: chooseOutOfFold(),
    newsmill_shipped: chooseShipped,
  };
  const lines: Record<string, string[]> = { newsmill_out_of_fold: [], newsmill_shipped: [] };
  const sourceUrl = sourceUrls(pack);
  const server = await startWeb(run);
  try {
    await fetchAll(articles, async ({ canonical, page }, bytes, contentType) => {
      for (const [name, choose] of Object.entries(choices))
        lines[name]?.push(dumpLine(canonical, bytes, contentType, choose(sourceUrl(page))));
      if (trafilatura !== undefined)
        await write(
          trafilatura.child,
          `${JSON.stringify({ url: canonical, html: decodeText(bytes, { contentType, kind: 'html' }).text })}\n`,
        );
    });
  } finally {
    server.kill();
    trafilatura?.child.stdin.end();
  }
  if (trafilatura !== undefined) await settle(trafilatura, peerDump);
  for (const [name, list] of Object.entries(lines)) writeFileSync(dumpOf(name), list.join(''));
  const own = Object.fromEntries(Object.keys(lines).map((name) => [name, rowsOf(run, dumpOf(name))]));
  return existsSync(peerDump) ? { ...own, trafilatura: rowsOf(run, peerDump) } : own;
}
