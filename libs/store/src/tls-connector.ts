import { isDeepStrictEqual } from 'node:util';
import { buildConnector } from 'undici';
import type { TlsFiles } from '@newsmill/contracts';

/** A server that does not take a connection in so many milliseconds is away. */
const connectTimeoutMs = 10_000;

/**
 * Makes the connections of an HTTP client with the files as they are then. Sessions of TLS, which spare the look
 * at a certificate, go with the files that they were made under.
 */
export function tlsConnector(tls: TlsFiles): buildConnector.connector {
  let made: { readonly files: TlsFiles; readonly connect: buildConnector.connector } | undefined;
  return (target, callback) => {
    const files = { ca: tls.ca, cert: tls.cert, key: tls.key };
    if (made === undefined || !isDeepStrictEqual(made.files, files))
      made = { files, connect: buildConnector({ ...files, timeout: connectTimeoutMs, allowH2: false }) };
    made.connect(target, callback);
  };
}
