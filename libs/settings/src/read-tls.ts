import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TlsFiles } from '@newsmill/contracts';
import { reasonOfFile } from './secret-files.ts';
import { settings as table, type Settings } from './settings.ts';

/** The settings that name the files of connections over TLS, by the server at the other end. */
const tlsSettings = {
  kafka: { ca: 'kafkaCa', cert: 'kafkaCertificate', key: 'kafkaKey' },
  redis: { ca: 'redisCa', cert: 'redisCertificate', key: 'redisKey' },
  elasticsearch: { ca: 'elasticsearchCa', cert: 'elasticsearchCertificate', key: 'elasticsearchKey' },
  s3: { ca: 's3Ca', cert: 's3Certificate', key: 's3Key' },
} as const satisfies Record<string, Partial<Record<keyof TlsFiles, keyof Settings>>>;

/** A server that may be asked over TLS. */
export type TlsServer = keyof typeof tlsSettings;
export const tlsServers = Object.keys(tlsSettings) as readonly TlsServer[]; // the table has no other keys

type FileSettings = Partial<
  Record<
    keyof TlsFiles,
    | 'kafkaCa'
    | 'kafkaCertificate'
    | 'kafkaKey'
    | 'redisCa'
    | 'redisCertificate'
    | 'redisKey'
    | 'elasticsearchCa'
    | 'elasticsearchCertificate'
    | 'elasticsearchKey'
    | 's3Ca'
    | 's3Certificate'
    | 's3Key'
  >
>;

/** Why a text is not what its file should hold; undefined where it is. */
function problemOfText(kind: keyof TlsFiles, text: string): string | undefined {
  try {
    if (kind === 'key') createPrivateKey(text);
    else new X509Certificate(text);
    return undefined;
  } catch {
    return kind === 'key'
      ? 'no private key that can be read is in it; write one as PEM and without a passphrase'
      : 'no certificate is in it; write it as PEM, which begins with -----BEGIN CERTIFICATE-----';
  }
}

/** What a file says, or why that cannot be used. */
function readPem(
  kind: keyof TlsFiles,
  path: string,
): { readonly text: string } | { readonly problem: string } {
  try {
    const text = readFileSync(path, 'utf8');
    const problem = problemOfText(kind, text);
    return problem === undefined ? { text } : { problem };
  } catch (error) {
    return { problem: reasonOfFile(error) };
  }
}

function belongTogether({ cert, key }: TlsFiles): boolean {
  return (
    cert === undefined ||
    key === undefined ||
    new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))
  );
}

/** What the files of a server say now; `problems`: what cannot be used, by the setting that names it. */
export function readTls(
  server: TlsServer,
  values: Readonly<Record<string, unknown>>,
): {
  readonly files: TlsFiles;
  /** Variables that name the files. */
  readonly names: readonly string[];
  readonly problems: readonly string[];
} {
  const named: FileSettings = tlsSettings[server];
  const files: { -readonly [K in keyof TlsFiles]: TlsFiles[K] } = {};
  const problems: string[] = [];
  const names: string[] = [];
  for (const kind of ['ca', 'cert', 'key'] as const) {
    const setting = named[kind];
    const path = setting === undefined ? undefined : values[setting];
    if (setting === undefined || typeof path !== 'string') continue;
    names.push(table[setting].env);
    const read = readPem(kind, path);
    if ('text' in read) files[kind] = read.text;
    else problems.push(`${table[setting].env}=${path}: ${read.problem}`);
  }
  if (problems.length === 0 && named.cert !== undefined && named.key !== undefined && !belongTogether(files))
    problems.push(
      `${table[named.cert].env} and ${table[named.key].env}: certificate and key do not belong together; name the key that the certificate was made for`,
    );
  return { files, names, problems };
}

/** Files of TLS beside servers that are asked without it: they would check nothing, and nobody would know. */
export function withoutTls(values: Readonly<Record<string, unknown>>): string[] {
  const over = (addresses: unknown): boolean =>
    [addresses].flat().every((address) => `${address}`.startsWith('https:'));
  const rows = [
    { when: 'kafkaCa', isTls: values['kafkaTls'] === true, needs: `${table.kafkaTls.env} must be yes` },
    {
      when: 'kafkaCertificate',
      isTls: values['kafkaTls'] === true,
      needs: `${table.kafkaTls.env} must be yes`,
    },
    ...(['elasticsearchCa', 'elasticsearchCertificate'] as const).map((when) => ({
      when,
      isTls: over(values['elasticsearchUrl']),
      needs: `every address in ${table.elasticsearchUrl.env} must start with https://`,
    })),
    ...(['s3Ca', 's3Certificate'] as const).map((when) => ({
      when,
      isTls: values['s3Endpoint'] === undefined || over(values['s3Endpoint']),
      needs: `${table.s3Endpoint.env} must start with https://`,
    })),
  ] as const;
  return rows
    .filter(({ when, isTls }) => values[when] !== undefined && !isTls)
    .map(
      ({ when, needs }) =>
        `${table[when].env} is set, so ${needs}: without TLS nothing is checked against it`,
    );
}
