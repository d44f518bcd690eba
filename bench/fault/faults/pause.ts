import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from '../../../test/start-services.ts';
import type { ServiceGround, ServicePlan } from '../fault-services.ts';

/** Longer than the session of a member of a group (10 s) and the rest that others need to take over. */
const pauseMs = 13_000;
const victims = ['index', 'clean', 'enrich', 'fetch'] as const;

async function standStill(services: Services, victim: (typeof victims)[number]): Promise<void> {
  services.pause(victim);
  try {
    await sleep(pauseMs);
  } finally {
    services.resume(victim);
  }
}

/** F2: SIGSTOP of one of two copies until others have its work; then it wakes and goes on where it was. */
export function pause(ground: ServiceGround): ServicePlan {
  const { dose, tell } = ground;
  return {
    articles: Math.max(300, dose * 60),
    seconds: dose * (pauseMs / 1_000 + 2),
    copies: { fetch: 2, clean: 2, enrich: 2, index: 2 },
    between: [500, 3_000],
    blows: Array.from({ length: dose }, (_, number) => {
      const victim = victims[number % victims.length] ?? 'index';
      return {
        name: `${victim} stands still`,
        strike: async (services) => {
          tell(`${number + 1}: ${victim} stands still for ${pauseMs / 1_000} s`);
          await standStill(services, victim);
        },
      };
    }),
  };
}
