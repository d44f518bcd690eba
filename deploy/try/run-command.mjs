import { spawnSync } from 'node:child_process';

/** Runs a command to its end; throws with what it said when it fails. */
export function runCommand(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64_000_000, ...options });
  if (result.status !== 0)
    throw new Error(
      `${command} ${args.join(' ')} failed: ${result.error?.message ?? `${result.stdout}${result.stderr}`.slice(-4_000)}`,
    );
  return result.stdout;
}
