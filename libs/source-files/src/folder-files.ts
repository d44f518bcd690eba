import { statSync } from 'node:fs';
import type { Source } from '@newsmill/contracts';
import type { IsSecretSet, SourceReading } from './read-source-file.ts';
import { readSourceAt, sourceFilesIn, stampOf } from './read-source-files.ts';
import { takeTurns } from './turns.ts';

/** What is known of one file. */
export interface KnownFile {
  readonly stamp: string;
  readonly reading: SourceReading;
  /** The source as the file had it last without a mistake. */
  readonly good: Source | undefined;
  /** Just written, or gone for one look: it may be half written, or is being replaced. */
  readonly isUnsettled: boolean;
}

/**
 * Files that a look goes through whatever it was told: of a folder with more of them it takes several looks to see
 * a change that nothing tells of.
 */
export const mostInSweep = 200;

/** A file that was written so short a time ago may still be written to, milliseconds. */
const youngMs = 2_000;

function isYoung(stamp: string, now: number): boolean {
  return Math.abs(now - Number.parseFloat(stamp)) < youngMs;
}

/** Changes when names in the folder come, go or are given to other files, and when it is another folder. */
function folderStampOf(directory: string): string {
  const { mtimeMs, ctimeMs, ino } = statSync(directory);
  return `${mtimeMs}:${ctimeMs}:${ino}`;
}

/** The source files of a folder, kept from look to look. Only what has changed is read again. */
export class FolderFiles {
  readonly #directory: string;
  readonly #isSecretSet: IsSecretSet | undefined;
  /** By path, in the order of the paths. */
  #files = new Map<string, KnownFile>();
  #paths: readonly string[] = [];
  #present: ReadonlySet<string> = new Set();
  /** Stamp of the folder when its names were read. */
  #folderStamp = '';
  /** Where the sweep goes on. */
  #place = 0;
  /** Stamps that were seen once only. */
  readonly #fresh = new Map<string, string>();
  /** What the next look has to see. */
  readonly #unsettled = new Set<string>();

  /** Reads all files. Throws what the system says of a folder that is missing or cannot be read. */
  constructor(directory: string, isSecretSet: IsSecretSet | undefined) {
    this.#directory = directory;
    this.#isSecretSet = isSecretSet;
    const now = Date.now();
    this.#list(folderStampOf(directory));
    for (const path of this.#paths) {
      // The first look cannot wait for a second one.
      const file = this.#read(path, stampOf(path), undefined);
      this.#keep(path, { ...file, isUnsettled: file.isUnsettled || isYoung(file.stamp, now) });
    }
  }

  files(): readonly KnownFile[] {
    return [...this.#files.values()];
  }

  /**
   * Looks at the files that something was heard of, at those that were unsettled, and at a slice of the others; at
   * all of them where names have changed. Answers whether anything has. A changed file is read when two looks have
   * seen the same of it. Throws what the system says of a folder that cannot be read.
   */
  async look(heard: ReadonlySet<string>): Promise<boolean> {
    const stamp = folderStampOf(this.#directory);
    const isOther = stamp !== this.#folderStamp;
    const isNew = [...heard].some((path) => !this.#files.has(path));
    this.#folderStamp = '';
    let isChanged = (isOther || isNew || this.#place === 0) && this.#list(stamp);
    this.#folderStamp = stamp;
    const paths = isOther ? [...this.#files.keys()] : [...this.#unsettled, ...heard, ...this.#slice()];
    const turn = takeTurns();
    for (const path of new Set(paths)) {
      isChanged = this.#lookAt(path) || isChanged;
      await turn();
    }
    return isChanged;
  }

  /** The next files of the sweep. */
  #slice(): readonly string[] {
    const slice = this.#paths.slice(this.#place, this.#place + mostInSweep);
    this.#place = this.#place + mostInSweep < this.#paths.length ? this.#place + mostInSweep : 0;
    return slice;
  }

  /** Reads the names; answers whether some have come or gone. */
  #list(stamp: string): boolean {
    const paths = sourceFilesIn(this.#directory);
    this.#folderStamp = stamp;
    this.#present = new Set(paths);
    const came = paths.filter((path) => !this.#files.has(path));
    const gone = [...this.#files.keys()].filter((path) => !this.#present.has(path));
    this.#paths = paths;
    for (const path of gone) this.#unsettled.add(path);
    if (came.length === 0) return false;
    const known = this.#files;
    this.#files = new Map();
    for (const path of gone.length === 0 ? paths : [...paths, ...gone].toSorted())
      this.#keep(
        path,
        known.get(path) ?? {
          stamp: '-',
          reading: { path, problems: [] },
          good: undefined,
          isUnsettled: true,
        },
      );
    return true;
  }

  #keep(path: string, file: KnownFile): void {
    this.#files.set(path, file);
    if (file.isUnsettled) this.#unsettled.add(path);
    else this.#unsettled.delete(path);
  }

  /** Answers whether something is different. */
  #lookAt(path: string): boolean {
    const known = this.#files.get(path);
    if (known === undefined) return false;
    const file = this.#present.has(path) ? this.#again(path, known) : gone(known);
    if (file === known) return false;
    if (file !== undefined) this.#keep(path, file);
    else {
      this.#files.delete(path);
      this.#unsettled.delete(path);
      this.#fresh.delete(path);
    }
    return true;
  }

  #again(path: string, known: KnownFile): KnownFile {
    const stamp = stampOf(path);
    const isSeenTwice = this.#fresh.get(path) === stamp;
    this.#fresh.delete(path);
    if (known.stamp === stamp) return known.isUnsettled ? { ...known, isUnsettled: false } : known;
    if (isSeenTwice) return this.#read(path, stamp, known);
    this.#fresh.set(path, stamp);
    return known.isUnsettled ? known : { ...known, isUnsettled: true };
  }

  #read(path: string, stamp: string, known: KnownFile | undefined): KnownFile {
    const reading = readSourceAt(path, this.#isSecretSet);
    return {
      stamp,
      reading,
      good: reading.source ?? known?.good,
      isUnsettled: stampOf(path) !== stamp,
    };
  }
}

/** One look without the file may be the middle of its replacement; after two it is gone. */
function gone(known: KnownFile): KnownFile | undefined {
  return known.isUnsettled && known.stamp === '' ? undefined : { ...known, stamp: '', isUnsettled: true };
}
