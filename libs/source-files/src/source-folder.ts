import { setTimeout as sleep } from 'node:timers/promises';
import { Source, type SourceInput } from '@newsmill/contracts';
import type { SourceReading } from './read-source-file.ts';
import type { Problem } from './source-problem.ts';
import { withoutDoubles } from './validate-sources.ts';
import { readSourceAt, secretsOf, sourceFilesIn, stampOf } from './read-source-files.ts';
import type { Secrets } from './read-secrets.ts';

/** A mistake in a source file, and what it means for the source. */
export interface FileProblem extends Problem {
  /**
   * `kept`: the source stays as the file had it before; `out`: there is no such source until the file is
   * mended.
   */
  readonly effect: 'kept' | 'out';
}

/** The configured sources. A file with a mistake concerns its own source alone. */
export interface SourceFolder {
  readonly directory: string;
  sources(): readonly Source[];
  sourceOf(id: string): Source | undefined;
  /** Mistakes in the files as they are now. */
  problems(): readonly FileProblem[];
  /**
   * Whether it cannot be told now what the keeper wants of this source: its file has a mistake, or is just
   * being written. Nothing of it may be dropped.
   */
  isUnsure(id: string): boolean;
  /**
   * Looks for changed files each second until the signal; calls back after a change was taken over, or
   * refused.
   */
  watch(signal: AbortSignal, changed: () => Promise<void>): Promise<void>;
}

export interface SourceFolderOptions {
  /** Sources that are made by the program (the demonstration paper). */
  readonly builtIn?: readonly SourceInput[];
  /** Sources of the program that are away for this time. */
  readonly isHeld?: (id: string) => boolean;
  /** Where requests are sent: a source whose secrets are not set is a mistake. */
  readonly secrets?: Secrets;
}

/** What is known of one file. */
interface KnownFile {
  readonly stamp: string;
  readonly reading: SourceReading;
  /** The source as the file had it last without a mistake. */
  readonly good: Source | undefined;
  /** Just written, or gone for one look: it may be half written, or is being replaced. */
  readonly isUnsettled: boolean;
}

/** A file that was written so short a time ago may still be written to, milliseconds. */
const youngMs = 2_000;

function isYoung(stamp: string, now: number): boolean {
  return Math.abs(now - Number.parseFloat(stamp)) < youngMs;
}

/** What the files of a folder say, kept from look to look. */
class FolderMemory {
  readonly #directory: string;
  readonly #options: SourceFolderOptions;
  #files = new Map<string, KnownFile>();
  /** Stamps that were seen once only. */
  #fresh = new Map<string, string>();
  #sources = new Map<string, Source>();
  #problems: readonly FileProblem[] = [];
  #isFolderAway = false;
  /** Sources whose files have mistakes or are unsettled. */
  #unsure: ReadonlySet<string> = new Set();
  /** Whether there is such a file of which not even the id is known. */
  #isAnyUnsure = false;

