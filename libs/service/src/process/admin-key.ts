import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedFile, makeDataFolder } from '@newsmill/store';
import { fileNameOf, reasonOfFile, settings, type Environment, type Settings } from '@newsmill/settings';

/** What became of the file of a key since the last look. */
interface Look {
  /** Why it cannot be used: the key before goes on opening. Without it, the file has another key, which opens now. */
  readonly problem?: string;
}

const wellFormed = /^[!-~]{16,}$/;
const rule = 'there is no key in it: 16 characters or more, without spaces';

/** The key of the first start, which may do everything. One that lies in a file is renewed there, without a restart. */
export class AdminKey {
  /** True at the first start, when the key is shown once. */
  readonly isNew: boolean;
  /** The file or the variable that says it. */
  readonly path: string;
  readonly #file: string | undefined;
  #key: string;
  #problem: string | undefined;

  constructor(
    key: string,
    {
      path,
      file,
      isNew = false,
    }: { readonly path: string; readonly file?: string | undefined; readonly isNew?: boolean },
  ) {
    this.#key = key;
    this.path = path;
    this.isNew = isNew;
    this.#file = file;
  }

  /** The text that opens now. */
  get key(): string {
    return this.#key;
  }

  /** Reads its file again; undefined where there is nothing new to tell. */
  look(): Look | undefined {
    const found = this.#read();
    const before = this.#problem;
    this.#problem = found.problem;
    if (found.problem !== undefined) return found.problem === before ? undefined : { problem: found.problem };
    if (found.key === this.#key) return before === undefined ? undefined : {};
    this.#key = found.key;
    return {};
  }

  /** When its file got the key that it has, epoch milliseconds; undefined for one that lies in no file. */
  writtenAt(): number | undefined {
    return this.#file === undefined ? undefined : statSync(this.#file, { throwIfNoEntry: false })?.mtimeMs;
  }

  #read(): { readonly key: string; readonly problem?: never } | { readonly problem: string } {
    if (this.#file === undefined) return { key: this.#key };
    try {
      const key = readFileSync(this.#file, 'utf8').trim();
      return key === this.#key || wellFormed.test(key) ? { key } : { problem: `${this.#file}: ${rule}` };
    } catch (error) {
      return { problem: `${this.#file}: ${reasonOfFile(error)}` };
    }
  }
}

const madeKey = () => `nm_${randomBytes(24).toString('base64url')}`;
const placeIn = (data: string) => join(data, 'admin.key');

/**
 * The key that writes need: as set; else made at the first start, kept in a file that only its owner can
 * read. `environment`: says whether one that was set lies in a file. Throws DamagedFile where no key stands in the file
 * of the data folder: an empty one must not open the mill to all.
 */
export function adminKey(
  { data, adminKey: given }: Pick<Settings, 'data' | 'adminKey'>,
  environment: Environment,
): AdminKey {
  if (given !== undefined) {
    const file = environment[fileNameOf(settings.adminKey.env)] ?? '';
    // One that came out of a pipe is said once.
    const isFile = file !== '' && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    return new AdminKey(given, { path: settings.adminKey.env, file: isFile ? file : undefined });
  }
  makeDataFolder(data);
  const path = placeIn(data);
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8').trim();
    if (!wellFormed.test(kept))
      throw new DamagedFile(
        path,
        rule,
        'delete it, and the next start makes another and shows it once; or put the key back',
      );
    return new AdminKey(kept, { path, file: path });
  }
  const key = madeKey();
  writeFileSync(path, `${key}\n`, { mode: 0o600 });
  return new AdminKey(key, { path, file: path, isNew: true });
}

/** Gives the admin key of a data folder another text, which a running mill takes; undefined where none lies there. */
export function renewAdminKey(data: string): string | undefined {
  const path = placeIn(data);
  if (!existsSync(path)) return undefined;
  const key = madeKey();
  writeFileSync(`${path}.new`, `${key}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return key;
}
