import { closeSync, openSync, readSync } from 'node:fs';
import { BadSettings } from './bad-settings.ts';
import { settings } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that source files may refer to begin so; all of them are secrets. */
export const secretOfSourcePrefix = 'NEWSMILL_SECRET_';
const fileSuffix = '_FILE';

/** The variable that names the file of a secret. */
export function fileNameOf(name: string): string {
  return `${name}${fileSuffix}`;
}

/** A secret is read once: it may come out of a pipe, and what a process began with holds to its end. */
const contents = new Map<string, string>();

/** What keeps a file from being read, with its remedy. */
export function reasonOfFile(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file; mount it, or correct the path';
  if (code === 'EACCES' || code === 'EPERM')
    return 'it may not be read by this user; give it the right (chown, chmod)';
  if (code === 'EISDIR') return 'it is a folder; name the file in it';
  return `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

/** What of the text of a file is the secret: the line break at its end is not. */
export function textOfSecret(text: string): string {
  return text.replace(/\r?\n$/, '');
}

const mostBytes = 65_536;

/** The first bytes of a file, one more than a secret may have: some files never end. */
function beginningOf(path: string): Buffer {
  const bytes = Buffer.alloc(mostBytes + 1);
  const handle = openSync(path, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length <= mostBytes; length += read)
      read = readSync(handle, bytes, length, bytes.length - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

/** The secret in a file, or why there is none. */
function readSecret(path: string): { readonly text: string } | { readonly problem: string } {
  const known = contents.get(path);
  if (known !== undefined) return { text: known };
  try {
    const bytes = beginningOf(path);
    if (bytes.length > mostBytes) return { problem: `it is longer than ${mostBytes} bytes, as no secret is` };
    const text = textOfSecret(bytes.toString());
    if (text === '') return { problem: 'the file is empty; write the secret into it' };
    contents.set(path, text);
    return { text };
  } catch (error) {
    return { problem: reasonOfFile(error) };
  }
}

/** Names of the secrets whose files the environment names. */
function namedInFiles(environment: Environment): string[] {
  const isGiven = (name: string) => (environment[fileNameOf(name)] ?? '') !== '';
  const own = Object.values(settings).flatMap(({ env, secret }) => (secret ? [env] : []));
  const ofSources = Object.keys(environment)
    .filter((name) => name.startsWith(secretOfSourcePrefix) && name.endsWith(fileSuffix))
    .map((name) => name.slice(0, -fileSuffix.length))
    .filter((name) => name.length > secretOfSourcePrefix.length);
  return [...own, ...ofSources].filter(isGiven);
}

/** The environment with the secrets that lie in files instead of the names of these, and what is wrong with them. */
export function fillSecrets(environment: Environment): {
  readonly filled: Environment;
  readonly problems: readonly string[];
} {
  const filled: Record<string, string | undefined> = { ...environment };
  const problems: string[] = [];
  for (const name of namedInFiles(environment)) {
    const fileName = fileNameOf(name);
    const path = environment[fileName] ?? '';
    delete filled[fileName];
    if ((environment[name] ?? '') !== '') {
      problems.push(`${name} and ${fileName} are both set; set one of them`);
      continue;
    }
    const read = readSecret(path);
    if ('text' in read) filled[name] = read.text;
    else problems.push(`${fileName}=${path}: ${read.problem}`);
  }
  return { filled, problems };
}

/** The environment with all secrets that lie in files. Throws BadSettings with every mistake at once. */
export function withSecrets(environment: Environment): Environment {
  const { filled, problems } = fillSecrets(environment);
  if (problems.length > 0) throw new BadSettings(problems);
  return filled;
}
