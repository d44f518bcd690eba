import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Peer } from './peers.ts';

/** How to start the runner of a peer, or why it cannot be had here. */
export type Installed =
  | { readonly command: readonly string[]; readonly env: Readonly<Record<string, string>> }
  | { readonly problem: string };

/** Two dependencies of Postlight's parser are branches of a code host; the registry has the same packages. */
const overrides = { 'browser-request': 'npm:browser-request@0.3.3', difflib: 'npm:difflib@0.2.4' };

/** Runs a command; answers the last line that it wrote when it failed. */
function problemOf(command: string, words: readonly string[], folder: string): string | undefined {
  const done = spawnSync(command, words, { cwd: folder, encoding: 'utf8', timeout: 900_000 });
  if (done.status === 0) return undefined;
  const said =
    done.error?.message ??
    `${done.stdout}\n${done.stderr}`
      .trim()
      .split('\n')
      .findLast((line) => line.trim() !== '');
  return `${command} ${words.slice(0, 3).join(' ')}: ${said ?? `ended with ${String(done.status)}`}`.slice(
    0,
    300,
  );
}

/** Does a piece of setting up once for a list of packages; remembers that it went well. */
function once(
  folder: string,
  name: string,
  packages: readonly string[],
  work: () => string | undefined,
): string | undefined {
  const stamp = join(folder, `${name}.installed`);
  const wanted = packages.join('\n');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined;
  const problem = work();
  if (problem === undefined) writeFileSync(stamp, wanted);
  return problem;
}

/** The Python of `folder`, which has its packages to itself. */
export const pythonIn = (folder: string): string => join(folder, 'python', 'bin', 'python');

/** Gives the Python of `folder` packages, once; answers what went wrong. */
export function installPython(peer: Pick<Peer, 'name' | 'packages'>, folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  const python = pythonIn(folder);
  const made = once(
    folder,
    'python',
    ['pip'],
    () =>
      problemOf('python3', ['-m', 'venv', join(folder, 'python')], folder) ??
      problemOf(python, ['-m', 'pip', 'install', '--quiet', '--upgrade', 'pip'], folder),
  );
  return (
    made ??
    once(folder, peer.name, peer.packages, () =>
      problemOf(python, ['-m', 'pip', 'install', '--quiet', ...peer.packages], folder),
    )
  );
}

function installNode(peer: Peer, folder: string): string | undefined {
  const modules = join(folder, 'node');
  mkdirSync(modules, { recursive: true });
  if (!existsSync(join(modules, 'package.json')))
    writeFileSync(
      join(modules, 'package.json'),
      JSON.stringify({ name: 'peers', private: true, overrides }, null, 1),
    );
  return once(folder, peer.name, peer.packages, () =>
    problemOf('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...peer.packages], modules),
  );
}

/** Installs a peer into `folder`, once; the runners are those of the pack. */
export function installPeer(peer: Peer, folder: string, pack: string): Installed {
  mkdirSync(folder, { recursive: true });
  const problem = peer.runtime === 'python' ? installPython(peer, folder) : installNode(peer, folder);
  if (problem !== undefined) return { problem };
  if (peer.runtime === 'python')
    return { command: [pythonIn(folder), join(pack, 'run.py'), peer.name], env: {} };
  return {
    command: [process.execPath, join(pack, 'run.mjs'), peer.name],
    env: { PEERS: join(folder, 'node') },
  };
}
