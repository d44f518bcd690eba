import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The outermost folder above a file that has packages or is one: all code that the file can load lies in it. */
function codeFolder(entry: string): string {
  let found = dirname(entry);
  for (let folder = found; folder !== dirname(folder); folder = dirname(folder))
    if (['package.json', 'node_modules'].some((name) => existsSync(join(folder, name)))) found = folder;
  return found;
}

/** Files that an operator lets every process load first, such as a profiler: they lie wherever they lie. */
const preloads = /(?:^|\s)(?:-r|--require|--import|--(?:experimental-)?loader)(?:[\s=]|$)/;

/** A path, and the same without symbolic links in its folder. */
function waysTo(path: string): string[] {
  const folder = dirname(path);
  return [...new Set([path, join(existsSync(folder) ? realpathSync(folder) : folder, basename(path))])];
}

/**
 * Options of Node for a process of ours that needs one file alone: it reads the code, reads and writes this file and
 * those that SQLite keeps beside it (`FILE-wal`), and starts no process, thread or native addon. None where this Node
 * lacks its permission model or loads files of the operator first. The model covers neither the network nor what
 * SQLite itself opens.
 */
export function confineTo(file: string, entry: string): string[] {
  if (!process.allowedNodeEnvironmentFlags.has('--permission')) return [];
  if (preloads.test(process.env['NODE_OPTIONS'] ?? '')) return [];
  const own = waysTo(file).map((one) => `${one}*`);
  return [
    '--permission',
    ...[codeFolder(entry), ...own].map((one) => `--allow-fs-read=${one}`),
    ...own.map((one) => `--allow-fs-write=${one}`),
  ];
}
