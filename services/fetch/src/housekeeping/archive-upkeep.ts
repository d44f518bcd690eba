import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import type { Note } from '@newsmill/contracts';
import type { Metrics } from '@newsmill/runtime';
import { Every, METRICS, NOTE, PORTS, SETTINGS, type Ports } from '@newsmill/runtime/nest';
import { inspectData } from '@newsmill/service';
import type { Settings } from '@newsmill/settings';

const dayMs = 86_400_000;
/** A process that began today's part is given so long before another takes it over, milliseconds. */
const patienceMs = 21_600_000;
/** What is read of the archive in a second at most, bytes: pages are fetched and cleaned meanwhile. */
const pace = 4_000_000;
/** The same where somebody waits. */
const askedPace = 8_000_000;

/** The day of a pass on which a file has its turn. */
const turnOf = (name: string, days: number): number =>
  createHash('sha256').update(name).digest().readUInt32BE() % days;

/** Keeps the archive within its limits, and its pages whole. */
@Injectable()
export class ArchiveUpkeep {
  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(METRICS) private readonly metrics: Metrics,
    @Inject(NOTE) private readonly note: Note,
  ) {}

  @Every('10m', 'archive-limits')
  async prune(): Promise<void> {
    const { pruneArchiveFiles } = await import('@newsmill/operate');
    const { archiveMaxAge: maxAgeMs, archiveMaxBytes: maxBytes } = this.settings;
    const pruned = await pruneArchiveFiles(this.ports, { now: this.ports.now(), maxAgeMs, maxBytes });
    if (pruned.files > 0) this.note('archive.pruned', pruned);
  }

  /**
   * Reads a part of the archive each day and compares every page with its digest, so that all of it is read once
   * in `NEWSMILL_ARCHIVE_VERIFY`, and asks the library which files and pages of all of it are gone. Of several
   * processes one does today's part.
   */
  @Every('1h', 'archive-verify')
  async verify(signal: AbortSignal): Promise<void> {
    const { registry, now } = this.ports;
    const { archiveVerify } = this.settings;
    if (archiveVerify === 0) return;
    const { keepArchiveLook, lookAtArchive, takeArchiveTurn } = await import('@newsmill/operate');
    const days = Math.max(1, Math.round(archiveVerify / dayMs));
    const day = Math.floor(now() / dayMs);
    const turn = await takeArchiveTurn(registry, { day, now: now(), patienceMs });
    await this.#showDamage();
    if (turn === undefined) return;
    const { verified, told, problem } = await lookAtArchive(this.#verifying, {
      isTurn: (name) => turnOf(name, days) === day % days,
      pace,
      signal,
    });
    if (!signal.aborted) {
      const { read, there, records, whole, bytes } = verified;
      const found = { files: read.length, filesThere: there.length, records, whole, bytes };
      await keepArchiveLook(registry, { at: now(), host: hostname(), days, ...found });
    }
    this.#tell(told);
    if (problem !== undefined) this.note('archive.unasked', { problem });
    await this.#showDamage();
    if (!signal.aborted) await turn.done();
  }

  /**
   * Carries out the verification that somebody asks for through the API or the console; of several processes the
   * one that takes it first.
   */
  @Every('5s', 'verification')
  async answer(signal: AbortSignal): Promise<void> {
    const { carryOutVerification, damagedPlaces, takeVerification } = await import('@newsmill/operate');
    const verification = await takeVerification(this.#verifying, hostname());
    if (verification === undefined) return;
    const { damaged } = await carryOutVerification(this.#verifying, verification, {
      inspect: () => inspectData(this.settings),
      pace: askedPace,
      signal,
    });
    this.#tell(damagedPlaces(damaged));
    await this.#showDamage();
  }

  get #verifying() {
    const { ports, settings, metrics, note } = this;
    return { ...ports, settings, metrics, note };
  }

  #tell(
    places: readonly { readonly place: string; readonly problem: string; readonly url?: string }[],
  ): void {
    for (const { place, problem, url = '' } of places) this.note('archive.damaged', { place, problem, url });
  }

  async #showDamage(): Promise<void> {
    const { listArchiveDamage } = await import('@newsmill/operate');
    this.metrics.archiveDamaged.set((await listArchiveDamage(this.ports.registry)).length);
  }
}
