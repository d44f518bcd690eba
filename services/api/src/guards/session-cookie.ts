import type { Session } from '@newsmill/operate';
import { cookiesOf, isSecure, type HttpRequest } from '../http/http-types.ts';

/** Who goes to an issuer has so long to come back, seconds. */
export const passingSeconds = 600;

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
 * The Set-Cookie value of a session, for as long as it lasts; without one it ends. No page of another site makes it
 * travel, no script reads it; over TLS it travels nowhere else.
 */
export function sessionCookieHeader(
  request: HttpRequest,
  opened?: { readonly token: string; readonly session: Pick<Session, 'createdAt' | 'expiresAt'> },
): string {
  const secure = isSecure(request) ? '; Secure' : '';
  const seconds = opened && Math.floor((opened.session.expiresAt - opened.session.createdAt) / 1_000);
  return `${cookieName(request, sessionCookie)}=${opened?.token ?? ''}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds ?? 0}${secure}`;
}

/** What a browser keeps while it is at the issuer to log out. */
export const leavingName = 'newsmill-oidc-out';

/**
 * The Set-Cookie value of what a browser keeps while it is at an issuer. It comes back from another site, which a
 * cookie that is `SameSite=Strict` would not survive; its value is sealed and good for this one way.
 */
export function passingCookie(
  request: HttpRequest,
  name: string,
  sealed: string,
  maxAgeSeconds = passingSeconds,
): string {
  const secure = isSecure(request) ? '; Secure' : '';
  return `${cookieName(request, name)}=${sealed}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}
