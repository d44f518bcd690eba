import type { Source } from '@newsmill/contracts';
import { isOwnSite } from '@newsmill/fetch';
import type { HttpRequest } from '@newsmill/http';
import { accessWithSecrets, headersWithSecrets, type Secrets } from '@newsmill/source-files';

/**
 * By what an address is asked for a source: its headers and its certificate only where the address is of the
 * publication itself, for a feed may name pages of anybody; its proxy always.
 */
export function accessOf(
  source: Source,
  secrets: Secrets,
  url: string,
): Pick<HttpRequest, 'access'> & { readonly headers: Readonly<Record<string, string>> } {
  const access = accessWithSecrets(source, secrets);
  if (isOwnSite(source, url)) return { access, headers: headersWithSecrets(source, secrets) };
  const { proxy } = access ?? {};
  return { access: proxy === undefined ? undefined : { proxy }, headers: {} };
}
