import { readVisitor, type Visitor } from '@newsmill/runtime';
import { addressGroup } from '@newsmill/text';
import type { HttpRequest } from '../http/http-types.ts';

const known = new WeakMap<HttpRequest, Visitor>();

/** Keeps beside the request who asks and where from, for whatever handles it later. */
export function setVisitor(request: HttpRequest, visitor: Visitor): void {
  known.set(request, visitor);
}

/** Who asks and where from; as the connection itself has it before the guard has looked. */
export function visitorOf(request: HttpRequest): Visitor {
  return known.get(request) ?? readVisitor(request, { trustedProxies: [], proxyHeaders: 'x-forwarded' });
}

/** Under which name whoever has no key is counted: its address, or its network where it has that whole. */
export function callerAt(request: HttpRequest): string {
  return `address:${addressGroup(visitorOf(request).address)}`;
}

/** Where whoever asks has reached the mill, without an end, as far as it or a trusted proxy says. */
export function originOf(request: HttpRequest): string {
  const { isSecure, host = 'localhost' } = visitorOf(request);
  return `${isSecure ? 'https' : 'http'}://${host}`;
}
