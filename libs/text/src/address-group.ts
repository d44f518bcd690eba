import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Who an address belongs to, as far as counting goes: an IPv4 address by itself (also mapped into IPv6), an
 * IPv6 address by its /64, because whoever has one address of that has them all. Text that is no address
 * stays as it is.
 */
export function addressGroup(address: string): string {
  const plain = address.replace(/%.*/s, '');
  if (isIP(plain) !== 6) return plain;
  const parsed = ipaddr.IPv6.parse(plain);
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
