import { setTimeout as sleep } from 'node:timers/promises';
import { BusUnreachable, openKafkaBus, type Bus } from '@newsmill/bus';
import { articleCleaned, articleEnriched, pageFetched, pipeline } from '@newsmill/contracts';
import { openToxicProxy } from '../../../test/network/toxic-proxy.ts';
import { advertisedPort } from '../../../test/network/advertised-port.ts';
import type { Blow } from '../../../test/faults/service-drill.ts';
import type { ServiceGround, ServicePlan } from '../fault-services.ts';

const groups = [
  { group: pipeline.clean.group, topic: pageFetched.name },
  { group: pipeline.enrich.group, topic: articleCleaned.name },
  { group: pipeline.index.group, topic: articleEnriched.name },
];
/** Members that come in one storm. */
const inStorm = 5;

async function takePart(bus: Bus, part: (typeof groups)[number], lifeMs: number): Promise<number> {
  const consumer = await bus.consume({
    group: part.group,
    topics: [part.topic],
    maxBytesInFlight: 1_000_000,
  });
  let taken = 0;
  for (const end = Date.now() + lifeMs; Date.now() < end; ) {
    taken += (await consumer.poll(20, 200)).length;
    await sleep(100);
  }
  return taken;
}

/**
 * One member that takes messages, handles none of them, and goes: with its leave, or without, as a process that dies
 * does, whose work comes back only when its session has run out.
 */
async function comeAndGo(
  { servers, seed }: ServiceGround,
  part: (typeof groups)[number],
  how: { readonly lifeMs: number; readonly dies: boolean },
): Promise<number> {
  const broker = { host: '127.0.0.1', port: Number((servers.kafka.brokers[0] ?? '').split(':')[1]) };
  const road = await openToxicProxy({
    target: broker,
    seed,
    rewriteAnswers: (port) => advertisedPort(broker, port),
  });
  const bus = await openKafkaBus({ brokers: [`127.0.0.1:${road.port}`], report: () => undefined });
  try {
    return await takePart(bus, part, how.lifeMs);
  } catch (error) {
    // The storm is harder on its own members than on those of the mill.
    if (!(error instanceof BusUnreachable)) throw error;
    return 0;
  } finally {
    if (how.dies) await road.down();
    await bus.close();
    await road.close();
  }
}

function storm(ground: ServiceGround, first: number): Blow {
  return {
    name: 'storm of members',
    strike: async () => {
      const members = Array.from({ length: inStorm }, (_, place) => {
        const part = groups[(first + place) % groups.length] ?? groups[0];
        const how = { lifeMs: 300 + ground.random() * 3_000, dies: ground.random() < 0.4 };
        return part === undefined ? 0 : comeAndGo(ground, part, how);
      });
      const taken = await Promise.all(members);
      ground.tell(
        `${inStorm} members came and went with ${taken.reduce((sum, one) => sum + one, 0)} messages that they had taken`,
      );
    },
  };
}

/** F5: members join the groups of the stages, take messages and leave or die, all the time. */
export function rebalance(ground: ServiceGround): ServicePlan {
  const storms = Math.ceil(ground.dose / inStorm);
  return {
    articles: Math.max(300, storms * 80),
    seconds: storms * 7,
    copies: { clean: 2, index: 2 },
    between: [200, 1_500],
    blows: Array.from({ length: storms }, (_, number) => storm(ground, number * inStorm)),
  };
}
