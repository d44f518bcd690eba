/** What is left of the quota of a caller after a request. */
export interface Quota {
  readonly allowed: boolean;
  /** Requests in a minute. */
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the quota is whole again. */
  readonly resetSeconds: number;
  /** Seconds until the next request is allowed; 0 when one is now. */
  readonly waitSeconds: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** More callers than these are not remembered: those seen least lately begin again. */
const mostCallers = 10_000;

function quotaOf(allowed: boolean, tokens: number, limit: number): Quota {
  const perMs = limit / 60_000;
  return {
    allowed,
    limit,
    remaining: Math.floor(tokens),
    resetSeconds: Math.ceil((limit - tokens) / perMs / 1_000),
    waitSeconds: allowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMs / 1_000)),
  };
}

/**
 * Token buckets: a caller has a minute's quota at once and gets it back evenly.
 * In the memory of this process: several copies of the API count apart.
 */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();

  /** Counts one request of a caller. `now` in milliseconds, `limit` in requests per minute. */
  take(caller: string, limit: number, now: number): Quota {
    const filled = this.#filled(caller, limit, now);
    const tokens = filled >= 1 ? filled - 1 : filled;
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { tokens, at: now });
    if (this.#buckets.size > mostCallers) this.#forgetOldest();
    return quotaOf(filled >= 1, tokens, limit);
  }

  /** What a request of a caller would be told now; counts nothing. */
  look(caller: string, limit: number, now: number): Quota {
    const filled = this.#filled(caller, limit, now);
    return quotaOf(filled >= 1, filled, limit);
  }

  #filled(caller: string, limit: number, now: number): number {
    const known = this.#buckets.get(caller);
    return known === undefined
      ? limit
      : Math.min(limit, known.tokens + (Math.max(0, now - known.at) * limit) / 60_000);
  }

  #forgetOldest(): void {
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
