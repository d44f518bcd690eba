import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
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
