import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceGround, ServicePlan } from '../fault-services.ts';

/** Every fifth time the broker stays away for so long. */
const awayMs = 60_000;
const longEach = 5;
/** What a death takes besides, about, seconds. */
const restartSeconds = 32;

/** F4: the broker dies (SIGKILL, in turn with SIGTERM) and comes back, at once or after a minute. */
export function broker(ground: ServiceGround): ServicePlan {
  const { dose, tell, servers } = ground;
  return {
    articles: Math.max(300, dose * 100),
    seconds: dose * restartSeconds + (Math.floor(dose / longEach) * awayMs) / 1_000,
    // Long enough that each death is got over before the next.
    between: [15_000, 25_000],
    blows: Array.from({ length: dose }, (_, number) => {
      const signal = number % 2 === 0 ? 'SIGKILL' : 'SIGTERM';
      const rest = (number + 1) % longEach === 0 ? awayMs : 0;
      return {
        name: 'broker away',
        strike: async () => {
          tell(`${number + 1}: ${signal} to the broker, which comes back after ${rest / 1_000} s`);
          await servers.stopServer('kafka', { signal });
          await sleep(rest);
          await servers.startServer('kafka');
        },
      };
    }),
  };
}
