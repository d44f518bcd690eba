import type { Quota } from '@newsmill/runtime';

/** Headers of draft-ietf-httpapi-ratelimit-headers: the policy and what is left of it. */
export function rateLimitHeaders({
  limit,
  remaining,
  resetSeconds,
}: Quota): Readonly<Record<string, string>> {
  return {
    'ratelimit-policy': `"requests";q=${limit};w=60`,
    ratelimit: `"requests";r=${remaining};t=${resetSeconds}`,
  };
}
