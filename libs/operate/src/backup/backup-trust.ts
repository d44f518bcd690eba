import { fingerprintOf } from './backup-key.ts';
import type { BackupManifest } from './backup-format.ts';
import { Refusal } from '../refusal.ts';

/** Whose backups are restored. */
export interface BackupTrust {
  /** Fingerprint of this mill; none where it has made no backup yet. */
  readonly own?: string | undefined;
  /** Fingerprints that whoever asks has compared. */
  readonly signedBy: readonly string[];
  /** Whether a backup without signature is taken: one of an older newsmill. */
  readonly unsigned: boolean;
}

/** It is not known who wrote the file. Nothing was restored. */
export class UntrustedBackup extends Refusal {
  override readonly name = 'UntrustedBackup';
  constructor(detail: string, options?: ErrorOptions) {
    super('untrusted-backup', detail, [], options);
  }
}

/** First version of the format that is signed. */
const signedFormat = 3;

/**
 * Who says to have signed the file. Throws UntrustedBackup where that is nobody we trust; whether it is true
 * shows at the end of the file.
 */
export function trustedSigner(
  path: string,
  { format, newsmill, signer }: BackupManifest,
  trust: BackupTrust,
): string | undefined {
  if (format < signedFormat) {
    if (trust.unsigned) return undefined;
    throw new UntrustedBackup(
      `${path} is not signed (format ${format}, newsmill ${newsmill}), so anybody may have written or changed it; nothing was changed. If you know that it comes from your own mill and that nobody else could reach it since, restore it with --trust-unsigned`,
    );
  }
  const fingerprint = fingerprintOf(signer ?? '');
  if (fingerprint === trust.own || trust.signedBy.includes(fingerprint)) return fingerprint;
  const mine = trust.own === undefined ? 'this mill has no key yet' : `this mill signs as ${trust.own}`;
  throw new UntrustedBackup(
    `${path} is signed by ${fingerprint}, but ${mine}; nothing was changed. Compare the fingerprint with the one that newsmill backup printed. If they are the same, restore with --signed-by ${fingerprint}`,
  );
}
