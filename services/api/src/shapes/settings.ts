import { z } from 'zod';

/** Which settings are asked for. */
export const SettingsQuery = z.strictObject({
  q: z
    .string()
    .max(200)
    .default('')
    .describe('Words that name, group, meaning or value of a setting have, all of them.'),
  show: z
    .enum(['all', 'set'], { error: 'one of all, set' })
    .default('all')
    .describe('`set`: those alone that do not stand at their default.'),
});
export type SettingsQuery = z.output<typeof SettingsQuery>;
