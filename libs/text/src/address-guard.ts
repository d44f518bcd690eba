import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Ports that the fetch standard refuses (WHATWG Fetch, "bad port"), and those where databases, brokers and
 * container engines listen: a news site is on none of them.
 */
const badPorts: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 1433, 1521, 2181,
  2375, 2376, 2379, 2380, 3306, 3389, 5432, 5672, 5900, 5984, 6379, 6443, 7000, 7001, 9042, 9092, 9093, 9200,
  9300, 10250, 11211, 27017, 27018,
]);

/** ipaddr.js calls these unicast: v4 addresses in older v6 dress, and local NAT64. */
// biome-ignore format: a table, read by its rows
const moreBlocks: readonly (readonly [string, number])[] = [
  ['::', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32],
  ['2002::', 16], ['3fff::', 20], ['5f00::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10],
  ['ff00::', 8],
];
const blocks6 = moreBlocks.map(([address, bits]) => [ipaddr.IPv6.parse(address), bits] as const);
const localNat64 = ipaddr.IPv6.parse('64:ff9b:1::');
const global6 = [ipaddr.IPv6.parse('2000::'), 3] as const;
/** Cloud metadata and other services at public-looking addresses. */
const services4: ReadonlySet<string> = new Set(['168.63.129.16', '192.0.0.192']);

/**
 * The v4 address inside one of the local NAT64 block (RFC 8215) in the only form that the block's own length
 * gives (RFC 6052, 2.2): 16 bits before the octet of zeros and 16 behind it, and nothing else, so that no
 * other reading of the bits leads elsewhere.
 */
function embedded4(address: ipaddr.IPv6): string | undefined {
  const [, , , high = 0, middle = 0, low = 0, ...rest] = address.parts;
  if (
    !address.match(localNat64, 48) ||
    middle > 0xff ||
    (low & 0xff) !== 0 ||
    rest.some((part) => part !== 0)
  )
    return undefined;
  return `${high >> 8}.${high & 0xff}.${middle}.${low >> 8}`;
}

/**
 * Whether an IP address (v4 or v6 text) is global unicast: reachable from the whole Internet, and no other
 * address in disguise.
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*/s, '');
  if (isIP(plain) === 4) return ipaddr.IPv4.parse(plain).range() === 'unicast' && !services4.has(plain);
  if (isIP(plain) !== 6) return false;
  const parsed = ipaddr.IPv6.parse(plain);
  const translated = embedded4(parsed);
  if (translated !== undefined) return isPublicAddress(translated);
  if (parsed.isIPv4MappedAddress() || parsed.range() !== 'unicast') return false;
  return parsed.match(global6[0], global6[1]) && !blocks6.some(([block, bits]) => parsed.match(block, bits));
}

const localNames =
  /^(?:localhost|.*\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|localdomain)|.*[-.](?:nip|xip|sslip)\.io|(?:[a-z0-9-]+\.)*(?:localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|yoogle\.com))\.?$/i;

/**
 * Why an address may not be asked, or undefined when its text gives no reason (a name must still resolve to
 * public addresses).
 */
export function blockedReason(url: URL): string | undefined {
  const host = url.hostname;
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (badPorts.has(port)) return `port ${port} is never asked`;
  if (host.startsWith('[') || isIP(host) !== 0)
    return isPublicAddress(host) ? undefined : `${host} is not a global unicast address`;
  if (localNames.test(host) || !host.includes('.')) return `${host} is a local name`;
  return undefined;
}

/** `host:port` of an address in the form of `allowPrivate`, the port always present. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}
