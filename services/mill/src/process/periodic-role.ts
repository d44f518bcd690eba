import { setTimeout as sleep } from 'node:timers/promises';
import { defineRole, type Role, type RolePorts } from '@newsmill/runtime';
import type { Settings } from '@newsmill/settings';

interface PeriodicOptions<K extends keyof Settings> {
  readonly name: string;
  readonly takes: readonly K[];
  readonly everyMs: number;
  /** Done once when the role stops. */
  readonly end?: (ports: RolePorts<K>) => Promise<void>;
}

/** What failed is tried again so soon, milliseconds. */
const againMs = 3_000;

/**
 * A role that does one thing again and again; what stands in its way shows in `/readyz`. `signal`: the role is to
 * stop, and waits for what is under way.
 */
export function periodicRole<const K extends keyof Settings = never>(
  { name, takes, everyMs, end }: PeriodicOptions<K>,
  work: (ports: RolePorts<K>, signal: AbortSignal) => Promise<void>,
): Role {
  return defineRole({
    name,
    takes,
    async start(ports) {
      const halt = new AbortController();
      /** Answers when it is to be done again, milliseconds. */
      async function once(): Promise<number> {
        try {
          await work(ports, halt.signal);
          ports.health.clear(name);
          return everyMs;
        } catch (error) {
          ports.health.fail(name, error);
          return Math.min(everyMs, againMs);
        }
      }
      const loop = (async () => {
        while (!halt.signal.aborted) {
          await sleep(await once(), undefined, { signal: halt.signal }).catch(() => undefined);
        }
      })();
      return {
        async stop() {
          halt.abort();
          await loop;
          await end?.(ports);
        },
      };
    },
  });
}
