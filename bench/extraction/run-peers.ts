import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { installPeer, type Installed } from './install-peers.ts';
import { runnersOf, type Pack } from './pack.ts';
import { peers, versionedName, type Peer } from './peers.ts';
import type { Run, RunLine } from './score-run.ts';

/** A peer's run over the pack: the file with its lines, or why there is none. */
export type PeerRun =
  | { readonly peer: Peer; readonly file: string }
  | { readonly peer: Peer; readonly problem: string };

/** What the process of a peer may take: pages, and milliseconds to start and read them. */
interface Limits {
  readonly pages: number;
  readonly firstPage: number;
  readonly furtherPage: number;
}
const usual: Limits = { pages: 50, firstPage: 30_000, furtherPage: 1_000 };

type Runner = Extract<Installed, { command: readonly string[] }>;

/** A peer that reads a pack into a file. */
interface Reading {
  readonly runner: Runner;
  readonly pack: Pack;
  readonly file: string;
  readonly limits: Limits;
}

/** What became of a process: `undefined` when it read all of its pages. */
type Stop = Pick<RunLine, 'stopped' | 'error'> | undefined;

/** Starts a runner over some pages and waits for its end, not longer than the limit. */
function runOnce({ runner, pack, file, limits }: Reading, ids: readonly string[]): Promise<Stop> {
  const [command = '', ...rest] = runner.command;
  writeFileSync(`${file}.ids`, ids.join('\n'));
  const timeout = limits.firstPage + (ids.length - 1) * limits.furtherPage;
  const child = spawn(command, [...rest, pack.folder, file, '--ids', `${file}.ids`], {
    env: { ...process.env, ...runner.env, OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-500)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(undefined);
      if (child.killed) return resolve({ stopped: 'hung', error: `not done after ${timeout / 1_000} s` });
      const last = said.trim().split('\n').at(-1) ?? '';
      resolve({ stopped: 'died', error: `ended with ${String(code ?? signal)}: ${last}` });
    });
  });
}

/** The whole lines of a run that may have been stopped inside one. */
function linesOf(file: string): readonly RunLine[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** A run that was written before. */
export function readRun(file: string): Run {
  return new Map(linesOf(file).map((line) => [line.id, line]));
}

/** Reads some pages in a process of its own; answers their lines and whether all of them are read. */
async function readPiece(
  reading: Reading,
  ids: readonly string[],
): Promise<{ readonly lines: readonly RunLine[]; readonly isWhole: boolean }> {
  rmSync(reading.file, { force: true });
  const stop = await runOnce(reading, ids);
  const [id = ''] = ids;
  if (stop !== undefined && ids.length === 1) return { lines: [{ id, ...stop }], isWhole: false };
  return { lines: linesOf(reading.file), isWhole: stop === undefined };
}

/**
 * Lets a runner read the pack into one file, some pages to a process. Where a process hangs or dies, what it
 * wrote stays, and the pages after that are read one by one until all is well again: a page that stops a
 * process of its own has a line that says so.
 */
export async function readInPieces(reading: Reading): Promise<void> {
  const { file, limits, pack } = reading;
  const piece = { ...reading, file: `${file}.piece` };
  writeFileSync(file, '');
  let rest = pack.pages.map((page) => page.id);
  for (let size = limits.pages; rest.length > 0; ) {
    const ids = rest.slice(0, size);
    const { lines, isWhole } = await readPiece(piece, ids);
    appendFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const done = new Set(isWhole ? ids : lines.map((line) => line.id));
    rest = rest.filter((id) => !done.has(id));
    size = isWhole ? Math.min(limits.pages, size * 2) : 1;
  }
  for (const ending of ['', '.ids']) rmSync(`${piece.file}${ending}`, { force: true });
}

/** Whether a run says anything: a peer that stops at every page cannot be run here. */
function problemOf(file: string): string | undefined {
  const lines = linesOf(file);
  const stopped = lines.filter((line) => line.stopped !== undefined);
  return stopped.length < lines.length ? undefined : (stopped[0]?.error ?? 'it wrote nothing');
}

/**
 * Lets one peer read the whole pack. A run is kept under the peer's version and the hash of the corpus and
 * never repeated.
 */
async function runPeer(peer: Peer, pack: Pack, out: string): Promise<PeerRun> {
  const file = join(out, 'extraction', 'peers', pack.hash.slice(0, 12), `${versionedName(peer)}.jsonl`);
  if (existsSync(file)) return { peer, file };
  mkdirSync(join(file, '..'), { recursive: true });
  const installed = installPeer(peer, join(out, 'peers'), runnersOf(pack));
  if ('problem' in installed) return { peer, problem: `not installed: ${installed.problem}` };
  const began = Date.now();
  const limits = { ...usual, pages: peer.pagesPerProcess ?? usual.pages };
  await readInPieces({ runner: installed, pack, file: `${file}.part`, limits });
  const problem = problemOf(`${file}.part`);
  if (problem !== undefined) return { peer, problem: `did not run: ${problem}` };
  renameSync(`${file}.part`, file);
  process.stderr.write(
    `${peer.name}: ${pack.pages.length} pages in ${Math.round((Date.now() - began) / 1_000)} s\n`,
  );
  return { peer, file };
}

/** Lets peers read the whole pack, one after the other; all of them where none are named. */
export async function runPeers(
  pack: Pack,
  out: string,
  chosen: readonly Peer[] = peers,
): Promise<readonly PeerRun[]> {
  const runs: PeerRun[] = [];
  for (const peer of chosen) runs.push(await runPeer(peer, pack, out));
  return runs;
}
