import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolderMode } from '@newsmill/store';
import { settings, type Settings } from '@newsmill/settings';

export interface AdminKey {
  readonly key: string;
  /** True at the first start, when the key is shown once. */
  readonly isNew: boolean;
  readonly path: string;
}

/**
 * The key that writes need: as set; else made at the first start, kept in a file that only its owner can
 * read.
 */
export function adminKey({ data, adminKey: given }: Pick<Settings, 'data' | 'adminKey'>): AdminKey {
  if (given !== undefined) return { key: given, isNew: false, path: settings.adminKey.env };
  const path = join(data, 'admin.key');
  if (existsSync(path)) return { key: readFileSync(path, 'utf8').trim(), isNew: false, path };
  mkdirSync(data, { recursive: true, mode: privateFolderMode });
  const key = `nm_${randomBytes(24).toString('base64url')}`;
  writeFileSync(path, `${key}\n`, { mode: 0o600 });
  return { key, isNew: true, path };
}
