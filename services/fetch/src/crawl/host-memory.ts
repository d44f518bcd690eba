import type { FrontierItem, Settlement } from '@newsmill/contracts';
import type { StateRecord } from '@newsmill/store';

type HostRecord = Extract<StateRecord, { kind: 'host' }>;

/** Hosts above which those that may be asked again are forgotten. */
const manyHosts = 10_000;

/**
 * What this process knows of the hosts that it has asked: a state that was emptied is told again, so that
 * manners are kept.
 */
export class HostMemory {
  readonly #hosts = new Map<string, HostRecord>();

  /** A request to the host begins; it is the item's until the request is over. */
  asking({ host, domain, key }: FrontierItem): void {
    const known = this.#hosts.get(host);
    this.#hosts.set(host, {
      kind: 'host',
      host,
      domain,
      freeAt: known?.freeAt ?? 0,
      domainFreeAt: known?.domainFreeAt,
      holder: key,
    });
  }

  /** The request is over; the host is free at the time that the settlement names. */
  asked(
    { host, domain }: FrontierItem,
    { hostFreeAt, domainFreeAt }: Pick<Settlement, 'hostFreeAt' | 'domainFreeAt'>,
    now: number,
  ): void {
    const known = this.#hosts.get(host);
    this.#hosts.set(host, {
      kind: 'host',
      host,
      domain,
      freeAt: hostFreeAt,
      domainFreeAt: Math.max(domainFreeAt ?? 0, known?.domainFreeAt ?? 0),
    });
    if (this.#hosts.size > manyHosts) this.#forget(now);
  }

  #forget(now: number): void {
    for (const [host, { holder, freeAt, domainFreeAt = 0 }] of this.#hosts)
      if (holder === undefined && Math.max(freeAt, domainFreeAt) <= now) this.#hosts.delete(host);
  }

  /** Hosts that must not be asked yet; those that are being asked are held until `lease`. */
  records(now: number, lease: number): HostRecord[] {
    const busy = [...this.#hosts.values()].filter(
      ({ holder, freeAt, domainFreeAt = 0 }) => holder !== undefined || Math.max(freeAt, domainFreeAt) > now,
    );
    return busy.map((record) => (record.holder === undefined ? record : { ...record, lease }));
  }
}
