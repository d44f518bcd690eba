import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Python with packages, or why there is none. */
export type FoundPython = { readonly python: string } | { readonly missing: string };

function run(command: string, words: readonly string[]): string | undefined {
  const { status, error, stderr } = spawnSync(command, words, { encoding: 'utf8', timeout: 300_000 });
  if (status === 0) return undefined;
  const [why = ''] = (error?.message ?? stderr ?? '').trim().split('\n').slice(-1);
  return `${command} ${words.slice(0, 3).join(' ')} fails: ${why.slice(0, 200)}`;
}

/** Python of this machine with packages, installed into a folder of their own. */
export function pythonWith(folder: string, packages: readonly string[]): FoundPython {
  const python = join(folder, 'bin', 'python');
  const missing =
    run('python3', ['-m', 'venv', folder]) ??
    run(python, ['-m', 'pip', 'install', '--quiet', '--no-compile', ...packages]);
  return missing === undefined ? { python } : { missing };
}