  constructor(directory: string, options: SourceFolderOptions) {
    this.#directory = directory;
    this.#options = options;
    this.#take(sourceFilesIn(directory), Date.now());
  }
  get sources(): ReadonlyMap<string, Source> {
    return this.#sources;
  }
  get problems(): readonly FileProblem[] {
    return this.#problems;
  }
  isUnsure(id: string): boolean {
    if (this.#isFolderAway || this.#options.isHeld?.(id) === true) return true;
    return this.#unsure.has(id) || (this.#isAnyUnsure && !this.#sources.has(id));
  }

  /**
   * Looks again; true when something has changed. A folder that cannot be read (an unmounted disk) is a
   * mistake like any other.
   */
  look(): boolean {
    try {
      const paths = sourceFilesIn(this.#directory);
      const wasAway = this.#isFolderAway;
      this.#isFolderAway = false;
      return this.#lookAt(paths) || wasAway;
    } catch (error) {
      const wasAway = this.#isFolderAway;
      this.#isFolderAway = true;
      this.#problems = [
        {
          file: this.#directory,
          line: 1,
          column: 1,
          path: '',
          message: `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
          effect: 'kept',
        },
      ];
      return !wasAway;
    }
  }

  #lookAt(paths: readonly string[]): boolean {
    const isSame =
      paths.length === this.#files.size &&
      paths.every((path) => {
        const known = this.#files.get(path);
        return known !== undefined && !known.isUnsettled && known.stamp === stampOf(path);
      });
    if (!isSame || this.#problems.some(({ file }) => file === this.#directory)) this.#take(paths, undefined);
    return !isSame;
  }

  /** `firstLook`: the time of the first look, which cannot wait for a second one. */
  #take(paths: readonly string[], firstLook: number | undefined): void {
    const fresh = new Map<string, string>();
    const files = paths.map((path): readonly [string, KnownFile] => [
      path,
      this.#fileAt(path, firstLook, fresh),
    ]);
    const there = new Set(paths);
    const gone = [...this.#files].filter(([path]) => !there.has(path));
    for (const [path, file] of gone) {
      // One look without the file may be the middle of its replacement.
      if (file.isUnsettled && file.stamp === '') continue;
      files.push([path, { ...file, stamp: '', isUnsettled: true }]);
    }
    this.#fresh = fresh;
    this.#files = new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    this.#join();
  }

  #fileAt(path: string, firstLook: number | undefined, fresh: Map<string, string>): KnownFile {
    const stamp = stampOf(path);
    const known = this.#files.get(path);
    if (known !== undefined && known.stamp === stamp) return { ...known, isUnsettled: false };
    if (firstLook === undefined && this.#fresh.get(path) !== stamp) {
      fresh.set(path, stamp);
      return known === undefined
        ? { stamp: '-', reading: { path, problems: [] }, good: undefined, isUnsettled: true }
        : { ...known, isUnsettled: true };
    }
    const reading = readSourceAt(path, secretsOf(this.#options.secrets));
    return {
      stamp,
      reading,
      good: reading.source ?? known?.good,
      isUnsettled: stampOf(path) !== stamp || (firstLook !== undefined && isYoung(stamp, firstLook)),
    };
  }

  /** Sources and mistakes of all files together. */
  #join(): void {
    const kept = [...this.#files.values()].map(({ reading, good }) =>
      reading.source === undefined && good !== undefined ? { ...reading, source: good } : reading,
    );
    const joined = withoutDoubles(kept);
    const builtIn = (this.#options.builtIn ?? []).map((input) => Source.parse(input));
    this.#sources = new Map(
      [...builtIn, ...joined.flatMap(({ source }) => source ?? [])].map((source) => [source.id, source]),
    );
    this.#problems = joined.flatMap(({ problems, source }) =>
      problems.map((problem): FileProblem => ({ ...problem, effect: source === undefined ? 'out' : 'kept' })),
    );
    const unsure = [...this.#files.values()]
      .filter(({ reading, isUnsettled }) => isUnsettled || reading.source === undefined)
      .map(({ reading, good }) => [reading.id, good?.id].filter((id) => id !== undefined));
    this.#unsure = new Set(unsure.flat());
    this.#isAnyUnsure = unsure.some((ids) => ids.length === 0);
  }
}

/**
 * Opens a folder of source files. Throws what the system says of a folder that is missing or cannot be read.
 */
export function openSourceFolder(directory: string, options: SourceFolderOptions = {}): SourceFolder {
  const memory = new FolderMemory(directory, options);
  return {
    directory,
    sources: () => [...memory.sources.values()],
    sourceOf: (id) => memory.sources.get(id),
    problems: () => memory.problems,
    isUnsure: (id) => memory.isUnsure(id),
    async watch(signal, changed) {
      while (!signal.aborted) {
        await sleep(1_000, undefined, { signal }).catch(() => undefined);
        if (!signal.aborted && memory.look()) await changed();
      }
    },
  };
}
