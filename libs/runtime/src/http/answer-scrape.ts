import type { Metrics } from '../metrics.ts';
import type { GatedRequest, ReaderGate } from './reader-gate.ts';

/** An answer, whichever server sends it. */
export interface ScrapeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const refusals = {
  'key-needed': {
    status: 401,
    title: 'A key is needed',
    detail:
      'From another machine, or through a proxy, the metrics need "Authorization: Bearer …" with NEWSMILL_METRICS_TOKEN or a key of the API; NEWSMILL_OPEN_METRICS=yes opens them to all.',
  },
  'wrong-host': {
    status: 421,
    title: 'This host name is not allowed',
    detail: 'On this machine the metrics answer to localhost and loopback addresses only.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many wrong keys',
    detail: 'Too many wrong keys came from this address; `Retry-After` says when the next one is looked at.',
  },
  'not-found': {
    status: 404,
    title: 'Nothing is here',
    detail: 'The metrics of this process have a port of their own (NEWSMILL_METRICS_PORT).',
  },
} as const;

function refusalOf(code: keyof typeof refusals): ScrapeAnswer {
  const { status, title, detail } = refusals[code];
  const problem = {
    type: `/problems/${code}`,
    title,
    status,
    detail,
    instance: '/metrics',
    code,
    errors: [],
  };
  return {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="newsmill"' } : {}),
    },
    body: JSON.stringify(problem),
  };
}

/** What `/metrics` answers where the metrics have a port of their own. */
export const scrapesElsewhere = refusalOf('not-found');

/** The metrics for whoever may read them, in the text format of Prometheus. */
export async function answerScrape(
  request: GatedRequest,
  { registry }: Pick<Metrics, 'registry'>,
  gate: Pick<ReaderGate, 'mayScrape'>,
): Promise<ScrapeAnswer> {
  const verdict = await gate.mayScrape(request);
  if (typeof verdict === 'number') {
    const refusal = refusalOf('too-many-requests');
    return { ...refusal, headers: { ...refusal.headers, 'retry-after': String(verdict) } };
  }
  if (verdict !== 'yes') return refusalOf(verdict);
  return { status: 200, headers: { 'content-type': registry.contentType }, body: await registry.metrics() };
}
