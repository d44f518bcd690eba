import { Client, Pool, type Dispatcher } from 'undici';

/**
 * Origins to which connections are kept for the next request. Above it those are closed that were used longest ago
 * and are in no use: a mill asks many hosts once in hours, and each open connection takes memory here and there.
 */
export const mostOrigins = 128;

/** Origins that one request looks at to close their connections. */
const mostLookedAt = 16;

/** As undici takes them; `connections`: the greatest number to one origin. */
type PoolOptions = Pool.Options & { readonly connections: number };

/**
 * The connections to one origin. A mill has one request at a time to most hosts, and for these a Pool of undici would
 * hold an empty queue of 16 KB each: it comes with the first request that finds the one connection in use.
 */
class Origin {
  readonly #name: string;
  readonly #options: PoolOptions;
  readonly #first: Client;
  #others: Pool | undefined;

  constructor(name: string, options: PoolOptions) {
    this.#name = name;
    this.#options = options;
    this.#first = new Client(name, options);
  }

  get isBusy(): boolean {
    return this.#first.stats.size > 0 || (this.#others?.stats.size ?? 0) > 0;
  }

  request(options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
    const { connections } = this.#options;
    if (this.#first.stats.size === 0 || connections === 1) return this.#first.request(options);
    this.#others ??= new Pool(this.#name, { ...this.#options, connections: connections - 1 });
    return this.#others.request(options);
  }

  /** Waits for the requests on the connections. */
  async close(): Promise<void> {
    await Promise.all([this.#first.close(), this.#others?.close()]);
  }

  /** Ends the requests on the connections. */
  async destroy(): Promise<void> {
    await Promise.all([this.#first.destroy(), this.#others?.destroy()]);
  }
}

/** Connections to many origins, few of which stay open. */
export class OriginPools {
  readonly #options: PoolOptions;
  /** Those used longest ago first. */
  readonly #origins = new Map<string, Origin>();

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Throws what undici throws. */
  request(name: string, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
    return this.#originOf(name).request(options);
  }

  /** Ends all connections, and the requests on them. */
  async destroy(): Promise<void> {
    const origins = [...this.#origins.values()];
    this.#origins.clear();
    await Promise.all(origins.map((origin) => origin.destroy()));
  }

  #originOf(name: string): Origin {
    const origin = this.#origins.get(name) ?? new Origin(name, this.#options);
    this.#putLast(name, origin);
    this.#closeSome();
    return origin;
  }

  #putLast(name: string, origin: Origin): void {
    this.#origins.delete(name);
    this.#origins.set(name, origin);
  }

  #closeSome(): void {
    let looked = 0;
    for (const [name, origin] of this.#origins) {
      if (this.#origins.size <= mostOrigins || looked >= mostLookedAt) return;
      looked += 1;
      if (origin.isBusy) this.#putLast(name, origin);
      else {
        this.#origins.delete(name);
        void origin.close();
      }
    }
  }
}
