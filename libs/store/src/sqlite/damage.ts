import { existsSync, renameSync, rmSync } from 'node:fs';

/** A file cannot be used as it is. The message names it and says what to do. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
  readonly path: string;
  readonly detail: string;
  constructor(path: string, detail: string, remedy: string) {
    super(`${path} is damaged (${detail}): ${remedy}`);
    this.path = path;
    this.detail = detail;
  }
}

/** What is stored cannot be read, although SQLite gave it. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
}

/**
 * Whether the error says that the file is damaged (SQLITE_CORRUPT, SQLITE_NOTADB) or holds what cannot be
 * read.
 */
export function isDamage(error: { readonly name?: unknown; readonly errcode?: unknown }): boolean {
  return (
    error.name === 'UnreadableDocument' ||
    (typeof error.errcode === 'number' && [11, 26].includes(error.errcode & 0xff))
  );
}

/** The files of a SQLite database: itself, its log, its shared memory. */
const parts = ['', '-wal', '-shm'];

/** Renames a database so that a fresh one takes its place; nothing is deleted. Answers its new name. */
export function setAside(path: string, now: number): string {
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const names = Array.from({ length: 100 }, (_, i) => `${path}.damaged-${stamp}${i === 0 ? '' : `-${i}`}`);
  const name =
    names.find((candidate) => parts.every((part) => !existsSync(`${candidate}${part}`))) ??
    `${path}.damaged-${stamp}-last`;
  for (const part of parts) if (existsSync(`${path}${part}`)) renameSync(`${path}${part}`, `${name}${part}`);
  return name;
}

/** Takes a database away, with what lies beside it. */
export function removeDatabase(path: string): void {
  for (const part of parts) rmSync(`${path}${part}`, { force: true });
}

/** Whether a log was left of a database that is gone: a fresh one would take its pages for its own. */
export function isLogAlone(path: string): boolean {
  return !existsSync(path) && existsSync(`${path}-wal`);
}
