import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { settings, type Settings } from '@newsmill/settings';
import { privateFileMode, privateFolderMode } from '@newsmill/store';
import { Refusal } from '../refusal.ts';

/** What a mill signs its backups with (Ed25519). */
export interface BackupKey {
  readonly privateKey: KeyObject;
  /** SPKI, DER in base64: it stands in the backup. */
  readonly publicKey: string;
  /** Names the key to people. */
  readonly fingerprint: string;
}

/** The key cannot be read, or not be kept. */
class BadBackupKey extends Refusal {
  override readonly name = 'BadBackupKey';
  constructor(detail: string, options?: ErrorOptions) {
    super('bad-backup-key', detail, [], options);
  }
}

/**
 * `SHA256:` and the hash of a public key, as ssh writes it but for two signs that shells and addresses would
 * mind.
 */
export function fingerprintOf(publicKey: string): string {
  return `SHA256:${createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('base64url')}`;
}

function keyOf(privateKey: KeyObject): BackupKey {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  return { privateKey, publicKey, fingerprint: fingerprintOf(publicKey) };
}

/** A key that was not there before. */
export function newBackupKey(): BackupKey {
  return keyOf(generateKeyPairSync('ed25519').privateKey);
}

function pathOf({ data, backupKey }: Pick<Settings, 'data' | 'backupKey'>): string {
  return backupKey ?? join(data, 'backup.key');
}

/** The key of this mill; undefined where it has made no backup yet. Throws BadBackupKey. */
export function readBackupKey(place: Pick<Settings, 'data' | 'backupKey'>): BackupKey | undefined {
  const path = pathOf(place);
  if (!existsSync(path)) return undefined;
  try {
    const key = createPrivateKey(readFileSync(path, 'utf8'));
    if (key.asymmetricKeyType === 'ed25519') return keyOf(key);
  } catch (error) {
    throw new BadBackupKey(
      `${path} cannot be read as the key that signs backups: put the earlier key back, or move the file away and the next backup creates a new key`,
      { cause: error },
    );
  }
  throw new BadBackupKey(
    `${path} is not an Ed25519 key: openssl genpkey -algorithm ed25519 creates one, and so does the next backup when you move the file away`,
  );
}

/** The key of this mill, made where there is none. Throws BadBackupKey. */
export function ownBackupKey(place: Pick<Settings, 'data' | 'backupKey'>): BackupKey {
  const known = readBackupKey(place);
  if (known !== undefined) return known;
  const path = pathOf(place);
  const key = newBackupKey();
  try {
    mkdirSync(dirname(path), { recursive: true, mode: privateFolderMode });
    writeFileSync(path, key.privateKey.export({ type: 'pkcs8', format: 'pem' }), {
      mode: privateFileMode,
      flag: 'wx',
    });
  } catch (error) {
    throw new BadBackupKey(
      `the key that signs backups cannot be saved at ${path} (${error instanceof Error ? error.message : String(error)}): name a permanent file with ${settings.backupKey.env}`,
      { cause: error },
    );
  }
  return key;
}

/** What is signed: the sum of everything in the file, under a name that no other use of the key has. */
function signedText(sha256: string): Buffer {
  return Buffer.from(`newsmill backup\n${sha256}\n`);
}

/** The signature of a backup with that sum, base64. */
export function signBackup({ privateKey }: BackupKey, sha256: string): string {
  return sign(null, signedText(sha256), privateKey).toString('base64');
}

/** Whether a public key has signed a backup with that sum; false for what is no key. */
export function hasSigned(publicKey: string, sha256: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    return (
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, signedText(sha256), key, Buffer.from(signature, 'base64'))
    );
  } catch {
    return false;
  }
}
