import { spawn, type ChildProcess } from 'node:child_process';
import { findCommand } from './find-tools.ts';

export interface CommandResult {
  readonly code: number;
  /** The end of what it said. */
  readonly said: string;
}

export interface CommandOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Past this it is killed with all that it started, and answers 124. */
  readonly limitMs?: number;
}

/** Has the kernel end a command when the process that started it dies, however that dies. */
export function withDeathSignal(command: string, args: readonly string[]): [string, string[]] {
  const setpriv = findCommand('setpriv');
  return setpriv === undefined ? [command, [...args]] : [setpriv, ['--pdeathsig', 'TERM', command, ...args]];
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    return; // it ended just now
  }
}

/** Runs a command to its end; a command that does not exist answers 127. */
export function runCommand(
  command: string,
  args: readonly string[],
  { env = process.env, cwd, limitMs }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env,
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: limitMs !== undefined,
    });
    let said = '';
    let isLate = false;
    const guard =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            isLate = true;
            killGroup(child);
          }, limitMs);
    const hear = (chunk: Buffer): void => {
      said = (said + String(chunk)).slice(-8_000);
    };
    const settle = (result: CommandResult): void => {
      clearTimeout(guard);
      resolve(result);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => settle({ code: 127, said: error.message }));
    child.once('close', (code) =>
      settle(
        isLate
          ? { code: 124, said: `${said.trim()}\nit did not end within ${(limitMs ?? 0) / 1_000} s` }
          : { code: code ?? 1, said: said.trim() },
      ),
    );
  });
}
