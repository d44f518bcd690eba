import { millDrill, type MillBlow, type MillDrill, type MillVerdict } from './mill-drill.ts';

export interface KillDrill extends Omit<MillDrill, 'blows'> {
  readonly kills: number;
  /** SIGTERM instead of SIGKILL. */
  readonly isGentle?: boolean;
}

export interface KillVerdict extends MillVerdict {
  /** Of each kill, the time until a process serves again, milliseconds. */
  readonly stallsMs: readonly number[];
  /** Of each kill, how long the process took to end, milliseconds, and its exit code. */
  readonly ends: readonly { readonly ms: number; readonly code: number | null }[];
}

/** Kills the process of a mill again and again while it works; see `millDrill`. */
export async function killDrill({ kills, isGentle = false, ...drill }: KillDrill): Promise<KillVerdict> {
  const stallsMs: number[] = [];
  const ends: { ms: number; code: number | null }[] = [];
  const kill: MillBlow = async ({ mill, start }) => {
    const killedAt = performance.now();
    const code = isGentle ? await mill.stop() : await mill.kill().then(() => null);
    ends.push({ ms: performance.now() - killedAt, code });
    const next = await start();
    stallsMs.push(performance.now() - killedAt);
    return next;
  };
  const verdict = await millDrill({ ...drill, blows: Array.from({ length: kills }, () => kill) });
  return { ...verdict, stallsMs, ends };
}
