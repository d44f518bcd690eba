import { readFileSync, statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { TlsFiles } from '@newsmill/contracts';
import { BadSettings } from './bad-settings.ts';
import { readTls, type TlsServer } from './read-tls.ts';
import { fileNameOf, reasonOfFile, textOfSecret, type Environment } from './secret-files.ts';
import { settings as table, type Settings } from './settings.ts';

/** Secrets that servers ask for at a new connection, or at each request. */
type RenewableSecret =
  | 'kafkaSaslPassword'
  | 'redisUrl'
  | 'elasticsearchPassword'
  | 'elasticsearchApiKey'
  | 's3AccessKey'
  | 's3SecretKey';

/** A file of certificates or of a secret that says something else than before. */
export interface ChangedFile {
  /** The variables that name it. */
  readonly setting: string;
  /** Why it cannot be used: what it said before still is. Without it, what it says is used. */
  readonly problem?: string;
  /** The new secret, which no line of the log may show. */
  readonly secret?: string;
}

/**
 * What servers are shown and believed, as the files say when it is asked for: nobody restarts for a new one. A file
 * that cannot be used changes nothing.
 */
export interface Credentials {
  secret(name: RenewableSecret): string | undefined;
  /** An object that reads the files at each look. */
  tls(server: TlsServer): TlsFiles;
}

type Look<T> = { readonly value: T } | { readonly problem: string };

/** The newest value that could be used; tells of each change once. */
function follow<T>(first: T, look: () => Look<T>, tell: (found: Look<T>) => void): () => T {
  let used = first;
  let told = '';
  return () => {
    const found = look();
    if ('problem' in found) {
      if (found.problem !== told) tell(found);
      told = found.problem;
      return used;
    }
    told = '';
    if (isDeepStrictEqual(found.value, used)) return used;
    used = found.value;
    tell(found);
    return used;
  };
}

function lookAtSecret(name: RenewableSecret, path: string): Look<string> {
  try {
    const text = textOfSecret(readFileSync(path, 'utf8'));
    if (text === '') return { problem: `${path}: the file is empty; write the secret into it` };
    const parsed = table[name].schema.safeParse(text);
    if (parsed.success) return { value: text };
    return { problem: `${path}: ${parsed.error.issues.map(({ message }) => message).join('; ')}` };
  } catch (error) {
    return { problem: `${path}: ${reasonOfFile(error)}` };
  }
}

/** A secret may have come out of a pipe, which says it once. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/**
 * `environment`: the one that the settings were read from; it says which secrets lie in files. Throws BadSettings
 * where files of certificates cannot be used now.
 */
export function openCredentials(
  settings: Settings,
  environment: Environment,
  tell: (changed: ChangedFile) => void,
): Credentials {
  const secrets = new Map<RenewableSecret, () => string | undefined>();
  function secretOf(name: RenewableSecret): () => string | undefined {
    const first = settings[name];
    const setting = fileNameOf(table[name].env);
    const path = environment[setting] ?? '';
    if (first === undefined || path === '' || !isFile(path)) return () => first;
    return follow(
      first,
      () => lookAtSecret(name, path),
      (found) =>
        tell('problem' in found ? { setting, problem: found.problem } : { setting, secret: found.value }),
    );
  }
  function tls(server: TlsServer): TlsFiles {
    const begin = readTls(server, settings);
    if (begin.problems.length > 0) throw new BadSettings(begin.problems);
    const now = follow<TlsFiles>(
      begin.files,
      () => {
        const { files, problems } = readTls(server, settings);
        return problems.length > 0 ? { problem: problems.join('; ') } : { value: files };
      },
      (found) =>
        tell({ setting: begin.names.join(', '), ...('problem' in found ? { problem: found.problem } : {}) }),
    );
    return {
      get ca() {
        return now().ca;
      },
      get cert() {
        return now().cert;
      },
      get key() {
        return now().key;
      },
    };
  }
  return {
    secret(name) {
      const known = secrets.get(name) ?? secretOf(name);
      secrets.set(name, known);
      return known();
    },
    tls,
  };
}
