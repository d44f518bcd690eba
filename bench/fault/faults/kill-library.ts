import { libraryProcessOf } from '../../../test/faults/library-process-of.ts';
import { millDrill, type MillBlow } from '../../../test/faults/mill-drill.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';
import { untilSearched } from './until-searched.ts';

/** F1: SIGKILL of the process that has the library, again and again; the mill around it stays. */
export async function killLibrary({ dose, seed, folder }: FaultRun): Promise<FaultFindings> {
  const articles = Math.max(60, Math.min(2_000, dose * 10));
  const stallsMs: number[] = [];
  const victims = new Set<number>();
  const mills = new Set<number | undefined>();
  const kill: MillBlow = async ({ mill }) => {
    mills.add(mill.process.pid);
    const victim = await libraryProcessOf(mill);
    victims.add(victim);
    process.kill(victim, 'SIGKILL');
    const killedAt = performance.now();
    await untilSearched(mill.address);
    stallsMs.push(performance.now() - killedAt);
    return mill;
  };
  const verdict = await millDrill({
    articles,
    seed,
    folder,
    blows: Array.from({ length: dose }, () => kill),
    between: [30, 1_500],
    limitMs: 900_000,
  });
  return {
    articles,
    verdict,
    stallsMs,
    extra: { 'library processes that died': `${victims.size}, under ${mills.size} mill` },
    broken: [
      ...(verdict.exitCode === 0 ? [] : [`the mill ended with ${verdict.exitCode} on SIGTERM`]),
      ...(victims.size === dose ? [] : [`only ${victims.size} of ${dose} kills met a new process`]),
    ],
  };
}
