import { spawn } from 'node:child_process';
import { findCommand } from './find-tools.ts';

export interface CommandResult {
  readonly code: number;
  /** The end of what it said. */
  readonly said: string;
}

/** Has the kernel end a command when the process that started it dies, however that dies. */
export function withDeathSignal(command: string, args: readonly string[]): [string, string[]] {
  const setpriv = findCommand('setpriv');
  return setpriv === undefined ? [command, [...args]] : [setpriv, ['--pdeathsig', 'TERM', command, ...args]];
}

/** Runs a command to its end; a command that does not exist answers 127. */
export function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said = (said + String(chunk)).slice(-8_000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => resolve({ code: 127, said: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, said: said.trim() }));
  });
}
