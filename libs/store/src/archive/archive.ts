import type { ArchiveReference, ContentEncoding } from '@newsmill/contracts';

/** A page as received. `fetchedAt` in epoch milliseconds; header names in lower case. */
export interface ArchivedPage {
  readonly url: string;
  readonly fetchedAt: number;
  readonly status: number;
  readonly encoding: ContentEncoding;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What an archive may hold; times in milliseconds. */
export interface PruneLimits {
  readonly now: number;
  readonly maxAgeMs: number;
  readonly maxBytes: number;
  /** Called before anything is deleted with the newest file that goes; all that are older go or are gone. */
  readonly announce?: (newest: string) => Promise<void>;
}

/** Raw pages, for replay and proof. Two forms: disk and S3, held to archive.contract.ts. */
export interface Archive {
  /** Resolves when the page is durable. */
  put(page: ArchivedPage): Promise<ArchiveReference>;
  /** undefined when it has been pruned or removed. */
  get(reference: ArchiveReference): Promise<ArchivedPage | undefined>;
  /** Deletes whole files, oldest first, until both limits hold. Answers what went. */
  prune(limits: PruneLimits): Promise<{ readonly files: number; readonly bytes: number }>;
  /** Takedown: rewrites the files without these pages and leaves a receipt. */
  remove(
    references: readonly ArchiveReference[],
    receipt: { readonly at: number; readonly reason: string },
  ): Promise<void>;
  /** Files of the archive, oldest first, for backups. */
  files(): AsyncIterable<{ readonly name: string; readonly bytes: number }>;
  /** The bytes of a file; empty when it is gone meanwhile. */
  readFile(name: string): AsyncIterable<Uint8Array>;
  /**
   * Puts a file of another archive in, under its name: references into it hold here too. A file of that name
   * that is there already stays.
   */
  writeFile(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * Asks whether the archive can be used now, for reading alone or for writing too; throws with what is
   * missing.
   */
  ping(use: 'read' | 'write'): Promise<void>;
  close(): Promise<void>;
}

/** The archive cannot be reached, or refuses. The message says where, why and what to do; never a secret. */
export class ArchiveUnreachable extends Error {
  override readonly name = 'ArchiveUnreachable';
  constructor(place: string, detail: string, remedy: string, options: { cause?: unknown } = {}) {
    super(`the archive at ${place} cannot be used: ${detail}; ${remedy}`, options);
  }
}
