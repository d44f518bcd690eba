import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceName } from '@newsmill/contracts';
import type { LinkedServer } from '../../../test/network/open-links.ts';
import type { Toxic } from '../../../test/network/toxic-proxy.ts';
import type { ServiceGround, ServicePlan } from '../fault-services.ts';

const pairs: readonly (readonly [ServiceName, LinkedServer])[] = [
  ['index', 'elasticsearch'],
  ['fetch', 'redis'],
  ['clean', 'kafka'],
  ['enrich', 'redis'],
  ['fetch', 'kafka'],
  ['api', 'elasticsearch'],
  ['index', 'kafka'],
];

interface Spell {
  readonly name: string;
  readonly seconds: number;
  readonly toxics: readonly Toxic[];
  /** The proxy refuses connections meanwhile. */
  readonly isDown?: boolean;
}

const spells: readonly Spell[] = [
  { name: 'latency 500 ms ± 300 ms', seconds: 8, toxics: [{ kind: 'latency', ms: 500, jitterMs: 300 }] },
  { name: 'resets', seconds: 8, toxics: [{ kind: 'reset', bytes: 20_000 }] },
  { name: '1 KB a second', seconds: 8, toxics: [{ kind: 'bandwidth', bytesPerSecond: 1_000 }] },
  { name: 'a black hole', seconds: 30, toxics: [{ kind: 'blackhole' }] },
  { name: 'slices', seconds: 8, toxics: [{ kind: 'slicer', bytes: 40, pauseMs: 2 }] },
  { name: 'one way: no answer is heard', seconds: 14, toxics: [{ kind: 'blackhole', way: 'back' }] },
  { name: 'refused connections', seconds: 8, toxics: [], isDown: true },
];
const meanSeconds = spells.reduce((sum, { seconds }) => sum + seconds, 0) / spells.length;

/** More connections of one service to one server would be a leak. */
const mostConnections = 30;

/** F8: every kind of bad network in turn, between one service and one of its servers after the other. */
export function network(ground: ServiceGround): ServicePlan {
  const { links, tell, dose } = ground;
  return {
    articles: Math.max(300, dose * 60),
    seconds: dose * (meanSeconds + 2),
    between: [1_000, 3_000],
    blows: Array.from({ length: dose }, (_, number) => {
      const spell = spells[number % spells.length];
      // Each spell meets each pair before one meets the same again.
      const pair = pairs[(number + Math.floor(number / spells.length)) % pairs.length];
      if (spell === undefined || pair === undefined) throw new RangeError('a place in neither list');
      const link = links.link(...pair);
      return {
        name: `${pair.join(' to ')}: ${spell.name}`,
        strike: async () => {
          tell(`${number + 1}: ${pair.join(' to ')}: ${spell.name} for ${spell.seconds} s`);
          link.poison(spell.toxics);
          if (spell.isDown === true) await link.down();
          await sleep(spell.seconds * 1_000);
          link.poison([]);
          await link.up();
        },
      };
    }),
    judge: () => ({
      broken: pairs.flatMap((pair) => {
        const most = links.link(...pair).mostOpen();
        return most <= mostConnections ? [] : [`${pair.join(' to ')} had ${most} connections`];
      }),
    }),
  };
}
