import { viewProcesses, type ProcessesView } from '@newsmill/contracts';
import type { StateReader } from '@newsmill/store';

/**
 * Reads which processes have announced themselves, what none of them runs, and what does not move.
 * @param ports.settings.stuckAfter Work that has not moved for so many milliseconds is stuck.
 */
export async function readProcesses(ports: {
  readonly state: Pick<StateReader, 'announcements'>;
  readonly settings: { readonly stuckAfter: number };
  now(): number;
}): Promise<ProcessesView> {
  const now = ports.now();
  return viewProcesses(await ports.state.announcements(now), ports.settings.stuckAfter, now);
}
