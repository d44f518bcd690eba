import { isLoopback, isOwnHost } from './host-guard.ts';
import { isForwarded, type ForwardedRequest } from './read-visitor.ts';
import { sameSecret } from './same-secret.ts';
import type { Settings } from '@newsmill/settings';

/** What is looked at of a request. */
export type GatedRequest = ForwardedRequest;

/**
 * Whether somebody may see what is meant for whoever runs the mill: its metrics, and what stands in its way.
 */
export interface ReaderGate {
  mayRead(request: GatedRequest): Promise<'yes' | 'key-needed' | 'wrong-host'>;
  /** The same for metrics, which a setting opens to all. */
  mayScrape(request: GatedRequest): Promise<'yes' | 'key-needed' | 'wrong-host'>;
}

function bearerOf({ headers }: GatedRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(String(headers['authorization'] ?? ''))?.[1];
}

/**
 * Lets in who is on this machine, asks under a loopback name (so no page of another site does that asks
 * through a browser) and was not sent on by a proxy; from elsewhere, whoever carries the token of the metrics
 * or a key of the API as bearer token.
 */
export function openReaderGate(
  { metricsToken, openMetrics }: Pick<Settings, 'metricsToken' | 'openMetrics'>,
  knowsKey: (key: string) => Promise<boolean>,
): ReaderGate {
  async function mayRead(request: GatedRequest): Promise<'yes' | 'key-needed' | 'wrong-host'> {
    const bearer = bearerOf(request);
    if (bearer !== undefined && metricsToken !== undefined && sameSecret(bearer, metricsToken)) return 'yes';
    // A registry that is away knows no key.
    if (bearer !== undefined && (await knowsKey(bearer).catch(() => false))) return 'yes';
    const isHere = isLoopback(request.socket.remoteAddress ?? '') && !isForwarded(request);
    if (bearer !== undefined || !isHere) return 'key-needed';
    return isOwnHost(request.headers['host']?.toString(), []) ? 'yes' : 'wrong-host';
  }
  return { mayRead, mayScrape: async (request) => (openMetrics ? 'yes' : mayRead(request)) };
}
