import { noteTable, type Note } from '@newsmill/contracts';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.ts';

/** Makes the one function by which a process speaks: each call is a line of the log and a count. */
export function createNote(logger: Logger, metrics: Metrics): Note {
  return (name, fields) => {
    metrics.notes.inc({ note: name });
    const values: object = fields;
    logger[noteTable[name].level](values, name);
  };
}
