import { z } from 'zod';
import { noteTable, type DeclaredNote } from './note-table.ts';

/** What every line of the log has. */
export const logLineFields = {
  level: z.enum(['debug', 'info', 'warn', 'error']).describe('How loud the line is.'),
  time: z.iso.datetime({ precision: 3 }).describe('When it was written, ISO 8601 in UTC.'),
  service: z
    .string()
    .min(1)
    .describe('What the process runs: `mill` for all of it, else its roles, joined by `+`.'),
  host: z.string().min(1).describe('Name of the machine or container.'),
  pid: z.int().positive().describe('Number of the process there.'),
  traceId: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional()
    .describe('Trace of the message that is worked on, as in its `traceparent`; absent where there is none.'),
  msg: z.string().describe('Name of the note.'),
};

const kinds = { text: z.string(), number: z.number(), 'yes-no': z.boolean() };

function lineOf(name: string, { level, fields }: DeclaredNote) {
  const own = Object.entries(fields).map(([field, kind]) => [field, kinds[kind]] as const);
  return z.strictObject({
    ...logLineFields,
    level: z.literal(level),
    msg: z.literal(name),
    ...Object.fromEntries(own),
  });
}

/** A line of the log: one of the notes of the table, with what every line has, and nothing else. */
export const LogLine = z.union(Object.entries(noteTable).map(([name, note]) => lineOf(name, note)));
export type LogLine = z.output<typeof LogLine>;
