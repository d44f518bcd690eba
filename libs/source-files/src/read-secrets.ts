import type { Source } from '@newsmill/contracts';
import { secretPrefix } from './source-checks.ts';

const reference = /\$\{([A-Za-z0-9_]+)\}/g;

/**
 * Values of the environment variables that source files may refer to: those whose name starts with
 * NEWSMILL_SECRET_.
 */
export type Secrets = Readonly<Record<string, string | undefined>>;

/** Names of the secrets that no source refers to. */
export function unusedSecrets(sources: readonly Source[], secrets: Secrets): readonly string[] {
  const used = new Set(
    sources.flatMap(({ headers }) =>
      Object.values(headers).flatMap((value) => [...value.matchAll(reference)].map(([, name]) => name)),
    ),
  );
  return Object.keys(secrets).filter(
    (name) => name.startsWith(secretPrefix) && (secrets[name] ?? '') !== '' && !used.has(name),
  );
}

/**
 * Headers of a source with its secrets filled in; only for the request itself, never for a log, a message or
 * the API.
 */
export function headersWithSecrets(source: Source, secrets: Secrets): Record<string, string> {
  const fill = (value: string) =>
    value.replace(reference, (whole, name: string) =>
      name.startsWith(secretPrefix) ? (secrets[name] ?? whole) : whole,
    );
  return Object.fromEntries(Object.entries(source.headers).map(([name, value]) => [name, fill(value)]));
}
