import { liftBrakes } from '@newsmill/runtime';
import type { State } from '@newsmill/store';
import { noteChange } from '../changes/note-change.ts';
import type { FolderPorts } from '../mill-ports.ts';
import { Refusal } from '../refusal.ts';

/** A source whose brake was taken off. */
export interface LiftedBrake {
  readonly sourceId: string;
  /** What stood; absent where the source was free. */
  readonly lifted?: {
    /** Until when its pages would have waited, epoch milliseconds. */
    readonly until: number;
    /** How often in a row it was braked. */
    readonly strikes: number;
    readonly stages: readonly string[];
  };
}

/**
 * Takes the brake off a source whose pages cost too much: its next page is handled at once. Pages that wait
 * for the end of the brake come at that time. Refuses with unknown-source.
 */
export async function liftBrake(
  {
    state,
    folder,
    now,
  }: {
    readonly state: Pick<State, 'read' | 'write'>;
    readonly folder: Pick<FolderPorts['folder'], 'sources'>;
    now(): number;
  },
  sourceId: string,
): Promise<LiftedBrake> {
  if (!folder.sources().some(({ id }) => id === sourceId))
    throw new Refusal('unknown-source', `There is no source ${JSON.stringify(sourceId)}.`);
  const lifted = await liftBrakes(state, sourceId, now());
  if (lifted === undefined) return { sourceId };
  await noteChange({ what: 'brake-lifted', subject: sourceId });
  return { sourceId, lifted };
}
