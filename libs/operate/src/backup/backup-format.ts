import type { WireMessage } from '@newsmill/contracts';
import type { LibraryRecord, RegistryRecord, StateRecord } from '@newsmill/store';
import { Refusal } from '../refusal.ts';

/**
 * A backup is one file: a zstd stream of frames. A frame is one line of JSON; where that has `bytes`, so many
 * raw bytes and a line feed follow. The first frame is the manifest, the last the trailer with the number of
 * frames of each kind and the SHA-256 of all bytes before it, so that a file that was cut off or changed is
 * known as such before anything is restored from it. The manifest names the key of the mill that wrote it,
 * the trailer has the signature of that sum by this key (Ed25519): who wrote it is known as well.
 *
 * In a backup: source files, frontier, messages under way with those that wait for another try, dead letters,
 * articles with their links and tombstones, the ledger, what the state remembers, the registry (saved
 * searches, keys as hashes, receipts; no sessions), and the archive's files unless it is left out. Not in it:
 * the admin key and every other secret (settings; source files name secrets, they do not hold them), and the
 * demonstration paper, which every mill brings along.
 */
export type BackupFrame =
  | {
      readonly kind: 'manifest';
      readonly format: number;
      readonly newsmill: string;
      readonly form: string;
      readonly time: string;
      readonly archive: boolean;
      readonly signer?: string;
    }
  | { readonly kind: 'source'; readonly name: string; readonly text: string }
  | { readonly kind: 'state'; readonly record: StateRecord }
  | { readonly kind: 'library'; readonly record: LibraryRecord }
  | { readonly kind: 'registry'; readonly record: RegistryKindRecord }
  /** An event that the ledger view has not folded; its message is the payload. */
  | ({ readonly kind: 'ledger' } & MessageHead)
  /** Waits in `topic` to be handled; the value is the payload. */
  | ({ readonly kind: 'message'; readonly topic: string } & MessageHead)
  | ({ readonly kind: 'dead' } & MessageHead)
  /** A file of the archive begins; its pieces follow, then its end. */
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'piece' }
  | { readonly kind: 'file-end' }
  | {
      readonly kind: 'trailer';
      readonly counts: BackupCounts;
      readonly sha256: string;
      readonly signature?: string;
    };

/** A record of the registry, without its revision, which means nothing elsewhere. */
export type RegistryKindRecord = Omit<RegistryRecord, 'revision'> & { readonly of: string };
export type MessageHead = Pick<WireMessage, 'key' | 'headers'>;
export type BackupCounts = Readonly<Partial<Record<BackupFrame['kind'], number>>>;
export type BackupManifest = Extract<BackupFrame, { kind: 'manifest' }>;

/** A frame with its payload, which is empty for most. */
export interface FrameWithBytes {
  readonly frame: BackupFrame;
  readonly bytes?: Uint8Array;
}

/** Raised when a reader of before could not restore what is written now. */
export const backupFormat = 4;

/** Longest line or payload that is believed. */
export const longestFrame = 64 * 1_024 * 1_024;

/** The file is no backup, is cut off or was changed. Nothing was restored. */
export class BadBackup extends Refusal {
  override readonly name = 'BadBackup';
  constructor(path: string, detail: string, options: { cause?: unknown } = {}) {
    super(
      'bad-backup',
      `${path} cannot be restored: ${detail}; nothing was changed. Copy the file again from the machine that made it, or use an older backup`,
      [],
      options,
    );
  }
}

/** The file was made by a newer newsmill. Nothing was restored. */
export class NewerBackup extends Refusal {
  override readonly name = 'NewerBackup';
  constructor(path: string, { format, newsmill }: BackupManifest) {
    super(
      'newer-backup',
      `${path} has format ${format} and was made by newsmill ${newsmill}, this one reads up to format ${backupFormat}: restore it with that version or a newer one`,
    );
  }
}

/** The file is another one than that which was checked. What was restored until then is there. */
export class BackupChanged extends Refusal {
  override readonly name = 'BackupChanged';
  constructor(path: string) {
    super(
      'backup-changed',
      `${path} was changed while it was being restored: empty the target mill, and find out who changed the file`,
    );
  }
}

/** A file of that name is there. */
export class BackupExists extends Refusal {
  override readonly name = 'BackupExists';
  constructor(path: string) {
    super('backup-exists', `${path} exists already; name another file, or move this one away`);
  }
}

/** What lies on the disk is not what was written. There is no backup. */
export class BackupNotWritten extends Refusal {
  override readonly name = 'BackupNotWritten';
  constructor(path: string, cause: unknown) {
    super(
      'backup-not-written',
      `the backup at ${path} was read back and is not what was written (${cause instanceof Error ? cause.message.split('; nothing was changed')[0] : String(cause)}); it was deleted. Write it to another disk; where that ends in the same way, please report it`,
      [],
      { cause },
    );
  }
}
