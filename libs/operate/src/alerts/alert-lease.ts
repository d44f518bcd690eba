import { RegistryConflict, type Registry } from '@newsmill/store';

const kind = 'lease';
const leaseMs = 20_000;

/**
 * One of many processes does the work: whoever holds the lease, and again others when it has not been renewed
 * for 20 s.
 */
export class AlertLease {
  readonly #registry: Registry;
  readonly #owner: string;
  readonly #name: string;
  #revision: string | undefined;

  constructor(registry: Registry, name: string, owner: string) {
    this.#registry = registry;
    this.#name = name;
    this.#owner = owner;
  }

  /** Takes or renews it; whether it is ours now. `now`: epoch milliseconds. */
  async hold(now: number): Promise<boolean> {
    try {
      this.#revision = await this.#registry.put(
        kind,
        this.#name,
        { owner: this.#owner },
        { ifRevision: this.#revision ?? null, expiresAt: now + leaseMs },
      );
      return true;
    } catch (error) {
      if (!(error instanceof RegistryConflict)) throw error;
      this.#revision = undefined;
      return false;
    }
  }

  /** Gives it back, so that another need not wait. */
  async release(): Promise<void> {
    if (this.#revision === undefined) return;
    try {
      await this.#registry.remove(kind, this.#name, { ifRevision: this.#revision });
      this.#revision = undefined;
    } catch (error) {
      if (!(error instanceof RegistryConflict)) throw error;
      this.#revision = undefined;
    }
  }
}
