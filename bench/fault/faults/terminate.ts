import { killDrill } from '../../../test/kill-drill.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';

/** F3: SIGTERM while there is work. What is in flight is finished or given back, and the exit code is 0. */
export async function terminate({ dose, seed, folder }: FaultRun): Promise<FaultFindings> {
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
