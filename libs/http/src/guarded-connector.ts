import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { buildConnector } from 'undici';
import { isPublicAddress } from '@newsmill/text';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Resolves a name to all its addresses; throws an error with a `code` as Node's dns does. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** Code of the error by which the connector refuses an address. */
export const blockedCode = 'NEWSMILL_ADDRESS_BLOCKED';

class BlockedAddress extends Error {
  readonly code = blockedCode;
}

/** All addresses of a name by the system's resolver. */
export const resolveBySystem: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true }, (error, addresses) =>
      error === null ? resolve(addresses) : reject(error),
    );
  });

/**
 * A lookup for `net.connect` that refuses a name as soon as one of its addresses is not public. The socket
 * connects to exactly the addresses checked here, so a name that changes its answer afterwards (DNS
 * rebinding) gains nothing.
 */
export function guardedLookup(resolve: Resolve, mayBePrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const first = addresses[0];
        if (first === undefined)
          return callback(
            Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' }),
            '',
            0,
          );
        const refused = mayBePrivate ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
        if (refused !== undefined)
          return callback(
            new BlockedAddress(
              `${hostname} resolves to ${refused.address}, which is not a global unicast address`,
            ),
            '',
            0,
          );
        return options.all === true
          ? callback(
              null,
              addresses.map(({ address, family }) => ({ address, family })),
            )
          : callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), '', 0),
    );
  };
}

export interface ConnectorOptions {
  readonly resolve: Resolve;
  readonly connectTimeoutMs: number;
  /** True only for addresses that the operator listed by name. */
  readonly mayBePrivate: boolean;
  /** Certificate of the client and its key, as PEM. */
  readonly certificate?: Pick<SecureContextOptions, 'cert' | 'key'> | undefined;
}

/**
 * A connector for undici that checks the address of every connection, literals (which are never looked up)
 * included.
 */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const connect = buildConnector({
    timeout: options.connectTimeoutMs,
    lookup: guardedLookup(options.resolve, options.mayBePrivate),
    allowH2: false,
    ...options.certificate,
  });
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    if (!options.mayBePrivate && isIP(host) !== 0 && !isPublicAddress(host)) {
      callback(new BlockedAddress(`${host} is not a global unicast address`), null);
      return;
    }
    connect(target, callback);
  };
}
