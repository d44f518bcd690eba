import { scopes, type Scope } from '@newsmill/contracts';
import type { HttpRequest } from '../http/http-types.ts';

/** Who asks, and what they may do. */
export interface Access {
  /** Undefined: nothing, not even reading. */
  readonly scope: Scope | undefined;
  /**
   * How it was proven. A session or the password that browsers send by themselves (Basic) changes nothing
   * without a form of ours.
   */
  readonly proof: 'none' | 'bearer' | 'basic' | 'session';
  /** Name for quotas and for Idempotency-Keys: that of the key, or the address of the machine. */
  readonly caller: string;
  /** Name of the key, for people. */
  readonly name?: string;
  /** Id of the key that was shown, now or when the session was opened. */
  readonly keyId?: string;
  /** Id of the session that the browser has. */
  readonly session?: string;
  /** Requests per minute of this key, where it has its own quota. */
  readonly rateLimit?: number;
}

const known = new WeakMap<HttpRequest, Access>();

/** Keeps who asks beside the request, for whatever handles it later. */
export function setAccess(request: HttpRequest, access: Access): void {
  known.set(request, access);
}

/** Who asks; nobody before the guard has looked. */
export function accessOf(request: HttpRequest): Access {
  return known.get(request) ?? { scope: undefined, proof: 'none', caller: 'nobody' };
}

/** Whether a scope holds another. */
export function holds(scope: Scope | undefined, wanted: Scope): boolean {
  return scope !== undefined && scopes.indexOf(scope) >= scopes.indexOf(wanted);
}
