import { exportFormats } from '@newsmill/contracts';
import { z } from 'zod';
import { exportFields } from '../export/export-changes.ts';
import { flag, SearchQuery } from './parameters.ts';

const fieldNames = z
  .string()
  .refine((name) => exportFields.includes(name), { error: `one of ${exportFields.join(', ')}` });

/** What `GET /api/v1/export` and `newsmill export` take. */
export const ExportQuery = SearchQuery.pick({ q: true, source: true, language: true, from: true, to: true })
  .extend({
    format: z
      .enum(exportFormats, { error: `one of ${exportFormats.join(', ')}` })
      .default('ndjson')
      .describe(
        'ndjson: one JSON article a line; ninjs: one item of IPTC ninjs 3.1 a line; csv: RFC 4180, safe to open in a spreadsheet.',
      ),
    q: SearchQuery.shape.q.describe(
      'Only articles that match, as in a search. Tombstones are always included.',
    ),
    since: z
      .string()
      .min(1)
      .max(2_000)
      .optional()
      .describe('Cursor of an earlier export: only what changed after it.'),
    until: z.iso
      .datetime({ offset: true, error: 'a time such as 2026-11-24T16:20:00Z' })
      .optional()
      .describe('Only what entered the library before this time.'),
    fields: z
      .preprocess(
        (value) =>
          typeof value === 'string'
            ? value
                .split(',')
                .map((name) => name.trim())
                .filter((name) => name !== '')
            : value,
        z.array(fieldNames).min(1).max(100).optional(),
      )
      .describe('Fields of each article, comma-separated; not with ninjs.'),
    collapse: flag.describe('Leave out articles that are near copies of another.'),
    use: z
      .enum(['export', 'training'], { error: 'export or training' })
      .default('export')
      .describe(
        'What it is for: training also leaves out the texts that are reserved against training a model.',
      ),
    bom: flag.describe('A byte order mark before a CSV, for spreadsheets that need one.'),
  })
  .refine(({ format, fields }) => format !== 'ninjs' || fields === undefined, {
    path: ['fields'],
    error: 'a ninjs item is always whole',
  });
export type ExportQuery = z.output<typeof ExportQuery>;
