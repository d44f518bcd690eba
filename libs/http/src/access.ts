import { ProxyAgent, type Dispatcher } from 'undici';
import { hostAndPort, isPublicAddress, blockedReason } from '@newsmill/text';
import { guardedLookup, type Resolve } from './guarded-connector.ts';
import { HttpFailure } from './http-failure.ts';
import type { Access } from './http-request.ts';
import type { Hop } from './redirect-hop.ts';
import type { OriginPools } from './origin-pools.ts';

/** Kinds of access whose connections are kept; those used longest ago end above it. */
const mostAccesses = 64;

/** What sends a request over connections of its own. */
export type Sender = Pick<OriginPools, 'request' | 'destroy'>;

export interface AccessOptions {
  readonly resolve: Resolve;
  readonly connectTimeoutMs: number;
  readonly maxSockets: number;
  /** Connections without a proxy. */
  readonly direct: (given: {
    readonly mayBePrivate: boolean;
    readonly certificate: Access['certificate'];
  }) => Sender;
}

/** Proxies are asked for many origins, each over its own tunnel. */
class ProxySender implements Sender {
  readonly #agent: Dispatcher;

  constructor(proxy: URL, isAllowed: boolean, certificate: Access['certificate'], options: AccessOptions) {
    const { resolve, connectTimeoutMs, maxSockets } = options;
    this.#agent = new ProxyAgent({
      uri: proxy.href,
      // Many proxies make no tunnels to plain servers.
      proxyTunnel: false,
      proxyTls: { lookup: guardedLookup(resolve, isAllowed), timeout: connectTimeoutMs },
      ...(certificate === undefined ? {} : { requestTls: certificate }),
      connections: maxSockets,
      pipelining: 1,
      keepAliveTimeout: 10_000,
      keepAliveMaxTimeout: 10_000,
      maxHeaderSize: 16_384,
    });
  }

  request(origin: string, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
    return this.#agent.request({ ...options, origin });
  }

  async destroy(): Promise<void> {
    await this.#agent.destroy();
  }
}

function proxyOf(proxy: string, url: string, allowPrivate: readonly string[]) {
  if (!URL.canParse(proxy))
    throw new HttpFailure('bad-request', url, 'the address of the proxy cannot be read');
  const address = new URL(proxy);
  const isAllowed = allowPrivate.includes(hostAndPort(address));
  const reason = isAllowed ? undefined : blockedReason(new URL(address.origin));
  if (reason !== undefined) throw new HttpFailure('address-blocked', url, `the proxy: ${reason}`);
  return { address, isAllowed };
}

/**
 * A proxy resolves names by itself, and may stand where it reaches what must not be asked. So the address of a
 * name is looked for here as well; one that is not known here may only be the one that was asked for, and not
 * where a publisher redirects to.
 */
async function checkName(hop: Hop, isFirst: boolean, resolve: Resolve): Promise<void> {
  if (hop.isAllowed) return;
  const { href, hostname } = hop.url;
  const refused = (reason: string) => new HttpFailure('address-blocked', href, reason);
  let addresses: Awaited<ReturnType<Resolve>>;
  try {
    addresses = await resolve(hostname.replace(/^\[|\]$/g, ''));
  } catch {
    if (isFirst) return;
    throw refused(`${hostname} is not known here, and only the proxy could say where it leads`);
  }
  const wrong = addresses.find(({ address }) => !isPublicAddress(address));
  if (wrong !== undefined)
    throw refused(`${hostname} resolves to ${wrong.address}, which is not a global unicast address`);
}

/** The connections by proxies and with certificates, apart for each. */
export class AccessPools {
  readonly #options: AccessOptions;
  /** Those used longest ago first. */
  readonly #senders = new Map<string, Sender>();

  constructor(options: AccessOptions) {
    this.#options = options;
  }

  /**
   * What sends a hop; throws HttpFailure where its address or that of the proxy must not be asked. `first`: the
   * address that the request began with.
   */
  async senderFor(
    hop: Hop,
    { proxy, certificate }: Access,
    {
      first,
      allowPrivate = [],
    }: { readonly first: URL; readonly allowPrivate: readonly string[] | undefined },
  ): Promise<Sender> {
    const isOwn = hop.url.origin === first.origin;
    const shown = isOwn ? certificate : undefined;
    if (proxy === undefined)
      return this.#known(JSON.stringify(['direct', hop.isAllowed, shown]), () =>
        this.#options.direct({ mayBePrivate: hop.isAllowed, certificate: shown }),
      );
    const { address, isAllowed } = proxyOf(proxy, hop.url.href, allowPrivate);
    await checkName(hop, isOwn, this.#options.resolve);
    return this.#known(
      JSON.stringify([proxy, isAllowed, shown]),
      () => new ProxySender(address, isAllowed, shown, this.#options),
    );
  }

  async destroy(): Promise<void> {
    const senders = [...this.#senders.values()];
    this.#senders.clear();
    await Promise.all(senders.map((sender) => sender.destroy()));
  }

  #known(key: string, open: () => Sender): Sender {
    const sender = this.#senders.get(key) ?? open();
    this.#senders.delete(key);
    this.#senders.set(key, sender);
    for (const [oldest, other] of this.#senders) {
      if (this.#senders.size <= mostAccesses) break;
      this.#senders.delete(oldest);
      void other.destroy();
    }
    return sender;
  }
}
