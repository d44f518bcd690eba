import { recordsOf, type Records, type Registry } from '@newsmill/store';
import { z } from 'zod';

const count = z.int().nonnegative();
const place = { at: count, host: z.string() };

/** What the last part of the archive came to that a mill read by itself. Times are epoch milliseconds. */
export const ArchiveLook = z.object({
  ...place,
  days: z.int().positive().describe('All files are read once in so many days.'),
  files: count,
  filesThere: count,
  records: count,
  whole: count.describe('Records without a fault.'),
  bytes: count,
});
export type ArchiveLook = z.output<typeof ArchiveLook>;

/** A file of SQLite that was read whole. */
export const DatabaseFile = z.object({
  file: z.string(),
  problem: z.string().optional().describe('What is damaged; absent: it is whole.'),
});
export type DatabaseFile = z.output<typeof DatabaseFile>;

/** What the last daily look at the files of SQLite came to. */
export const DatabaseLook = z.object({ ...place, files: z.array(DatabaseFile).readonly() });
export type DatabaseLook = z.output<typeof DatabaseLook>;

const keptMs = 400 * 86_400_000;
const last = 'last';

function archiveLooks(registry: Registry): Records<ArchiveLook> {
  return recordsOf(registry, 'archive-look', ArchiveLook);
}

function databaseLooks(registry: Registry): Records<DatabaseLook> {
  return recordsOf(registry, 'database-look', DatabaseLook);
}

/** Keeps what a mill found that read its part of the archive. */
export async function keepArchiveLook(registry: Registry, look: ArchiveLook): Promise<void> {
  await archiveLooks(registry).put(last, look, { expiresAt: look.at + keptMs });
}

/** Keeps what a mill found in its files of SQLite. */
export async function keepDatabaseLook(registry: Registry, look: DatabaseLook): Promise<void> {
  await databaseLooks(registry).put(last, look, { expiresAt: look.at + keptMs });
}

/** What the mill found last when it looked by itself; undefined where it has not looked yet. */
export async function lastLooks(
  registry: Registry,
): Promise<{ readonly archive?: ArchiveLook | undefined; readonly databases?: DatabaseLook | undefined }> {
  const [archive, databases] = await Promise.all([
    archiveLooks(registry).get(last),
    databaseLooks(registry).get(last),
  ]);
  return { archive: archive?.value, databases: databases?.value };
}
