// The build context that Docker would send: files of the checkout, less what .dockerignore leaves out.
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * Reads a .dockerignore of the form: nothing (`*`), but these (`!path`), without these names anywhere (`**` +
 * `/name`).
 */
function contextFilter(text) {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const kept = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const names = lines
    .filter((line) => line.startsWith('**/'))
    .map((line) => new RegExp(`^${line.slice(3).replaceAll('.', '\\.').replaceAll('*', '.*')}$`));
  const unknown = lines.filter((line) => line !== '*' && !line.startsWith('!') && !line.startsWith('**/'));
  if (unknown.length > 0)
    throw new Error(`.dockerignore has lines that this script cannot read: ${unknown.join(', ')}`);
  return (path) =>
    kept.some((keep) => path === keep || path.startsWith(`${keep}/`)) &&
    !path.split('/').some((piece) => names.some((name) => name.test(piece)));
}

/** Copies the context into a folder. Files that git ignores stay out as well: a clean checkout has none. */
export function copyContext(root, target) {
  const isKept = contextFilter(readFileSync(join(root, '.dockerignore'), 'utf8'));
  const files = runCommand('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  }).split('\0');
  for (const file of files.filter((name) => name !== '' && isKept(name) && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(root, file), join(target, file));
  }
}
