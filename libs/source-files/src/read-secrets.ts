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
    sources.flatMap(({ headers, access = {} }) =>
      [...Object.values(headers), ...Object.values(access)].flatMap((value) =>
        [...value.matchAll(reference)].map(([, name]) => name),
      ),
    ),
  );
  return Object.keys(secrets).filter(
    (name) => name.startsWith(secretPrefix) && (secrets[name] ?? '') !== '' && !used.has(name),
  );
}

/** A text with its secrets filled in, each as `as` writes it. */
function fill(text: string, secrets: Secrets, as: (secret: string) => string = (secret) => secret): string {
  return text.replace(reference, (whole, name: string) => {
    const secret = name.startsWith(secretPrefix) ? secrets[name] : undefined;
    return secret === undefined ? whole : as(secret);
  });
}

/** As requests take it: a proxy, and a certificate of the client with its key. */
interface Access {
  readonly proxy?: string;
  readonly certificate?: { readonly cert: string; readonly key: string };
}

/**
 * By what the servers of a source are reached. In the address of a proxy secrets are written as its parts have
 * to be.
 */
function filledAccess({ access }: Source, secrets: Secrets): Access | undefined {
  if (access === undefined) return undefined;
  const { proxy, certificate, key } = access;
  return {
    ...(proxy === undefined ? {} : { proxy: fill(proxy, secrets, encodeURIComponent) }),
    ...(certificate === undefined || key === undefined
      ? {}
      : { certificate: { cert: fill(certificate, secrets), key: fill(key, secrets) } }),
  };
}

/**
 * By what an address is asked for a source, with its secrets filled in: its proxy always; its headers and its
 * certificate only where the address is of the publication itself (`isOwn`), for a feed may name pages of
 * anybody. Only for the request itself, never for a log, a message or the API.
 */
export function accessOf(
  source: Source,
  secrets: Secrets,
  isOwn: boolean,
): { readonly access: Access | undefined; readonly headers: Readonly<Record<string, string>> } {
  const access = filledAccess(source, secrets);
  if (!isOwn)
    return { access: access?.proxy === undefined ? undefined : { proxy: access.proxy }, headers: {} };
  const headers = Object.entries(source.headers).map(([name, value]) => [name, fill(value, secrets)]);
  return { access, headers: Object.fromEntries(headers) };
}
