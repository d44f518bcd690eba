import { serviceNames } from '@newsmill/contracts';
import { killDrill } from '../../../test/faults/kill-drill.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';
import { faultServices, type ServiceGround, type ServicePlan } from '../fault-services.ts';

async function terminateMill({ dose, seed, folder }: FaultRun): Promise<FaultFindings> {
  const articles = Math.max(60, Math.min(2_000, dose * 20));
  const verdict = await killDrill({
    articles,
    kills: dose,
    seed,
    folder,
    between: [100, 2_500],
    limitMs: 900_000,
    isGentle: true,
  });
  const took = verdict.ends.map(({ ms }) => ms);
  const codes = [...verdict.ends.map(({ code }) => code), verdict.exitCode];
  return {
    articles,
    verdict,
    stallsMs: took,
    extra: { 'longest stop': `${(Math.max(...took) / 1_000).toFixed(1)} s` },
    broken: codes.flatMap((code, stop) => (code === 0 ? [] : [`stop ${stop + 1} ended with code ${code}`])),
  };
}

/** The services in turn, whichever is next by chance. */
function terminateServices({ dose, random, tell }: ServiceGround): ServicePlan {
  const took: number[] = [];
  const codes: { readonly name: string; readonly code: number | null }[] = [];
  const order = Array.from({ length: dose }, (_, number) => ({
    name: serviceNames[number % serviceNames.length] ?? 'fetch',
    at: random(),
  })).sort((a, b) => a.at - b.at);
  return {
    articles: Math.max(100, Math.min(2_000, dose * 20)),
    // A stop, a start and the pause before them.
    seconds: dose * 5,
    between: [100, 2_000],
    blows: order.map(({ name }, number) => ({
      name: `${name} is told to end`,
      strike: async (services) => {
        const from = performance.now();
        const code = await services.endOldest(name);
        took.push(performance.now() - from);
        codes.push({ name, code });
        tell(`${number + 1}: ${name} ended after ${Math.round(took.at(-1) ?? 0)} ms`);
        await services.start(name);
      },
    })),
    judge: () => ({
      extra: { 'longest stop': `${(Math.max(...took) / 1_000).toFixed(1)} s` },
      broken: codes.flatMap(({ name, code }) => (code === 0 ? [] : [`${name} ended with code ${code}`])),
    }),
  };
}

/** F3: SIGTERM while there is work. What is in flight is finished or given back, and the exit code is 0. */
export function terminate(run: FaultRun): Promise<FaultFindings> {
  return run.form === 'embedded' ? terminateMill(run) : faultServices(terminateServices)(run);
}
