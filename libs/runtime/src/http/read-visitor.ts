import { BlockList, isIP } from 'node:net';
import { isLoopback, isOwnHost } from './host-guard.ts';

/** What is looked at of a request. */
export interface ForwardedRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** The proxies whose headers are believed, and which headers those are. */
export interface ProxyTrust {
  /** Addresses and ranges (CIDR). */
  readonly trustedProxies: readonly string[];
  /** The other form is ignored: proxies pass on what visitors wrote into headers that they do not set. */
  readonly proxyHeaders: 'x-forwarded' | 'forwarded';
}

/** Who asks, where from, and under which name. */
export interface Visitor {
  /** Address of the client: of the connection, or as the nearest trusted proxies tell it. */
  readonly address: string;
  /** Whether it is somebody on this machine who came without any proxy, and asked by a loopback name. */
  readonly isHere: boolean;
  /** Whether a trusted proxy says that the client speaks TLS. */
  readonly isSecure: boolean;
  /** Host and port as the client asked for them; undefined where it named none. */
  readonly host: string | undefined;
  /** Every host that the request names: that of the proxy may differ from that of the client. */
  readonly hosts: readonly (string | undefined)[];
}

/** One proxy's word on whom it heard. */
interface Hop {
  readonly by: string | undefined;
  readonly proto: string | undefined;
  readonly host: string | undefined;
}

/** A request that carries any of these came through a proxy, trusted or not. */
const forwardingHeaders = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
] as const;

const ranges = new WeakMap<readonly string[], BlockList>();

function rangesOf(proxies: readonly string[]): BlockList {
  const known = ranges.get(proxies);
  if (known !== undefined) return known;
  const made = new BlockList();
  for (const proxy of proxies) {
    const [address = '', length] = proxy.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (length === undefined) made.addAddress(address, family);
    else made.addSubnet(address, Number(length), family);
  }
  ranges.set(proxies, made);
  return made;
}

/** Whether an address is one of these addresses or in one of these ranges. */
export function isTrusted(address: string, proxies: readonly string[]): boolean {
  const family = isIP(address);
  return family !== 0 && rangesOf(proxies).check(address, family === 6 ? 'ipv6' : 'ipv4');
}

function headerText(request: ForwardedRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : value?.join(',');
}

/** The address of a node (RFC 7239, 6) without its port; undefined for `unknown`, `_hidden` and what is none. */
function addressOfNode(node: string | undefined): string | undefined {
  const [, bracketed, plain] =
    /^(?:\[([0-9a-f:.]{2,45})\](?::[\w.-]{1,20})?|(\d{1,3}(?:\.\d{1,3}){3})(?::[\w.-]{1,20})?)$/i.exec(
      node ?? '',
    ) ?? [];
  const address = bracketed ?? plain ?? node ?? '';
  return isIP(address) === 0 ? undefined : address;
}

/** The parts of a list header; separators in quoted strings are none. */
function partsOf(text: string, separator: ',' | ';'): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted && sign === '\\') at += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()].filter((part) => part !== '');
}

function unquoted(value: string): string {
  return value.length >= 2 && value.startsWith('"') && value.endsWith('"')
    ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1')
    : value;
}

/** `Forwarded` (RFC 7239), the nearest proxy last. */
function hopsOfForwarded(text: string): readonly Hop[] {
  return partsOf(text, ',').map((element) => {
    const pairs = new Map(
      partsOf(element, ';').map((pair) => {
        const equals = pair.indexOf('=');
        return [pair.slice(0, Math.max(0, equals)).toLowerCase(), unquoted(pair.slice(equals + 1))] as const;
      }),
    );
    return { by: pairs.get('for'), proto: pairs.get('proto'), host: pairs.get('host') };
  });
}

/**
 * The `X-Forwarded-…` headers, the nearest proxy last. Protocol and host are often one value for the whole
 * way: then they are those of every hop.
 */
function hopsOfParallel(request: ForwardedRequest): readonly Hop[] {
  const list = (name: string) => partsOf(headerText(request, name) ?? '', ',');
  const [from, protos, hosts] = [
    list('x-forwarded-for'),
    list('x-forwarded-proto'),
    list('x-forwarded-host'),
  ];
  const at = (values: readonly string[], index: number) =>
    values.length === from.length ? values[index] : values.at(-1);
  return from.map((by, index) => ({ by, proto: at(protos, index), host: at(hosts, index) }));
}

/** Whether a request was sent on by a proxy: one that says so, whoever it is. */
export function isForwarded({ headers }: Pick<ForwardedRequest, 'headers'>): boolean {
  return forwardingHeaders.some((name) => headers[name] !== undefined);
}

/**
 * Who asks. The headers of trusted proxies are read from the nearest backwards; the first address that is not
 * one of them is the client, and what stands before it is the client's own word, which nobody believes. A proxy
 * that hides the address, or writes none, is as far as one can see.
 */
export function readVisitor(
  request: ForwardedRequest,
  { trustedProxies, proxyHeaders }: ProxyTrust,
): Visitor {
  const peer = (request.socket.remoteAddress ?? '').replace(/%.*/s, '');
  const named = headerText(request, 'host');
  let address = peer;
  let last: Hop | undefined;
  if (isTrusted(peer, trustedProxies)) {
    const hops =
      proxyHeaders === 'forwarded'
        ? hopsOfForwarded(headerText(request, 'forwarded') ?? '')
        : hopsOfParallel(request);
    for (const hop of hops.toReversed()) {
      last = hop;
      const before = addressOfNode(hop.by);
      if (before === undefined) break;
      address = before;
      if (!isTrusted(before, trustedProxies)) break;
    }
  }
  const host = last?.host ?? named;
  return {
    address,
    // Some proxies tell nothing of themselves and only pass on the name that they were asked by.
    isHere: isLoopback(peer) && !isForwarded(request) && isOwnHost(named, []),
    isSecure: last?.proto?.toLowerCase() === 'https',
    host,
    hosts: host === named ? [named] : [named, host],
  };
}
