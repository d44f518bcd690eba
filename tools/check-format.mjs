// Whether every file is written as the formatter has it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ownNode, root } from './setup.mjs';

const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** Files that the formatter would write otherwise. */
export function format() {
  const result = spawnSync(ownNode, [biome, 'format', '--max-diagnostics=none', '--reporter=github', '.'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (result.status === 0) return [];
  const files = [...result.stdout.matchAll(/file=([^,]+)/g)].map(([, file]) => file);
  const problems = [...new Set(files)].map((file) => `${file} is not formatted; run npm run format`);
  return problems.length > 0 ? problems : [result.stderr.trim() || 'the formatter failed'];
}
