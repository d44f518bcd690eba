import { createHmac, randomBytes } from 'node:crypto';
import { sameSecret } from '@newsmill/runtime';
import { accessOf } from './access.ts';
import { cookieName } from './session-cookie.ts';
import { visitorOf } from './visitor.ts';
import { cookiesOf, headerOf, isSecure, type HttpReply, type HttpRequest } from '../http/http-types.ts';

/** Name of the cookie that pairs with the hidden field of a form. */
const formCookie = 'newsmill-form';

/** Over the session too: a token of one session, or of none, is none of another. */
function signature(nonce: string, session: string, secret: string): string {
  return createHmac('sha256', secret).update(`form:${session}:${nonce}`).digest('base64url');
}

function sessionOf(request: HttpRequest): string {
  return accessOf(request).session ?? '';
}

function isOurs(token: string, session: string, secret: string): boolean {
  const [nonce = '', signed = ''] = token.split('.');
  return nonce !== '' && sameSecret(signed, signature(nonce, session, secret));
}

/** The token of this browser: that of its cookie where it is one of ours, else a new one. */
function formToken(request: HttpRequest, secret: string): string {
  const known = cookiesOf(request).get(cookieName(request, formCookie));
  if (known !== undefined && isOurs(known, sessionOf(request), secret)) return known;
  const nonce = randomBytes(18).toString('base64url');
  return `${nonce}.${signature(nonce, sessionOf(request), secret)}`;
}

/**
 * Gives a browser its token with a page that holds a form, and answers it for the hidden field. Other sites'
 * pages cannot make the cookie travel; the page is kept nowhere.
 */
export function giveFormToken(request: HttpRequest, reply: HttpReply, secret: string): string {
  const token = formToken(request, secret);
  reply
    .header(
      'set-cookie',
      `${cookieName(request, formCookie)}=${token}; Path=/; HttpOnly; SameSite=Strict${isSecure(request) ? '; Secure' : ''}`,
    )
    .header('cache-control', 'no-store');
  return token;
}

/** Fields of a form that was sent, by name. */
export function formFields(body: unknown): ReadonlyMap<string, string> {
  const entries = Object.entries(typeof body === 'object' && body !== null ? body : {});
  return new Map(
    entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
}

/**
 * Whether the browser says that another site sent the form. Enough where a form changes nothing but how pages
 * look, and pages with a token of their own could not be kept.
 */
export function isForeignForm(request: HttpRequest): boolean {
  const site = headerOf(request, 'sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return true;
  const origin = headerOf(request, 'origin');
  // Under Referrer-Policy no-referrer browsers send "null" for a form of our own.
  return (
    origin !== undefined &&
    origin !== 'null' &&
    (!URL.canParse(origin) || new URL(origin).host !== visitorOf(request).host)
  );
}

/**
 * Whether a form came from one of our own pages: field and cookie agree and are signed by us, and the browser
 * does not say otherwise. Cookies do not tell ports apart, so the signature and the fetch metadata do.
 */
export function isOwnForm(request: HttpRequest, field: string, secret: string): boolean {
  if (isForeignForm(request)) return false;
  const cookie = cookiesOf(request).get(cookieName(request, formCookie));
  return cookie !== undefined && sameSecret(cookie, field) && isOurs(field, sessionOf(request), secret);
}
