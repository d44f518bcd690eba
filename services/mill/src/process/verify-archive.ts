import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { Role } from '@newsmill/runtime';
import { periodicRole } from './periodic-role.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A process that began today's part is given so long before another takes it over, milliseconds. */
const patienceMs = 6 * hourMs;
/** What is read in a second at most, bytes: pages are fetched and cleaned meanwhile. */
const pace = 4_000_000;

/** The day of a pass on which a file has its turn. */
const turnOf = (name: string, days: number): number =>
  createHash('sha256').update(name).digest().readUInt32BE() % days;

/**
 * Reads a part of the archive each day and compares every page with its digest, so that all of it is read once
 * in `NEWSMILL_ARCHIVE_VERIFY`. Of several processes one does today's part.
 */
export const verifyArchive: Role = periodicRole(
  { name: 'archive-verify', takes: ['archiveVerify'], everyMs: hourMs },
  async ({ archive, registry, settings, metrics, note, now }, signal) => {
    if (settings.archiveVerify === 0) return;
    const {
      keepArchiveDamage,
      keepArchiveLook,
      listArchiveDamage,
      paced,
      takeArchiveTurn,
      verifyArchive: verify,
    } = await import('@newsmill/operate');
    const show = async () => metrics.archiveDamaged.set((await listArchiveDamage(registry)).length);
    const days = Math.max(1, Math.round(settings.archiveVerify / dayMs));
    const day = Math.floor(now() / dayMs);
    const turn = await takeArchiveTurn(registry, { day, now: now(), patienceMs });
    await show();
    if (turn === undefined) return;
    const verified = await verify(archive, {
      isTurn: (name) => turnOf(name, days) === day % days,
      rest: paced(pace, signal),
      signal,
    });
    await keepArchiveDamage(registry, verified, now());
    if (!signal.aborted) {
      const { read, there, records, whole, bytes } = verified;
      const found = { files: read.length, filesThere: there.length, records, whole, bytes };
      await keepArchiveLook(registry, { at: now(), host: hostname(), days, ...found });
    }
    for (const { file, offset, problem, url = '' } of verified.damaged)
      note('archive.damaged', { place: `${file}:${offset}`, problem, url });
    await show();
    if (!signal.aborted) await turn.done();
  },
);
