import { spawn } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isAlive } from './is-alive.ts';
import { keeperFile, type KeeperLine, type KeeperPlace, type KeeperRequest } from './keeper-protocol.ts';
import type { Addresses } from './servers.ts';
import { withLock } from './with-lock.ts';

const keeperScript = fileURLToPath(new URL('keeper.ts', import.meta.url));
const logFile = 'keeper.log';

/** The keeper is ending, or has just ended: another one is needed. */
export class KeeperGone extends Error {}

/** The keeper of a folder, where one runs. */
export function findKeeper(folder: string): KeeperPlace | undefined {
  const file = join(folder, keeperFile);
  if (!existsSync(file)) return undefined;
  const place: KeeperPlace = JSON.parse(readFileSync(file, 'utf8'));
  return isAlive(place.pid) ? place : undefined;
}

/** Starts a keeper in a process that outlives this one, for as long as `pid` or another user lives. */
async function spawnKeeper(
  folder: string,
  pid: number,
  graceMs: number,
  isOwn: boolean,
): Promise<KeeperPlace> {
  const log = openSync(join(folder, logFile), 'a');
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      keeperScript,
      folder,
      String(pid),
      String(graceMs),
      ...(isOwn ? ['own'] : []),
    ],
    { detached: true, stdio: ['ignore', log, log], env },
  );
  closeSync(log);
  let problem: string | undefined;
  child.once('error', (error) => (problem = error.message));
  child.once('exit', (code, signal) => (problem = `it ended with ${signal ?? `code ${code}`}`));
  child.unref();
  for (;;) {
    const place = findKeeper(folder);
    if (place !== undefined) return place;
    if (problem !== undefined)
      throw new Error(
        `The keeper of the test servers did not start: ${problem}.\n${readFileSync(join(folder, logFile), 'utf8').slice(-2_000)}`,
      );
    await sleep(20);
  }
}

/** The keeper of a folder; starts one where there is none. */
export async function ensureKeeper(
  folder: string,
  options: { readonly pid: number; readonly graceMs: number; readonly isOwn: boolean },
): Promise<KeeperPlace> {
  mkdirSync(folder, { recursive: true });
  // Elasticsearch may run as another user, who must get through here.
  chmodSync(folder, 0o755);
  return (
    findKeeper(folder) ??
    withLock(
      join(folder, 'keeper.lock'),
      async () => findKeeper(folder) ?? spawnKeeper(folder, options.pid, options.graceMs, options.isOwn),
    )
  );
}

/** Asks a keeper; its news go to standard error. Throws what it answers when it fails. */
export function askKeeper(place: KeeperPlace, question: KeeperRequest): Promise<Partial<Addresses>> {
  return new Promise((resolve, reject) => {
    const call = httpRequest({ host: '127.0.0.1', port: place.port, method: 'POST', agent: false });
    call.once('error', (error) =>
      reject(
        new KeeperGone(`The keeper of the test servers does not answer: ${error.message}`, { cause: error }),
      ),
    );
    call.once('response', (response) => {
      response.once('error', (error) =>
        reject(new KeeperGone(`The keeper of the test servers died: ${error.message}`, { cause: error })),
      );
      const lines = createInterface({ input: response });
      lines.on('line', (text) => {
        const line: KeeperLine = JSON.parse(text);
        if (line.kind === 'say') process.stderr.write(`newsmill test: ${line.text}\n`);
        if (line.kind === 'done') resolve(line.addresses);
        if (line.kind === 'failed') reject(new Error(line.message));
      });
      lines.once('close', () => reject(new KeeperGone('The keeper of the test servers is ending')));
    });
    call.end(JSON.stringify(question));
  });
}

/** Ends the keeper of a folder and its servers, where one runs; resolves when nothing of it is left. */
export async function endKeeper(folder: string): Promise<void> {
  const place = findKeeper(folder);
  if (place === undefined) return;
  try {
    process.kill(place.pid, 'SIGTERM');
  } catch {
    return; // it ended by itself just now
  }
  while (isAlive(place.pid)) await sleep(50);
}
