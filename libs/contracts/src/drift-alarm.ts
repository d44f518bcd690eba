import { z } from 'zod';
import { readJson } from './read-json.ts';

/**
 * What stands in the state while what comes from a source differs from what came before. Times in epoch milliseconds.
 */
export const DriftAlarm = z.looseObject({
  /** Registrable domain whose pages differ. */
  site: z.string(),
  /** When the first page was fetched that differs. */
  since: z.int(),
  /** What differs, in a sentence. */
  says: z.string(),
  /** Whether articles are held back, since there is too little to read of them. */
  isHolding: z.boolean(),
  /** When it was over. */
  endedAt: z.int().optional(),
});
export type DriftAlarm = z.output<typeof DriftAlarm>;

/** Key of the alarm of a source in the state. */
export function driftKey(sourceId: string): string {
  return `drift:${sourceId}`;
}

/** An alarm as the state keeps it; undefined for none, one that is over, and what cannot be read. */
export function readDriftAlarm(value: string | undefined): DriftAlarm | undefined {
  const alarm = readJson(DriftAlarm, value);
  return alarm?.endedAt === undefined ? alarm : undefined;
}
