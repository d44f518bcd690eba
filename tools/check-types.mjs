// Whether all types fit, and the declarations of every part: one run of the compiler, which remembers by the
// bytes of each file what it has to look at again.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cache, ownNode, root } from './setup.mjs';

/** Declarations lie here as the sources do: `libs/clean/src/index.d.ts`. */
export const declarations = join(cache, 'types');

let found;

/** What the compiler finds, in words. Asked once in each process. */
export function typeProblems() {
  found ??= compile();
  return found;
}

function compile() {
  const result = spawnSync(
    ownNode,
    [
      join(root, 'node_modules', 'typescript7', 'bin', 'tsc'),
      '--project',
      'tsconfig.json',
      ...['--noEmit', 'false', '--declaration', '--emitDeclarationOnly'],
      ...['--rootDir', '.', '--outDir', declarations],
      ...['--incremental', '--tsBuildInfoFile', join(declarations, 'tsconfig.tsbuildinfo')],
      // Several would each find out anew what the others know: a third more CPU time, and no sooner on two cores.
      ...['--checkers', '1'],
      ...['--pretty', 'false'],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (result.status === 0) return [];
  const said = [result.stdout.trim(), result.stderr.trim()].filter((text) => text !== '');
  return said.length > 0
    ? said
    : [`the compiler ended with ${result.status ?? result.signal} and said nothing`];
}
