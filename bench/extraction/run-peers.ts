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
import type { Pack } from './pack.ts';
import { peers, versionedName, type Peer } from './peers.ts';

/** A peer's run over the pack: the file with its lines, or why there is none. */
export type PeerRun =
  | { readonly peer: Peer; readonly file: string }
  | { readonly peer: Peer; readonly problem: string };

/** A peer that has not read all pages by then is given up, milliseconds. */
const timeLimit = 3_600_000;

/** Starts a runner of the pack and waits for its end; answers what went wrong. */
function runOnce(
  installed: Extract<Installed, { command: readonly string[] }>,
  pack: Pack,
  words: readonly string[],
): Promise<string | undefined> {
  const [command = '', ...rest] = installed.command;
  const child = spawn(command, [...rest, pack.folder, ...words], {
    env: { ...process.env, ...installed.env, OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: timeLimit,
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-500)));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) =>
      resolve(
        code === 0
          ? undefined
          : `ended with ${String(code ?? signal)}: ${said.trim().split('\n').at(-1) ?? ''}`,
      ),
    );
  });
}

/**
 * Runs a peer over pieces of the pack, one process each, into one file; a piece that failed leaves its pages
 * out and is named.
 */
async function runInPieces(
  peer: Peer,
  installed: Extract<Installed, { command: readonly string[] }>,
  pack: Pack,
  file: string,
): Promise<string | undefined> {
  const size = peer.pagesPerProcess ?? pack.pages.length;
  const piece = `${file}.piece`;
  writeFileSync(file, '');
  for (let first = 0; first < pack.pages.length; first += size) {
    const ids = pack.pages.slice(first, first + size).map((page) => page.id);
    writeFileSync(`${piece}.ids`, ids.join('\n'));
    const problem = await runOnce(installed, pack, [
      piece,
      ...(ids.length === pack.pages.length ? [] : ['--ids', `${piece}.ids`]),
    ]);
    if (problem !== undefined) return problem;
    appendFileSync(file, readFileSync(piece));
  }
  rmSync(piece);
  rmSync(`${piece}.ids`);
  return undefined;
}

/**
 * Lets one peer read the whole pack. A run is kept under the peer's version and the hash of the corpus and
 * never repeated.
 */
async function runPeer(peer: Peer, pack: Pack, out: string): Promise<PeerRun> {
  const file = join(out, 'extraction', 'peers', pack.hash.slice(0, 12), `${versionedName(peer)}.jsonl`);
  if (existsSync(file)) return { peer, file };
  mkdirSync(join(file, '..'), { recursive: true });
  const installed = installPeer(peer, join(out, 'peers'), pack.folder);
  if ('problem' in installed) return { peer, problem: `not installed: ${installed.problem}` };
  const began = Date.now();
  const problem = await runInPieces(peer, installed, pack, `${file}.part`);
  if (problem !== undefined) return { peer, problem: `did not run: ${problem}` };
  renameSync(`${file}.part`, file);
  process.stderr.write(
    `${peer.name}: ${pack.pages.length} pages in ${Math.round((Date.now() - began) / 1_000)} s\n`,
  );
  return { peer, file };
}

/** Lets every peer read the whole pack, one after the other. */
export async function runPeers(pack: Pack, out: string): Promise<readonly PeerRun[]> {
  const runs: PeerRun[] = [];
  for (const peer of peers) runs.push(await runPeer(peer, pack, out));
  return runs;
}
