import { getDomain } from 'tldts';

/**
 * The domain that one owner registered (`news.example.co.uk` → `example.co.uk`); the host itself for
 * addresses and bare names.
 */
export function registrableDomain(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '');
  return getDomain(name) ?? name;
}
