import { cookiesOf, pathOf, type HttpRequest } from '../http/http-types.ts';

/** Cookie with whether somebody wants pictures from where publishers have them. */
export const picturesCookie = 'newsmill-pictures';

/**
 * Whether this browser may load pictures from publishers, which then see its address. Only pages have
 * pictures.
 */
export function wantsPictures(request: HttpRequest): boolean {
  return !pathOf(request).startsWith('/api/') && cookiesOf(request).get(picturesCookie) === 'shown';
}
