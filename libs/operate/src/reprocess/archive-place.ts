import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { jsonOf, readIfThere, writeInOneStep } from '../one-step-file.ts';

/** How far an ended run has got, and of which work: another filter or other sources begin anew. */
const Place = z.object({ work: z.string(), cursor: z.string() });

/** Where the run of this work was ended; undefined: it begins. */
export async function readArchivePlace(path: string, work: string): Promise<string | undefined> {
  const text = await readIfThere(path);
  // A file that somebody else wrote is none either.
  const place = text === undefined ? undefined : Place.safeParse(jsonOf(text)).data;
  return place?.work === work ? place.cursor : undefined;
}

/** Keeps the place, in one step; without a cursor the work is done and the place forgotten. */
export async function keepArchivePlace(
  path: string,
  work: string,
  cursor: string | undefined,
): Promise<void> {
  if (cursor === undefined) return rm(path, { force: true });
  await writeInOneStep(path, `${JSON.stringify({ work, cursor })}\n`);
}
