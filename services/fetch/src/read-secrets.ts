import type { Source } from '@newsmill/contracts';

const reference = /\$\{([A-Za-z0-9_]+)\}/g;
const prefix = 'NEWSMILL_SECRET_';

/** Values of the environment variables that source files may refer to: those whose name starts with NEWSMILL_SECRET_. */
export type Secrets = Readonly<Record<string, string | undefined>>;

/** Names that a source refers to but that are not set, or that no source may read. */
export function missingSecrets(source: Source, secrets: Secrets): string[] {
  const names = Object.values(source.headers).flatMap((value) =>
    [...value.matchAll(reference)].map((match) => match[1] ?? ''),
  );
  return names.filter((name) => !name.startsWith(prefix) || secrets[name] === undefined);
}

/** Headers of a source with its secrets filled in; only for the request itself, never for a log, a message or the API. */
export function headersWithSecrets(source: Source, secrets: Secrets): Record<string, string> {
  const fill = (value: string) =>
    value.replace(reference, (whole, name: string) =>
      name.startsWith(prefix) ? (secrets[name] ?? whole) : whole,
    );
  return Object.fromEntries(Object.entries(source.headers).map(([name, value]) => [name, fill(value)]));
}
