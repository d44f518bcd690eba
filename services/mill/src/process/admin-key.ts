import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedFile, makeDataFolder } from '@newsmill/store';
import { settings, type Settings } from '@newsmill/settings';

export interface AdminKey {
  readonly key: string;
  /** True at the first start, when the key is shown once. */
  readonly isNew: boolean;
  readonly path: string;
}

/**
 * The key that writes need: as set; else made at the first start, kept in a file that only its owner can
 * read. Throws DamagedFile where no key stands in that file: an empty one must not open the mill to all.
 */
export function adminKey({ data, adminKey: given }: Pick<Settings, 'data' | 'adminKey'>): AdminKey {
  if (given !== undefined) return { key: given, isNew: false, path: settings.adminKey.env };
  makeDataFolder(data);
  const path = join(data, 'admin.key');
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8').trim();
    if (!/^[!-~]{16,}$/.test(kept))
      throw new DamagedFile(
        path,
        'there is no key in it: 16 characters or more, without spaces',
        'delete it, and the next start makes another and shows it once; or put the key back',
      );
    return { key: kept, isNew: false, path };
  }
  const key = `nm_${randomBytes(24).toString('base64url')}`;
  writeFileSync(path, `${key}\n`, { mode: 0o600 });
  return { key, isNew: true, path };
}
