import type { Note } from '@newsmill/contracts';
import { addressGroup } from '@newsmill/text';
import { isTrusted, type ForwardedRequest } from './read-visitor.ts';

/** Strangers may send these headers too: after so many addresses nothing more is said. */
const mostTold = 10;

/** Tells of addresses that pass requests on and are not trusted: their visitors are all one for the mill. */
export class UntrustedProxies {
  readonly #note: Note;
  readonly #told = new Set<string>();

  constructor(note: Note) {
    this.#note = note;
  }

  /** Looks at a request; the first one of an address that says whom it heard is told. */
  look({ headers, socket }: ForwardedRequest, trustedProxies: readonly string[]): void {
    const header = (['x-forwarded-for', 'forwarded'] as const).find((name) => headers[name] !== undefined);
    if (header === undefined || this.#told.size >= mostTold) return;
    const address = (socket.remoteAddress ?? '').replace(/%.*/s, '');
    const group = addressGroup(address);
    if (this.#told.has(group) || isTrusted(address, trustedProxies)) return;
    this.#told.add(group);
    this.#note('proxy.untrusted', { address, header, setting: 'NEWSMILL_TRUSTED_PROXIES' });
  }
}
