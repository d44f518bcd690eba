import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hindrance } from '../fault.ts';

/** The checkout that this file is part of. */
export const present = fileURLToPath(new URL('../../../', import.meta.url));

async function command(words: readonly [string, ...string[]], folder: string): Promise<void> {
  const [program, ...rest] = words;
  const child = spawn(program, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${words.join(' ')}: exit code ${String(code)}`);
}

/** Why this checkout cannot be built as it was so many commits ago. */
export function historyHindrance(commits: number): Hindrance | undefined {
  const earlier = `HEAD~${commits}^{commit}`;
  const { status } = spawnSync('git', ['rev-parse', '--quiet', '--verify', earlier], { cwd: present });
  return status === 0 ? undefined : { why: `this is no git checkout with a history of ${commits} commits` };
}

/** Links to the libs are relative: they lead to those of the checkout. What was built is noted in `.cache`. */
const ofTheCheckout: ReadonlySet<string> = new Set(['@newsmill', '.cache']);

/** Lends the packages of now to a checkout. */
function lendPackages(checkout: string): void {
  const [lent, borrowed] = [join(present, 'node_modules'), join(checkout, 'node_modules')];
  mkdirSync(borrowed);
  for (const name of readdirSync(lent)) {
    if (ofTheCheckout.has(name))
      cpSync(join(lent, name), join(borrowed, name), { recursive: true, verbatimSymlinks: true });
    else symlinkSync(join(lent, name), join(borrowed, name));
  }
}

/** Builds the project as it was so many commits ago; packages are those of now. */
export async function buildBefore(commits: number, folder: string): Promise<string> {
  const before = join(folder, 'before');
  await command(['git', 'clone', '--quiet', '--shared', '--no-checkout', present, before], present);
  await command(['git', 'checkout', '--quiet', '--detach', `HEAD~${commits}`], before);
  lendPackages(before);
  await command([process.execPath, 'tools/setup.mjs', '--quiet'], before);
  return before;
}
