import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';

/** How far an ended run has got, and of which work: another filter or other sources begin anew. */
const Place = z.object({ work: z.string(), cursor: z.string() });

/** Where the run of this work was ended; undefined: it begins. */
export async function readArchivePlace(path: string, work: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const place = Place.parse(JSON.parse(text));
    return place.work === work ? place.cursor : undefined;
  } catch {
    return undefined; // cut off while it was written: the run begins
  }
}

/** Keeps the place, in one step; without a cursor the work is done and the place forgotten. */
export async function keepArchivePlace(
  path: string,
  work: string,
  cursor: string | undefined,
): Promise<void> {
  if (cursor === undefined) return rm(path, { force: true });
  await writeFile(`${path}.part`, `${JSON.stringify({ work, cursor })}\n`);
  await rename(`${path}.part`, path);
}
