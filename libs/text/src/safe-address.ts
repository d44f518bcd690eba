/**
 * An address that a reader may be sent to: http or https, without user name, at most 2,000 characters, in its
 * normal form; undefined for any other.
 */
export function safeAddress(address: unknown): string | undefined {
  if (typeof address !== 'string' || address.length > 2_000 || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined;
}
