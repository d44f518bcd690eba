import type { FingerprintCandidate } from '@newsmill/contracts';
import { numberOf, textOf, type Row } from '../../sqlite/columns.ts';
import type { SqliteFile } from '../../sqlite/sqlite-file.ts';
import type { FingerprintEntry } from '../state.ts';
import { WorkingClock } from './working-clock.ts';

const mostCandidates = 32;
/** Members of one band that are counted, the newest. */
const mostInBand = 200;
/** Expired fingerprints that one call takes away at most. */
const mostForgotten = 64;

const schema = `
  CREATE TABLE IF NOT EXISTS fingerprint (place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, expires_at INTEGER NOT NULL, payload TEXT NOT NULL, bands TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS fingerprint_expires ON fingerprint (expires_at);
  CREATE TABLE IF NOT EXISTS band (band TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (band, place)) WITHOUT ROWID;
`;

/** One statement for all bands: each walks its own short list, the newest members of a crowded one. */
const nearestSql = `
  SELECT fingerprint.id, fingerprint.payload, fingerprint.place < ?2 AS earlier FROM (
    SELECT band.place, count(*) AS shared FROM json_each(?1) AS asked CROSS JOIN band ON band.band = asked.value
    WHERE band.place <> ?2 AND band.place >= coalesce((SELECT place FROM band WHERE band = asked.value ORDER BY place DESC LIMIT 1 OFFSET ${mostInBand - 1}), 0)
    GROUP BY band.place ORDER BY shared DESC, band.place LIMIT ${mostCandidates}
  ) AS near JOIN fingerprint ON fingerprint.place = near.place
  WHERE fingerprint.expires_at > ?3 ORDER BY fingerprint.place
`;

interface RecordedFingerprint {
  readonly entry: FingerprintEntry;
  /** When it was recorded, in time worked. */
  readonly now: number;
  readonly place: number;
  readonly before?: string;
}

/**
 * The part of the state that finds near copies. Synchronous: the state runs it within its transactions. The column
 * `expires_at` is in time worked, so that no jump of the clock hides a copy.
 */
export class SqliteFingerprints {
  readonly #file: SqliteFile;
  readonly #clock: WorkingClock;

  constructor(file: SqliteFile) {
    this.#file = file;
    file.execute(schema);
    this.#clock = new WorkingClock(file, 'fingerprint_clock');
  }

  /** When a fingerprint expires, by the clock of the machine, epoch milliseconds. */
  expiryOf(row: Row): number {
    return this.#clock.told(numberOf(row, 'expires_at'));
  }

  /** Records all, and answers what is asked of each afterwards: with `candidatesOf`, in any transaction. */
  record(entries: readonly FingerprintEntry[], at: number): RecordedFingerprint[] {
    const now = this.#clock.look(at);
    const expired = this.#file
      .statement('SELECT place, bands FROM fingerprint WHERE expires_at <= ? ORDER BY expires_at LIMIT ?')
      .all(now, mostForgotten);
    for (const row of expired) this.#forget(numberOf(row, 'place'), readBands(textOf(row, 'bands')));
    return entries.map((entry) => ({ entry, now, ...this.#record(entry, now) }));
  }

  /** The others that share a band; first, under its own id, the payload that stood there before. */
  candidatesOf({ entry, now, place, before }: RecordedFingerprint): FingerprintCandidate[] {
    const candidates = this.#candidates(entry, place, now);
    return before === undefined || before === entry.payload
      ? candidates
      : [{ id: entry.id, payload: before, isEarlier: true }, ...candidates];
  }

  #forget(place: number, bands: readonly string[]): void {
    this.#file.statement('DELETE FROM fingerprint WHERE place = ?').run(place);
    this.#replaceBands(place, bands, []);
  }

  /** Answers the place in the order of recording, and the payload that stood there before. */
  #record(entry: FingerprintEntry, now: number): { readonly place: number; readonly before?: string } {
    const bands = JSON.stringify(entry.bands);
    const known = this.#file
      .statement('SELECT place, expires_at, bands, payload FROM fingerprint WHERE id = ?')
      .get(entry.id);
    if (known !== undefined && numberOf(known, 'expires_at') > now) {
      const place = numberOf(known, 'place');
      this.#file
        .statement('UPDATE fingerprint SET expires_at = ?, payload = ?, bands = ? WHERE place = ?')
        .run(this.#clock.worked(entry.expiresAt), entry.payload, bands, place);
      if (textOf(known, 'bands') !== bands)
        this.#replaceBands(place, readBands(textOf(known, 'bands')), entry.bands);
      return { place, before: textOf(known, 'payload') };
    }
    if (known !== undefined) this.#forget(numberOf(known, 'place'), readBands(textOf(known, 'bands')));
    return { place: this.#insert(entry) };
  }

  /** Puts a fingerprint last in the order, unless its id is known. */
  put(entry: FingerprintEntry): void {
    if (this.#file.statement('SELECT 1 FROM fingerprint WHERE id = ?').get(entry.id) === undefined)
      this.#insert(entry);
  }

  #insert(entry: FingerprintEntry): number {
    const bands = JSON.stringify(entry.bands);
    const made = this.#file
      .statement(
        'INSERT INTO fingerprint (id, expires_at, payload, bands) VALUES (?, ?, ?, ?) RETURNING place',
      )
      .get(entry.id, this.#clock.worked(entry.expiresAt), entry.payload, bands);
    const place = numberOf(made ?? {}, 'place');
    this.#replaceBands(place, [], entry.bands);
    return place;
  }

  #replaceBands(place: number, old: readonly string[], bands: readonly string[]): void {
    if (old.length > 0)
      this.#file
        .statement('DELETE FROM band WHERE place = ?2 AND band IN (SELECT value FROM json_each(?1))')
        .run(JSON.stringify(old), place);
    this.#file
      .statement('INSERT OR IGNORE INTO band (band, place) SELECT value, ?2 FROM json_each(?1)')
      .run(JSON.stringify(bands), place);
  }

  /**
   * Those that share the most bands (a formula that thousands share proves nothing), told in the order of
   * recording.
   */
  #candidates(entry: FingerprintEntry, place: number, now: number): FingerprintCandidate[] {
    const rows = this.#file.statement(nearestSql).all(JSON.stringify(entry.bands), place, now);
    return rows.map((row) => ({
      id: textOf(row, 'id'),
      payload: textOf(row, 'payload'),
      isEarlier: numberOf(row, 'earlier') === 1,
    }));
  }

  clear(): void {
    this.#file.statement('DELETE FROM fingerprint').run();
    this.#file.statement('DELETE FROM band').run();
  }
}

/** The bands of a fingerprint from their column. */
export function readBands(text: string): string[] {
  return JSON.parse(text);
}
