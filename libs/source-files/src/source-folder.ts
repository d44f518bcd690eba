import { setTimeout as sleep } from 'node:timers/promises';
import { Source, type SourceInput } from '@newsmill/contracts';
import { FolderEvents } from './folder-events.ts';
import { FolderFiles } from './folder-files.ts';
import { changedIds, joinFiles, type FileProblem, type JoinedFiles } from './join-files.ts';
import type { Secrets } from './read-secrets.ts';
import { secretsOf } from './read-source-files.ts';

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
   * refused, with the ids of the sources that it may concern: without any where that can be every one, also of
   * sources that are no more.
   */
  watch(signal: AbortSignal, changed: (ids?: ReadonlySet<string>) => Promise<void>): Promise<void>;
}

export interface SourceFolderOptions {
  /** Sources that are made by the program (the demonstration paper). */
  readonly builtIn?: readonly SourceInput[];
  /** Sources of the program that are away for this time. */
  readonly isHeld?: (id: string) => boolean;
  /** Where requests are sent: a source whose secrets are not set is a mistake. */
  readonly secrets?: Secrets;
}

/** A change of the folder, and the sources that it concerns; without `ids` it may be any. */
interface FolderChange {
  readonly ids?: ReadonlySet<string>;
}

/** What the files of a folder say, kept from look to look. */
class FolderMemory {
  readonly #directory: string;
  readonly #isHeld: (id: string) => boolean;
  readonly #builtIn: readonly Source[];
  readonly #files: FolderFiles;
  #joined: JoinedFiles;
  /** Of a folder that cannot be read. */
  #away: FileProblem | undefined;
  /**
   * Sources that left while any source was unsure: they can be told of when that is over. Undefined: any, since it
   * was so from the beginning.
   */
  #left: Set<string> | undefined;

  constructor(directory: string, { builtIn = [], isHeld = () => false, secrets }: SourceFolderOptions) {
    this.#directory = directory;
    this.#isHeld = isHeld;
    this.#builtIn = builtIn.map((input) => Source.parse(input));
    this.#files = new FolderFiles(directory, secretsOf(secrets));
    this.#joined = joinFiles(this.#files.files(), this.#builtIn);
    this.#left = this.#joined.isAnyUnsure ? undefined : new Set();
  }

  get joined(): JoinedFiles {
    return this.#joined;
  }
  get problems(): readonly FileProblem[] {
    return this.#away === undefined ? this.#joined.problems : [this.#away];
  }
  isUnsure(id: string): boolean {
    const { unsure, isAnyUnsure, sources } = this.#joined;
    if (this.#away !== undefined || this.#isHeld(id)) return true;
    return unsure.has(id) || (isAnyUnsure && !sources.has(id));
  }

  /**
   * Looks again. A folder that cannot be read (an unmounted disk) is a mistake like any other.
   */
  async look(heard: ReadonlySet<string>): Promise<FolderChange | undefined> {
    const wasAway = this.#away !== undefined;
    try {
      const isChanged = await this.#files.look(heard);
      this.#away = undefined;
      const ids = isChanged ? this.#join() : new Set<string>();
      if (wasAway) return {};
      return isChanged ? { ids } : undefined;
    } catch (error) {
      this.#away = {
        file: this.#directory,
        line: 1,
        column: 1,
        path: '',
        message: `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        effect: 'kept',
      };
      return wasAway ? undefined : {};
    }
  }

  /** Sources that are concerned; undefined where it may be any. */
  #join(): ReadonlySet<string> | undefined {
    const before = this.#joined;
    this.#joined = joinFiles(this.#files.files(), this.#builtIn);
    const ids = changedIds(before, this.#joined);
    if (this.#joined.isAnyUnsure) {
      for (const id of ids) if (!this.#joined.sources.has(id)) this.#left?.add(id);
      return ids;
    }
    const left = this.#left;
    this.#left = new Set();
    return left === undefined ? undefined : new Set([...ids, ...left]);
  }
}

/**
 * Opens a folder of source files. Throws what the system says of a folder that is missing or cannot be read.
 */
export function openSourceFolder(directory: string, options: SourceFolderOptions = {}): SourceFolder {
  const memory = new FolderMemory(directory, options);
  return {
    directory,
    sources: () => memory.joined.list,
    sourceOf: (id) => memory.joined.sources.get(id),
    problems: () => memory.problems,
    isUnsure: (id) => memory.isUnsure(id),
    async watch(signal, changed) {
      const events = new FolderEvents(directory);
      try {
        while (!signal.aborted) {
          await sleep(1_000, undefined, { signal }).catch(() => undefined);
          const change = signal.aborted ? undefined : await memory.look(events.take());
          if (change !== undefined) await changed(change.ids);
        }
      } finally {
        events.close();
      }
    },
  };
}
