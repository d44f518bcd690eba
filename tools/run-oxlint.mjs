import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ownNode, root } from './setup.mjs';

/**
 * What oxlint finds below a folder: `file:line:column message (rule)` of each, and its parts. `paths` are told from the
 * folder. Throws what it said when it cannot work.
 */
export function runOxlint({ folder = root, config, paths, more = [] }) {
  const { stdout, stderr } = spawnSync(
    ownNode,
    [
      join(root, 'node_modules', 'oxlint', 'bin', 'oxlint'),
      ...['--config', config, '--format', 'json'],
      ...more,
      ...paths,
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  try {
    return JSON.parse(stdout).diagnostics.map(({ filename, labels, message, code = 'syntax' }) => {
      const { line = 0, column = 0 } = labels[0]?.span ?? {};
      const [, plugin, rule] = /^([\w-]+)\((.*)\)$/.exec(code) ?? [];
      const name =
        plugin === undefined ? code : `${plugin.replace('typescript-eslint', 'typescript')}/${rule}`;
      return { file: filename, place: `${filename}:${line}:${column}`, message, rule: name };
    });
  } catch (error) {
    throw new Error(`oxlint did not answer: ${(stderr.trim() || stdout).slice(0, 500)}`, { cause: error });
  }
}

/** One line of what it finds. */
export const told = ({ place, message, rule }) => `${place} ${message} (${rule})`;

/** Writes a file below a folder; `path` is told from it. */
export function plant(folder, path, text) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What `work(folder)` answers in a folder in which these files, texts by path, are planted. */
export function withPlanted(files, work) {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-planted-'));
  try {
    for (const [path, text] of Object.entries(files)) plant(folder, path, text);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
