import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Addresses, OwnServer, ServerName, StopSignal } from '../servers.ts';
import { withDeathSignal } from './run-command.ts';

export interface ProcessPlan {
  readonly name: string;
  readonly command: string;
  /** Asked at each start. */
  args(): readonly string[];
  /** Its working folder: settings, data, log. */
  readonly folder: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The user that it runs as; without it, ours. */
  readonly user?: { readonly uid: number; readonly gid: number };
  isReady(): Promise<boolean>;
  /** Called when the process is gone. */
  ended?(): void;
}

/** Hang guards: a slow machine may take its time, a server that hangs may not. */
const startLimitMs = 400_000;
const stopLimitMs = 30_000;

function signalGroup(pid: number, signal: StopSignal): void {
  try {
    process.kill(-pid, signal);
  } catch {
    return; // the group is gone
  }
}

/** A child of this process, in a process group of its own. */
class ServerProcess {
  private readonly plan: ProcessPlan;
  private readonly log: string;
  private child: ChildProcess | undefined;
  private isStopping = false;

  constructor(plan: ProcessPlan) {
    this.plan = plan;
    this.log = join(plan.folder, 'server.log');
  }

  /** Starts it and waits until it answers; throws with the end of its log when it does not. */
  async start(): Promise<void> {
    if (this.child !== undefined) return;
    this.isStopping = false;
    const { command, folder, env, user } = this.plan;
    const output = openSync(this.log, 'a');
    const [first, rest] = withDeathSignal(command, this.plan.args());
    const child = spawn(first, rest, {
      cwd: folder,
      env: env ?? process.env,
      ...user,
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    let problem: string | undefined;
    child.once('error', (error) => (problem = error.message));
    child.once('exit', (code, signal) => {
      problem = `it ended with ${signal ?? `code ${code}`}`;
      if (this.child !== child) return;
      this.child = undefined;
      // Its log goes with the run: why a server died by itself must outlive that.
      if (!this.isStopping) process.stderr.write(`${this.plan.name} died: ${problem}\n${this.lastWords()}\n`);
    });
    this.child = child;
    const end = Date.now() + startLimitMs;
    while (!(await this.plan.isReady())) {
      if (problem === undefined && Date.now() > end)
        problem = `it did not answer within ${startLimitMs / 1_000} s`;
      if (problem !== undefined) {
        await this.stop('SIGKILL');
        throw new Error(`${this.plan.name} did not start: ${problem}.\n${this.lastWords()}`);
      }
      await sleep(100);
    }
  }

  /** Ends it and everything that it started; resolves when it is gone. */
  async stop(signal: StopSignal): Promise<void> {
    const child = this.child;
    if (child?.pid === undefined) return;
    this.isStopping = true;
    const gone = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      if (child.exitCode !== null || child.signalCode !== null) resolve();
    });
    if (signal === 'SIGTERM') child.kill('SIGTERM');
    else signalGroup(child.pid, 'SIGKILL');
    const guard = setTimeout(() => signalGroup(child.pid!, 'SIGKILL'), stopLimitMs);
    await gone;
    clearTimeout(guard);
    signalGroup(child.pid, 'SIGKILL');
    this.child = undefined;
    this.plan.ended?.();
  }

  signal(signal: NodeJS.Signals): void {
    // Whoever kills it knows why it ended.
    if (signal === 'SIGKILL') this.isStopping = true;
    this.child?.kill(signal);
  }

  private lastWords(): string {
    if (!existsSync(this.log)) return '';
    return readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
  }
}

/** A server as a process: its data outlives `stop`, its folder goes with `remove`. */
export function serverInProcess<Name extends ServerName>(
  address: Addresses[Name],
  plan: ProcessPlan,
): OwnServer<Name> {
  const server = new ServerProcess(plan);
  return {
    address,
    start: () => server.start(),
    stop: (signal) => server.stop(signal),
    signal: (signal) => Promise.resolve(server.signal(signal)),
    async remove() {
      await server.stop('SIGTERM');
      rmSync(plan.folder, { recursive: true, force: true });
    },
  };
}
