import { addressGroup } from '@newsmill/text';
import type { GuessBrake } from './guess-brake.ts';
import { isLoopback, isOwnHost } from './host-guard.ts';
import type { RefusedTries } from './refused-tries.ts';
import { isForwarded, readVisitor, type ForwardedRequest } from './read-visitor.ts';
import { sameSecret } from './same-secret.ts';
import type { Settings } from '@newsmill/settings';

/** What is looked at of a request. */
export type GatedRequest = ForwardedRequest;

/**
 * What a gate says; a number: the address has tried wrong keys, and the next one is looked at in so many seconds.
 */
export type GateVerdict = 'yes' | 'key-needed' | 'wrong-host' | number;

/**
 * Whether somebody may see what is meant for whoever runs the mill: its metrics, and what stands in its way.
 */
export interface ReaderGate {
  mayRead(request: GatedRequest): Promise<GateVerdict>;
  /** The same for metrics, which a setting opens to all. */
  mayScrape(request: GatedRequest): Promise<GateVerdict>;
}

type GateSettings = Pick<Settings, 'metricsToken' | 'openMetrics' | 'proxyHeaders' | 'trustedProxies'>;

/** What a gate asks about keys. */
export interface GateKeys {
  /** Whether a text is a key of the API; rejects where that cannot be known now. */
  readonly knowsKey: (key: string) => Promise<boolean>;
  /** Slows whoever tries keys: the one of all doors of the process. */
  readonly guesses: GuessBrake;
  /** Told of texts that are none. */
  readonly refused: RefusedTries;
  now(): number;
}

function bearerOf({ headers }: GatedRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(String(headers['authorization'] ?? ''))?.[1];
}

/**
 * Lets in who is on this machine, asks under a loopback name (so no page of another site does that asks
 * through a browser) and was not sent on by a proxy; from elsewhere, whoever carries the token of the metrics
 * or a key of the API as bearer token. Wrong ones are counted by address, and slowed; who carries none is not.
 */
export function openReaderGate(
  settings: GateSettings,
  { knowsKey, guesses, refused, now }: GateKeys,
): ReaderGate {
  const { metricsToken, openMetrics } = settings;
  /** Whether a text opens: undefined: the registry is away, which is no wrong try. */
  async function opens(text: string): Promise<boolean | undefined> {
    if (metricsToken !== undefined && sameSecret(text, metricsToken)) return true;
    return knowsKey(text).catch(() => undefined);
  }
  async function mayOpen(text: string, request: GatedRequest): Promise<GateVerdict> {
    const { address: client } = readVisitor(request, settings);
    const address = `address:${addressGroup(client)}`;
    const wait = guesses.waitFor(text, address, now());
    if (wait > 0) {
      refused.tell({ client, by: 'key', reason: 'too many wrong keys came from this address' }, now());
      return wait;
    }
    const isRight = await opens(text);
    if (isRight === false) {
      guesses.countWrong(text, address, now());
      refused.tell({ client, by: 'key', reason: 'it is no key, nor the token of the metrics' }, now());
    }
    return isRight === true ? 'yes' : 'key-needed';
  }
  async function mayRead(request: GatedRequest): Promise<GateVerdict> {
    const bearer = bearerOf(request);
    if (bearer !== undefined) return mayOpen(bearer, request);
    const isHere = isLoopback(request.socket.remoteAddress ?? '') && !isForwarded(request);
    if (!isHere) return 'key-needed';
    return isOwnHost(request.headers['host']?.toString(), []) ? 'yes' : 'wrong-host';
  }
  return { mayRead, mayScrape: async (request) => (openMetrics ? 'yes' : mayRead(request)) };
}
