import { cookiesOf, isSecure, type HttpRequest } from '../http/http-types.ts';

/** Name of the cookie that holds the token of a session; over TLS it has a prefix. */
export const sessionCookie = 'newsmill-session';

/**
 * The name of a cookie for whoever asks. Over TLS it begins with `__Host-`: browsers take such a cookie from this very
 * host alone, so no other host of the same domain can put one of its own in its place.
 */
export function cookieName(request: HttpRequest, name: string): string {
  return isSecure(request) ? `__Host-${name}` : name;
}

/** The token of the session of a browser. */
export function sessionTokenOf(request: HttpRequest): string | undefined {
  return cookiesOf(request).get(cookieName(request, sessionCookie));
}

/**
 * The Set-Cookie value of a session. No page of another site makes it travel, no script reads it; over TLS it
 * travels nowhere else.
 */
export function sessionCookieHeader(request: HttpRequest, token: string, maxAgeSeconds: number): string {
  const secure = isSecure(request) ? '; Secure' : '';
  return `${cookieName(request, sessionCookie)}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${secure}`;
}
