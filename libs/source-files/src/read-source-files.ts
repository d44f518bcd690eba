import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  maxFileSize,
  readSourceFile,
  unreadable,
  type IsSecretSet,
  type SourceReading,
} from './read-source-file.ts';
import type { Secrets } from './read-secrets.ts';

/**
 * The files of a folder that hold sources, by name. Throws what the system says of a folder that cannot be
 * read.
 */
export function sourceFilesIn(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'))
    .sort()
    .map((name) => join(directory, name));
}

/** Changes whenever the file is written or replaced; empty where it cannot be looked at. */
export function stampOf(path: string): string {
  try {
    const { mtimeMs, ctimeMs, size, ino } = statSync(path);
    return `${mtimeMs}:${ctimeMs}:${size}:${ino}`;
  } catch {
    return '';
  }
}

function messageOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM')
    return 'may not be read by this user; give it the right (chmod, chown)';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

/** Reads one source file, whatever lies there: a mistake in one says nothing of the others. */
export function readSourceAt(path: string, isSecretSet?: IsSecretSet): SourceReading {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined && lstatSync(path).isSymbolicLink())
      return unreadable(path, 'is a link that leads nowhere');
    if (stat?.isFile() !== true) return unreadable(path, 'is no file');
    // A character has four bytes at most.
    if (stat.size > maxFileSize * 4) return unreadable(path, `is larger than ${maxFileSize} characters`);
    return readSourceFile({ path, text: readFileSync(path, 'utf8') }, isSecretSet);
  } catch (error) {
    return unreadable(path, messageOf(error));
  }
}

/** Which secrets are set; undefined where nobody asks with them. */
export function secretsOf(secrets: Secrets | undefined): IsSecretSet | undefined {
  return secrets === undefined ? undefined : (name) => secrets[name] !== undefined;
}
