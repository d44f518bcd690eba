import { serviceNames } from '@newsmill/contracts';
import { millDrill, type MillBlow } from '../../../test/faults/mill-drill.ts';
import type { Services } from '../../../test/processes/start-services.ts';
import type { FaultFindings, FaultRun, Hindrance } from '../fault.ts';
import { faultServices, type ServiceGround, type ServicePlan } from '../fault-services.ts';
import { buildBefore, historyHindrance, present } from './build-before.ts';

/** Puts each process in place of one of another version while it works; no service is away but the API. */
async function roll(services: Services, checkout: string): Promise<void> {
  services.startFrom(checkout);
  for (const name of serviceNames) {
    if (name === 'api') {
      await services.end(name);
      await services.start(name);
      continue;
    }
    await services.start(name);
    await services.endOldest(name);
  }
}

/** Commits of the short dose. */
const shortDose = 20;

const secondsOfRoll = 40;
const rolls = 4;

/** Back to an earlier version and forth again, twice, service by service, with messages under way. */
function upgradeServices({ dose, folder, tell }: ServiceGround): ServicePlan {
  let before: Promise<string> | undefined;
  return {
    articles: 1_000,
    seconds: rolls * secondsOfRoll,
    between: [3_000, 6_000],
    blows: Array.from({ length: rolls }, (_, number) => {
      const isBack = number % 2 === 0;
      return {
        name: isBack ? 'downgrade' : 'upgrade',
        strike: async (services) => {
          before ??= buildBefore(dose, folder);
          const checkout = isBack ? await before : present;
          tell(
            `${number + 1}: ${isBack ? `to the version of ${dose} commits ago` : 'to the version of now'}`,
          );
          await roll(services, checkout);
        },
      };
    }),
  };
}

/** Why there is no earlier version here to go to. */
export const upgradeHindrance = (): Hindrance | undefined => historyHindrance(shortDose);

/**
 * A mill folder is handed to an earlier version and back, again and again, with articles under way: by a stop, and
 * every second pair of times by a death, after which the other version finds what was left.
 */
async function upgradeMill({ dose, seed, folder, tell }: FaultRun): Promise<FaultFindings> {
  const before = await buildBefore(dose, folder);
  const stallsMs: number[] = [];
  const broken: string[] = [];
  // Times that the folder goes to the earlier version or comes back.
  const handovers = dose <= shortDose ? 4 : 20;
  const articles = handovers * 30;
  const blows = Array.from({ length: handovers }, (_, number): MillBlow => {
    const isBack = number % 2 === 0;
    const isDeath = number % 4 > 1;
    return async ({ mill, start }) => {
      const from = performance.now();
      const code = isDeath ? await mill.kill().then(() => 0) : await mill.stop();
      if (code !== 0) broken.push(`the mill ended with ${code} before handover ${number + 1}`);
      const next = await start(isBack ? { checkout: before } : {});
      stallsMs.push(performance.now() - from);
      tell(
        `${number + 1}: ${isBack ? `to the version of ${dose} commits ago` : 'to the version of now'}, after a ${isDeath ? 'death' : 'stop'}`,
      );
      return next;
    };
  });
  const drill = {
    articles,
    seed,
    folder,
    blows,
    between: [500, 4_000],
    limitMs: 900_000,
  } as const;
  const verdict = await millDrill(drill);
  if (verdict.exitCode !== 0) broken.push(`the mill ended with ${verdict.exitCode} on SIGTERM`);
  return { articles, verdict, stallsMs, extra: { handovers: String(handovers) }, broken };
}

/** F15: an earlier version and the present one in turn, with articles under way. */
export function upgrade(run: FaultRun): Promise<FaultFindings> {
  return run.form === 'embedded' ? upgradeMill(run) : faultServices(upgradeServices)(run);
}
