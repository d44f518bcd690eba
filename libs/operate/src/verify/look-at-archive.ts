import { setTimeout as sleep } from 'node:timers/promises';
import type { Archive, Library, Registry } from '@newsmill/store';
import { keepArchiveDamage, listArchiveDamage } from './archive-damage.ts';
import { damagedPlaces, type DamagedPlace } from './damaged-places.ts';
import { findLostPages } from './find-lost-pages.ts';
import { paced } from './paced.ts';
import { verifyArchive, type ArchiveVerified } from './verify-archive.ts';

/** Between two questions to the library, milliseconds: five hundred articles each. */
const restMs = 20;

export interface LookPorts {
  readonly archive: Archive;
  readonly library: Pick<Library, 'origins'>;
  readonly registry: Registry;
  now(): number;
}

export interface LookOptions {
  /** Which files are read. */
  readonly isTurn: (name: string) => boolean;
  /** Bytes of the archive in a second, at most. */
  readonly pace: number;
  readonly signal: AbortSignal;
}

/** What a look at a part of an archive came to. */
export interface ArchiveLooked {
  readonly verified: ArchiveVerified;
  /** What is to be told: what was read and is damaged, and what else was not known so far. */
  readonly told: readonly DamagedPlace[];
  /** Why it is not known which files and pages are gone. */
  readonly problem?: string;
}

/**
 * Reads a part of the archive, asks the library which files and pages of all of it are gone, and keeps what it finds.
 * Where the library cannot be asked, or most of the archive is away, what the files say is kept alone.
 */
export async function lookAtArchive(
  { archive, library, registry, now }: LookPorts,
  { isTurn, pace, signal }: LookOptions,
): Promise<ArchiveLooked> {
  const known = new Set(damagedPlaces(await listArchiveDamage(registry)).map(({ place }) => place));
  const verified = await verifyArchive(archive, { isTurn, rest: paced(pace, signal), signal });
  const rest = () => sleep(restMs, undefined, { signal });
  const asked = await findLostPages({
    archive,
    library,
    registry,
    damaged: verified.damaged,
    signal,
    rest,
  }).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  const isWhole = typeof asked !== 'string';
  const damaged = isWhole ? asked : verified.damaged;
  await keepArchiveDamage(registry, { ...verified, damaged, isWhole }, now());
  const read = new Set(damagedPlaces(verified.damaged).map(({ place }) => place));
  const told = damagedPlaces(damaged).filter(({ place }) => read.has(place) || !known.has(place));
  return { verified, told, ...(isWhole || signal.aborted ? {} : { problem: asked }) };
}
