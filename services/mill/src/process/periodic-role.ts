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

/** A role that does one thing again and again; what stands in its way shows in `/readyz`. */
export function periodicRole<const K extends keyof Settings = never>(
  { name, takes, everyMs, end }: PeriodicOptions<K>,
  work: (ports: RolePorts<K>) => Promise<void>,
): Role {
  return defineRole({
    name,
    takes,
    async start(ports) {
      const halt = new AbortController();
      async function once(): Promise<void> {
        try {
          await work(ports);
          return void ports.health.clear(name);
        } catch (error) {
          return void ports.health.block(name, error instanceof Error ? error.message : String(error));
        }
      }
      const loop = (async () => {
        while (!halt.signal.aborted) {
          await once();
          await sleep(everyMs, undefined, { signal: halt.signal }).catch(() => undefined);
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
