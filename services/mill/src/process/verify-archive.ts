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
 * in `NEWSMILL_ARCHIVE_VERIFY`, and asks the library which files and pages of all of it are gone. Of several
 * processes one does today's part.
 */
export const verifyArchive: Role = periodicRole(
  { name: 'archive-verify', takes: ['archiveVerify'], everyMs: hourMs },
  async (ports, signal) => {
    const { registry, settings, metrics, note, now } = ports;
    if (settings.archiveVerify === 0) return;
    const { keepArchiveLook, listArchiveDamage, lookAtArchive, takeArchiveTurn } = await import(
      '@newsmill/operate'
    );
    const show = async () => metrics.archiveDamaged.set((await listArchiveDamage(registry)).length);
    const days = Math.max(1, Math.round(settings.archiveVerify / dayMs));
    const day = Math.floor(now() / dayMs);
    const turn = await takeArchiveTurn(registry, { day, now: now(), patienceMs });
    await show();
    if (turn === undefined) return;
    const { verified, told, problem } = await lookAtArchive(ports, {
      isTurn: (name) => turnOf(name, days) === day % days,
      pace,
      signal,
    });
    if (!signal.aborted) {
      const { read, there, records, whole, bytes } = verified;
      const found = { files: read.length, filesThere: there.length, records, whole, bytes };
      await keepArchiveLook(registry, { at: now(), host: hostname(), days, ...found });
    }
    for (const { place, problem: fault, url = '' } of told)
      note('archive.damaged', { place, problem: fault, url });
    if (problem !== undefined) note('archive.unasked', { problem });
    await show();
    if (!signal.aborted) await turn.done();
  },
);
