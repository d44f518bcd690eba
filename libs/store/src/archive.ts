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

/** Raw pages, for replay and proof. Two forms: disk and S3, held to archive.contract.ts. */
export interface Archive {
  /** Resolves when the page is durable. */
  put(page: ArchivedPage): Promise<ArchiveReference>;
  /** undefined when it has been pruned or removed. */
  get(reference: ArchiveReference): Promise<ArchivedPage | undefined>;
  /** Deletes whole files, oldest first, until both limits hold. Answers what went. */
  prune(limits: { readonly now: number; readonly maxAgeMs: number; readonly maxBytes: number }): Promise<{ readonly files: number; readonly bytes: number }>;
  /** Takedown: rewrites the files without these pages and leaves a receipt. */
  remove(references: readonly ArchiveReference[], receipt: { readonly at: number; readonly reason: string }): Promise<void>;
  close(): Promise<void>;
}
