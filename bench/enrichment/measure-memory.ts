import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { memoryFlags } from '../../tools/setup.mjs';

/**
 * Megabytes of a process. `heap`: live objects after a collection; `resident`: all that the system holds for
 * it.
 */
export interface Memory {
  readonly step: string;
  readonly heap: number;
  readonly resident: number;
}

/**
 * What a process that enriches holds: as it starts, with all enrichers loaded and used once, and after many
 * articles. A process of its own under the bounds of an enriching thread, so that nothing else counts.
 */
export function measureMemory(folder: string): readonly Memory[] {
  const child = fileURLToPath(new URL('./enrich-many.ts', import.meta.url));
  const run = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=256',
      ...memoryFlags,
      '--conditions=newsmill-source',
      '--disable-warning=ExperimentalWarning',
      child,
      folder,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (run.status !== 0) throw new Error(`the process that measures memory ended with ${String(run.status)}`);
  return JSON.parse(run.stdout);
}

/** The steps as lines of text. */
export function showMemory(steps: readonly Memory[]): string {
  return steps
    .map(
      ({ step, heap, resident }) =>
        `${step.padEnd(40)} ${String(heap).padStart(4)} MB live, ${String(resident).padStart(4)} MB resident`,
    )
    .join('\n');
}
