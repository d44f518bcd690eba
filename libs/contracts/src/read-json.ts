import type { z } from 'zod';

/** What a text of JSON says, by its schema; undefined for none, and for one that is another's or broken. */
export function readJson<T>(schema: z.ZodType<T>, text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
