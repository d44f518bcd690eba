import { z } from 'zod';

/** How extensions and their facts are called. */
export const extensionName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'lower-case letters, digits and -, 2 to 40 of them, a letter first');

/** An extension in the setting: its articles wait for it, or (`-name`) go on without it. */
export interface Extension {
  readonly name: string;
  readonly isSkipped: boolean;
}

/** The extensions of the setting, in their order: `name`, or `-name` for one that is not waited for. */
export const Extensions = z
  .array(z.string().transform((word) => ({ name: word.replace(/^-/, ''), isSkipped: word.startsWith('-') })))
  .pipe(z.array(z.object({ name: extensionName, isSkipped: z.boolean() })).max(10))
  .refine((list) => new Set(list.map((entry) => entry.name)).size === list.length, 'each name once');
