import { Pool, type Dispatcher } from 'undici';

/**
 * Origins to which connections are kept for the next request. Above it those are closed that were used longest ago
 * and are in no use: a mill asks many hosts once in hours, and each open connection takes memory here and there.
 */
export const mostOrigins = 128;

/** Origins that one request looks at to close their connections. */
const mostLookedAt = 16;

function isBusy({ stats }: Pool): boolean {
  return stats.size > 0;
}

/** Connections to many origins, few of which stay open. */
export class OriginPools {
  readonly #options: Pool.Options;
  /** Those used longest ago first. */
  readonly #pools = new Map<string, Pool>();

  constructor(options: Pool.Options) {
    this.#options = options;
  }

  /** Throws what undici throws. */
  request(origin: string, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
    return this.#poolOf(origin).request(options);
  }

  /** Ends all connections, and the requests on them. */
  async destroy(): Promise<void> {
    const pools = [...this.#pools.values()];
    this.#pools.clear();
    await Promise.all(pools.map((pool) => pool.destroy()));
  }

  #poolOf(origin: string): Pool {
    const pool = this.#pools.get(origin) ?? new Pool(origin, this.#options);
    this.#putLast(origin, pool);
    this.#closeSome();
    return pool;
  }

  #putLast(origin: string, pool: Pool): void {
    this.#pools.delete(origin);
    this.#pools.set(origin, pool);
  }

  #closeSome(): void {
    let looked = 0;
    for (const [origin, pool] of this.#pools) {
      if (this.#pools.size <= mostOrigins || looked >= mostLookedAt) return;
      looked += 1;
      if (isBusy(pool)) this.#putLast(origin, pool);
      else {
        this.#pools.delete(origin);
        void pool.close();
      }
    }
  }
}
