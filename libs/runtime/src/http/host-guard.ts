import { isIP } from 'node:net';

/** Host name of a Host header without its port; undefined for what is none. */
function hostName(header: string): string | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]\s/@]+)(?::\d{1,5})?$/i.exec(header);
  return match?.[1]
    ?.toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\[(.*)\]$/, '$1');
}

/** Whether an address belongs to this machine alone (127.0.0.0/8, ::1, also mapped into IPv6). */
export function isLoopback(address: string): boolean {
  const plain = address.toLowerCase().replace(/^::ffff:/, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/**
 * Whether a Host header names this API: a loopback name or address, or one of `hosts`. A page of another site
 * whose name was made to point here (DNS rebinding) carries its own name, and is refused.
 */
export function isOwnHost(header: string | undefined, hosts: readonly string[]): boolean {
  const name = hostName(header ?? '');
  if (name === undefined) return false;
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    isLoopback(name) ||
    hosts.some((host) => host.toLowerCase() === name)
  );
}
