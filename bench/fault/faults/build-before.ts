import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that this file is part of. */
export const present = fileURLToPath(new URL('../../../', import.meta.url));

async function command(words: readonly [string, ...string[]], folder: string): Promise<void> {
  const [program, ...rest] = words;
  const child = spawn(program, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${words.join(' ')}: exit code ${String(code)}`);
}

/** Builds the project as it was so many commits ago; packages are those of now. */
export async function buildBefore(commits: number, folder: string): Promise<string> {
  const before = join(folder, 'before');
  await command(['git', 'clone', '--quiet', '--shared', '--no-checkout', present, before], present);
  await command(['git', 'checkout', '--quiet', '--detach', `HEAD~${commits}`], before);
  // Links to the libs are relative: they lead to those of the copy.
  await command(['cp', '-a', join(present, 'node_modules'), join(before, 'node_modules')], present);
  await command([process.execPath, 'tools/setup.mjs', '--quiet'], before);
  return before;
}
