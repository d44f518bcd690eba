import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { SourceInput } from '@newsmill/contracts';
import { sourceToYaml } from '@newsmill/source-files';
import { hearingOf, untilRunning } from './watch-process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A mill in a process of its own, as operators run it. */
export interface MillProcess {
  readonly address: string;
  readonly process: ChildProcess;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
}

export function writeSources(directory: string, sources: readonly SourceInput[]): void {
  mkdirSync(directory, { recursive: true });
  for (const source of sources) writeFileSync(join(directory, `${source.id}.yaml`), sourceToYaml(source));
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) =>
    child.exitCode !== null || child.signalCode !== null
      ? resolve(child.exitCode)
      : child.once('exit', (code) => resolve(code)),
  );
}

/**
 * Starts the built mill and waits until it has said where it listens. Settings by environment; `openFiles` as
 * `ulimit -n`.
 */
export async function startMill(options: {
  readonly data: string;
  readonly sources?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly openFiles?: number;
  /** Options of Node. */
  readonly flags?: readonly string[];
  /** Takes every line that the mill writes, which then has no words for people. */
  readonly log?: string[];
  /** Another built checkout of the project, whose mill it is. */
  readonly checkout?: string;
}): Promise<MillProcess> {
  const checkout = options.checkout ?? root;
  const node = join(checkout, 'node_modules/.bin/node');
  const words = [
    ...(options.flags ?? []),
    'services/mill/dist/main.js',
    'run',
    '--port',
    '0',
    '--data',
    options.data,
    ...(options.sources === undefined ? [] : ['--sources', options.sources]),
  ];
  const hearing = hearingOf(options.log);
  const { NODE_OPTIONS: _options, ...environment } = process.env;
  const [program, ...begin] =
    options.openFiles === undefined
      ? [node]
      : ['bash', '-c', `ulimit -n ${options.openFiles} && exec "$0" "$@"`, node];
  const child = spawn(program ?? node, [...begin, ...words], {
    cwd: checkout,
    env: { ...environment, ...hearing.settings, ...options.settings },
    stdio: hearing.stdio,
  });
  const said: string[] = options.log ?? [];
  const address = await untilRunning(child, said, options.log);
  if (address === undefined)
    throw new Error(
      `the mill ended with code ${String(await ended(child))} before it listened:\n${said.join('\n')}`,
    );
  return {
    address,
    process: child,
    async stop() {
      child.kill('SIGTERM');
      return ended(child);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}

interface Totals {
  readonly discovered: number;
  readonly underWay: number;
}

/** Waits until every channel was polled with success and nothing is under way, three times in a row. */
export async function untilAtRest(address: string, least: number, limitMs: number): Promise<void> {
  const end = Date.now() + limitMs;
  let last: Totals | undefined;
  for (let calm = 0; calm < 3; ) {
    if (Date.now() > end) throw new Error(`not at rest after ${limitMs} ms: ${JSON.stringify(last)}`);
    await sleep(300);
    const answer = await fetch(`${address}/api/v1/audit?from=2000-01-01`);
    // A server that is away, a state that is being rebuilt: nothing is at rest.
    if (!answer.ok) {
      calm = 0;
      continue;
    }
    const audit: { totals: Totals } = await answer.json();
    last = audit.totals;
    calm = last.discovered >= least && last.underWay === 0 ? calm + 1 : 0;
  }
}
