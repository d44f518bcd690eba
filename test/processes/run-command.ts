import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A hang guard, not a measure. */
const patienceMs = 120_000;

/** How a command ended. `code` null: it had to be killed. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** The environment of the tests without what Node and newsmill read from it. */
function plainEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'NODE_OPTIONS' && !name.startsWith('NEWSMILL_')),
  );
}

/**
 * Starts the built command as people do, as another user where `uid` is given; one that does not end is
 * killed.
 */
export function startCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  uid?: number,
): RunningCommand {
  return startScript('services/mill/dist/main.js', words, environment, uid);
}

export function startScript(
  script: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  uid?: number,
): RunningCommand {
  const child = spawn(join(root, 'node_modules/.bin/node'), [join(root, script), ...words], {
    cwd: root,
    env: { ...plainEnvironment(), NEWSMILL_WELCOME: 'yes', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    uid,
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
  const guard = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => {
      clearTimeout(guard);
      resolve({ code, stdout, stderr });
    }),
  );
  return { process: child, ended };
}

export function runCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return startCommand(words, environment).ended;
}
