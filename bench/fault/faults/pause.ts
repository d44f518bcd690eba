import { setTimeout as sleep } from 'node:timers/promises';
import { libraryProcessOf } from '../../../test/faults/library-process-of.ts';
import { millDrill, type MillBlow, type MillGround } from '../../../test/faults/mill-drill.ts';
import type { Services } from '../../../test/processes/start-services.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';
import { faultServices, type ServiceGround, type ServicePlan } from '../fault-services.ts';
import { untilSearched } from './until-searched.ts';

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

/** One of two copies stands still until others have its work; then it wakes and goes on where it was. */
function pauseServices(ground: ServiceGround): ServicePlan {
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

/** Longer than a claim of fetch lasts (15 s), which the mill would else renew. */
const millPauseMs = 17_000;
const libraryPauseMs = 5_000;

/** Whether a second mill is kept off the folder of one that stands still; what it did instead, where it is not. */
async function intruderOf(start: MillGround['start']): Promise<string | undefined> {
  try {
    const second = await start({ log: [] });
    await second.kill();
    return 'a second mill has started on the folder of one that stood still';
  } catch (error) {
    const said = String(error);
    return said.includes('code 75') ? undefined : `a second start was not refused as busy: ${said}`;
  }
}

/** SIGCONT, where the process is still there: a mill ends one that has its library and does not answer a search. */
function wake(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** In turn the process that has the library stands still, and the whole mill for longer than its claims last. */
async function pauseMill({ dose, seed, folder, tell }: FaultRun): Promise<FaultFindings> {
  const articles = Math.max(60, dose * 20);
  const stallsMs: number[] = [];
  const broken: string[] = [];
  const pauseOf =
    (isLibrary: boolean): MillBlow =>
    async ({ mill, start }) => {
      const library = await libraryProcessOf(mill);
      const all = isLibrary ? [library] : [mill.process.pid ?? library, library];
      tell(`${isLibrary ? 'the library' : 'the mill'} stands still`);
      for (const pid of all) process.kill(pid, 'SIGSTOP');
      try {
        const intruder = isLibrary ? undefined : await intruderOf(start);
        if (intruder !== undefined) broken.push(intruder);
        await sleep(isLibrary ? libraryPauseMs : millPauseMs);
      } finally {
        for (const pid of all) wake(pid);
      }
      const wokeAt = performance.now();
      await untilSearched(mill.address);
      stallsMs.push(performance.now() - wokeAt);
      return mill;
    };
  const verdict = await millDrill({
    articles,
    seed,
    folder,
    blows: Array.from({ length: dose }, (_, number) => pauseOf(number % 2 === 0)),
    between: [100, 2_000],
    limitMs: 900_000,
  });
  if (verdict.exitCode !== 0) broken.push(`the mill ended with ${verdict.exitCode} on SIGTERM`);
  return { articles, verdict, stallsMs, broken };
}

/** F2: SIGSTOP, and SIGCONT when others have the work or the claims have run out. */
export function pause(run: FaultRun): Promise<FaultFindings> {
  return run.form === 'embedded' ? pauseMill(run) : faultServices(pauseServices)(run);
}
