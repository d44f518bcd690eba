import { HttpFailure } from '@newsmill/http';
import type { HttpAnswer } from '@newsmill/contracts';
import { isOwnHost } from '@newsmill/runtime';
import { registrableDomain } from '@newsmill/text';

/** So many domains in a row that cannot be found or reached mean that this machine has no network. */
const manyDomains = 5;
const awayKinds: ReadonlySet<string> = new Set(['dns', 'timeout']);
const awayCodes: ReadonlySet<string> = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'ETIMEDOUT']);
/** Nothing was asked for, so nothing is known of the network. */
const unaskedKinds: ReadonlySet<string> = new Set([
  'bad-address',
  'bad-request',
  'address-blocked',
  'aborted',
]);

/** Whether the address is one of this machine, which answers without any network. */
function isHere(url: string): boolean {
  return URL.canParse(url) && isOwnHost(new URL(url).host, []);
}

/** Whether a failure may mean that there is no network: no name was found, or nobody answered. */
export function isAway({ kind, code = '' }: Pick<HttpFailure, 'kind' | 'code'>): boolean {
  return awayKinds.has(kind) || awayCodes.has(code);
}

/** How the network changed: it went, after the failures of so many domains, or is back since when it went. */
export type NetworkChange =
  | { readonly kind: 'away'; readonly domains: number; readonly reason: string }
  | { readonly kind: 'back'; readonly since: number };

/**
 * What the last requests of this process say of the network. It is away when domain after domain cannot be
 * found or reached and nothing answers in between; it is back as soon as anything answers. What this machine
 * itself answers says nothing.
 */
export class NetworkMemory {
  /** Domains that failed since something answered last; no more than `manyDomains`. */
  readonly #failed = new Set<string>();
  #since = 0;

  get isAway(): boolean {
    return this.#failed.size >= manyDomains;
  }

  /** Takes in how a request ended, at `now` in epoch milliseconds; answers what that changed. */
  heard(outcome: HttpAnswer | HttpFailure, now: number): NetworkChange | undefined {
    if (isHere(outcome.url)) return undefined;
    if (!(outcome instanceof HttpFailure)) return this.#answered();
    if (unaskedKinds.has(outcome.kind)) return undefined;
    if (!isAway(outcome)) return this.#answered();
    if (this.isAway || !URL.canParse(outcome.url)) return undefined;
    const { hostname } = new URL(outcome.url);
    if (this.#failed.size === 0) this.#since = now;
    this.#failed.add(registrableDomain(hostname) ?? hostname);
    return this.isAway ? { kind: 'away', domains: this.#failed.size, reason: outcome.message } : undefined;
  }

  #answered(): NetworkChange | undefined {
    const wasAway = this.isAway;
    this.#failed.clear();
    return wasAway ? { kind: 'back', since: this.#since } : undefined;
  }
}
