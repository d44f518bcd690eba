import { changeRecord } from '../change-record.ts';
import { noteChange } from '../changes/note-change.ts';
import { createHash, randomBytes } from 'node:crypto';
import { recordsOf, RegistryConflict, type Registry } from '@newsmill/store';
import { z } from 'zod';
import { sameSecret } from '@newsmill/runtime';
import { scopes, type Scope } from '@newsmill/contracts';

/** The kind of their records in the registry. */
const keyKind = 'api-key';
/** Keys are few: people and programs have one each. */
export const mostKeys = 1_000;
const hour = 3_600_000;

/** A key as the registry keeps it. */
export const KeyRecord = z.object({
  name: z.string(),
  scope: z.enum(scopes),
  /**
   * SHA-256 of the whole key, hexadecimal: the key itself is random enough (256 bits) to need no slower hash.
   */
  hash: z.string(),
  createdAt: z.int(),
  expiresAt: z.int().optional(),
  lastUsedAt: z.int().optional(),
  rateLimit: z.int().optional(),
  /** When the key got the text that it has; absent: when it was made. */
  rotatedAt: z.int().optional(),
  /** Hash of the text before, which opens as much until then. */
  previousHash: z.string().optional(),
  previousUntil: z.int().optional(),
});
export type KeyRecord = z.output<typeof KeyRecord>;

/**
 * A key without its secret. Times are epoch milliseconds, lastUsedAt to the hour; rateLimit is in requests
 * per minute.
 */
export interface ApiKey extends Omit<KeyRecord, 'hash' | 'previousHash'> {
  readonly id: string;
}

/** What a new key is to be. */
export interface NewKey {
  readonly name: string;
  readonly scope: Scope;
  /** Epoch milliseconds. */
  readonly expiresAt?: number;
  /** Requests per minute instead of those of the setting. */
  readonly rateLimit?: number;
}

/** The hash by which the registry knows the text of a key. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function withoutSecret(id: string, { hash: _hash, previousHash: _previous, ...rest }: KeyRecord): ApiKey {
  return { id, ...rest };
}

function newText(id: string): string {
  return `nm_${id}_${randomBytes(32).toString('base64url')}`;
}

/**
 * Gives a key another text, under the same id and with all that it may; the one before opens as much for `overlapMs`
 * more, so that those who use it can change over one by one; 0: it ends at once. A text before that one ends at once.
 * Told here and never again; undefined where there is no such key.
 */
export async function rotateKey(
  registry: Registry,
  id: string,
  { overlapMs, now }: { readonly overlapMs: number; readonly now: number },
): Promise<{ readonly key: string; readonly apiKey: ApiKey } | undefined> {
  const key = newText(id);
  const changed = await changeRecord(recordsOf(registry, keyKind, KeyRecord), id, (there) => {
    if (there === undefined || (there.expiresAt !== undefined && there.expiresAt <= now)) return undefined;
    const { hash, previousHash: _hash, previousUntil: _until, ...rest } = there;
    const overlap = overlapMs > 0 ? { previousHash: hash, previousUntil: now + overlapMs } : {};
    return { ...rest, hash: hashOfKey(key), rotatedAt: now, ...overlap };
  });
  if (changed?.hash !== hashOfKey(key)) return undefined;
  await noteChange({ what: 'key-rotated', subject: id, detail: changed.name });
  return { key, apiKey: withoutSecret(id, changed) };
}

/**
 * Makes a key: `nm_<id>_<secret>`. It is told here and never again; the registry keeps a hash of it. Throws
 * RangeError where there are `mostKeys`.
 */
export async function addKey(
  registry: Registry,
  wanted: NewKey,
  now: number,
): Promise<{ readonly key: string; readonly apiKey: ApiKey }> {
  if ((await listKeys(registry)).length >= mostKeys)
    throw new RangeError(`there are ${mostKeys} keys; revoke the ones that nobody uses`);
  const id = randomBytes(8).toString('hex');
  const key = newText(id);
  const record: KeyRecord = { ...wanted, hash: hashOfKey(key), createdAt: now };
  await registry.put(keyKind, id, record, { ifRevision: null });
  await noteChange({ what: 'key-made', subject: id, detail: `${wanted.name} (${wanted.scope})` });
  return { key, apiKey: withoutSecret(id, record) };
}

/** All keys, oldest first; expired ones too, until they are revoked. */
export async function listKeys(registry: Registry): Promise<readonly ApiKey[]> {
  const keys: ApiKey[] = [];
  for await (const { id, value } of recordsOf(registry, keyKind, KeyRecord).all())
    keys.push(withoutSecret(id, value));
  return keys.toSorted((a, b) => a.createdAt - b.createdAt);
}

/** Whether there was such a key. From now on it opens nothing, and its sessions end. */
export async function revokeKey(registry: Registry, id: string): Promise<boolean> {
  const wasThere = await registry.remove(keyKind, id);
  if (wasThere) await noteChange({ what: 'key-revoked', subject: id });
  return wasThere;
}

/** A key by its id, unless it has expired. */
export async function livingKey(
  registry: Registry,
  id: string,
  now: number,
): Promise<(KeyRecord & { readonly id: string; readonly revision: string }) | undefined> {
  const record = await registry.get(keyKind, id);
  if (record === undefined) return undefined;
  const value = KeyRecord.parse(record.value);
  return value.expiresAt !== undefined && value.expiresAt <= now
    ? undefined
    : { id, ...value, revision: record.revision };
}

/** Keeps the hour of the last use; when two copies do so at once, one is enough. */
async function noteUse(
  registry: Registry,
  { id, revision, ...record }: KeyRecord & { readonly id: string; readonly revision: string },
  now: number,
): Promise<void> {
  if (record.lastUsedAt !== undefined && now - record.lastUsedAt < hour) return;
  try {
    await registry.put(keyKind, id, { ...record, lastUsedAt: now - (now % hour) }, { ifRevision: revision });
  } catch (error) {
    if (!(error instanceof RegistryConflict)) throw error;
  }
}

/** Ports that keys are looked up with. */
export interface KeyPorts {
  readonly registry: Registry;
  /** The key of the first start; it may do everything. */
  readonly adminKey: string;
  now(): number;
}

/**
 * Whether a text of that hash opens a key at `now`: the one that it has, or the one before while that opens as much.
 */
export function opensKey(
  { hash, previousHash, previousUntil = 0 }: KeyRecord,
  hashOfText: string,
  now: number,
): boolean {
  return (
    sameSecret(hashOfText, hash) ||
    (previousHash !== undefined && previousUntil > now && sameSecret(hashOfText, previousHash))
  );
}

/** The key that a text is; undefined for one that is unknown, expired or revoked. */
export async function findKey(
  { registry, adminKey, now }: KeyPorts,
  text: string,
): Promise<ApiKey | undefined> {
  if (adminKey !== '' && sameSecret(text, adminKey))
    return { id: 'admin', name: 'admin key', scope: 'admin', createdAt: 0 };
  const id = /^nm_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/.exec(text)?.[1];
  const key = id === undefined ? undefined : await livingKey(registry, id, now());
  if (key === undefined || !opensKey(key, hashOfKey(text), now())) return undefined;
  await noteUse(registry, key, now());
  const { id: own, revision: _revision, ...record } = key;
  return withoutSecret(own, record);
}
