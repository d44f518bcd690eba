import { nextQuotaDay, quotaDay, quotaLiftKey, type QuotaKind } from '@newsmill/contracts';
import { liftBrakes } from '@newsmill/runtime';
import { quotaOfMill } from '@newsmill/settings';
import type { State } from '@newsmill/store';
import { noteChange } from '../changes/note-change.ts';
import type { FolderPorts } from '../mill-ports.ts';
import { Refusal } from '../refusal.ts';
import { useViewKeys, viewUse } from './view-use.ts';

/** A source that need wait no longer. */
export interface LiftedBrake {
  readonly sourceId: string;
  /** The brake that stood; absent where it was not braked. */
  readonly lifted?: {
    /** Until when its pages would have waited, epoch milliseconds. */
    readonly until: number;
    /** How often in a row it was braked. */
    readonly strikes: number;
    readonly stages: readonly string[];
  };
  /** Quotas that were used up and are lifted for today; absent where none was. */
  readonly liftedQuotas?: readonly QuotaKind[];
}

interface LiftPorts {
  readonly state: Pick<State, 'read' | 'write'>;
  readonly folder: Pick<FolderPorts['folder'], 'sources'>;
  /** What the mill says that every source may use a day; without it nothing. */
  readonly settings?: Parameters<typeof quotaOfMill>[0];
  /** Epoch milliseconds. */
  now(): number;
}

/** Lets a source go on today that has used what it may use; answers what it had used up. */
async function liftQuotas(
  { state, settings, now }: LiftPorts,
  source: Parameters<typeof viewUse>[0],
): Promise<readonly QuotaKind[] | undefined> {
  const at = now();
  const entries = await state.read(useViewKeys(source.id, at), at);
  const { waitsUntil, usedUp } = viewUse(
    source,
    settings === undefined ? {} : quotaOfMill(settings),
    entries,
    at,
  );
  if (waitsUntil === undefined) return undefined;
  await state.write([{ key: quotaLiftKey(source.id), value: quotaDay(at), expiresAt: nextQuotaDay(at) }]);
  await noteChange({ what: 'quotas-lifted', subject: source.id });
  return usedUp;
}

/**
 * Takes the brake off a source whose pages cost too much: its next page is handled at once. Pages that wait come
 * within minutes; those that are fetched already, within the last rung of the retry ladder. Where it has used what it
 * may use a day, that does not hold for the rest of the day: its pages go on within minutes. Refuses with
 * unknown-source.
 */
export async function liftBrake(ports: LiftPorts, sourceId: string): Promise<LiftedBrake> {
  const source = ports.folder.sources().find(({ id }) => id === sourceId);
  if (source === undefined)
    throw new Refusal('unknown-source', `There is no source ${JSON.stringify(sourceId)}.`);
  const lifted = await liftBrakes(ports.state, sourceId, ports.now());
  if (lifted !== undefined) await noteChange({ what: 'brake-lifted', subject: sourceId });
  const liftedQuotas = await liftQuotas(ports, source);
  return {
    sourceId,
    ...(lifted === undefined ? {} : { lifted }),
    ...(liftedQuotas === undefined ? {} : { liftedQuotas }),
  };
}
