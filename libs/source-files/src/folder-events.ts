import { statSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Undefined where it is not there, or may not be looked at. */
function inodeOf(directory: string): number | undefined {
  try {
    return statSync(directory).ino;
  } catch {
    return undefined;
  }
}

/** Undefined where the system has no room for another watch, or cannot watch this folder. */
function watcherOf(directory: string, hear: (name: string) => void): FSWatcher | undefined {
  try {
    return watch(directory, { persistent: false }, (_event, name) => {
      if (name !== null) hear(name);
    });
  } catch {
    return undefined;
  }
}

/**
 * What the system tells of changes in a folder. It tells nothing on most network mounts, on folders that Docker
 * brings in from another system, and where it has no room for another watch: nobody may rely on it.
 */
export class FolderEvents {
  readonly #directory: string;
  #watcher: FSWatcher | undefined;
  /** The folder that is listened to, or could not be. */
  #inode: number | undefined;
  #heard = new Set<string>();

  constructor(directory: string) {
    this.#directory = directory;
    this.#listen();
  }

  /** Paths that were heard of since the last call. */
  take(): ReadonlySet<string> {
    this.#listen();
    const heard = this.#heard;
    this.#heard = new Set();
    return heard;
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  /** Listens to what has the name of the folder now; that may be another folder than before. */
  #listen(): void {
    const inode = inodeOf(this.#directory);
    if (inode === this.#inode) return;
    this.close();
    this.#inode = inode;
    if (inode !== undefined)
      this.#watcher = watcherOf(this.#directory, (name) => this.#heard.add(join(this.#directory, name)))?.on(
        'error',
        () => this.close(),
      );
  }
}
