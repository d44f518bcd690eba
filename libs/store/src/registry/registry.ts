/** A small durable record. `value` is JSON as it was put; whoever reads it checks its shape (`recordsOf`). */
export interface RegistryRecord<T = unknown> {
  readonly id: string;
  readonly value: T;
  /** Opaque; another one after every change. */
  readonly revision: string;
  /** Epoch milliseconds; from then on the record is as good as gone. */
  readonly expiresAt?: number;
}

export interface PutOptions {
  /** The revision that must be there; null: there must be none. Without it whatever is there is replaced. */
  readonly ifRevision?: string | null;
  /** Epoch milliseconds. */
  readonly expiresAt?: number;
}

/**
 * What people and programs set up, and what must outlive every restart: saved searches, keys, sessions,
 * receipts. Not for articles: records are few (thousands) and small (`longestRecord`). Two forms: SQLite and
 * Elasticsearch, held to registry.contract.ts.
 *
 * A kind is a lower-case word, an id 1 to 200 printable characters. A `get` sees every acknowledged change at
 * once, a `list` too. Errors: RegistryConflict, RangeError for a kind, id or value beyond measure;
 * LibraryUnreachable when the server cannot be used now.
 */
export interface Registry {
  get(kind: string, id: string): Promise<RegistryRecord | undefined>;
  /**
   * Resolves with the new revision when it is durable. Throws RegistryConflict where `ifRevision` does not
   * hold.
   */
  put(kind: string, id: string, value: unknown, options?: PutOptions): Promise<string>;
  /**
   * Whether there was one. Throws RegistryConflict where another revision than `ifRevision` is there, or
   * none.
   */
  remove(kind: string, id: string, options?: { readonly ifRevision?: string }): Promise<boolean>;
  /** Records of a kind by id, in code unit order; `next` is the `after` of the next page. */
  list(
    kind: string,
    options: { readonly after?: string; readonly limit: number },
  ): Promise<{ readonly items: readonly RegistryRecord[]; readonly next?: string }>;
  /** Deletes what expired by `now` (epoch milliseconds); answers how many. */
  prune(now: number): Promise<number>;
  /** Every record that has not expired, for a backup. */
  exportRecords(): AsyncIterable<RegistryRecord & { readonly kind: string }>;
  /**
   * Makes what is needed and asks whether the registry can be used now; throws with what is missing.
   * Idempotent.
   */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

export const longestRecord = 1_000_000;

/** Somebody else has changed the record meanwhile, or it is gone. */
export class RegistryConflict extends Error {
  override readonly name = 'RegistryConflict';
  constructor(kind: string, id: string, options?: ErrorOptions) {
    super(
      `the ${kind} ${JSON.stringify(id)} is not as it was read: it was changed, made or removed meanwhile; read it again`,
      options,
    );
  }
}

/** A record that is not what its kind should be. */
export class BadRecord extends Error {
  override readonly name = 'BadRecord';
  constructor(kind: string, id: string, options: ErrorOptions) {
    super(
      `the ${kind} ${JSON.stringify(id)} in the registry cannot be read: ${options.cause instanceof Error ? options.cause.message : String(options.cause)}; newsmill verify says whether the file is damaged, newsmill recover takes such records out then; or restore a backup`,
      options,
    );
  }
}

const kinds = /^[a-z][a-z0-9-]{0,39}$/;
const ids = /^[^\u0000-\u0020\u007f]{1,200}$/;

/** Throws RangeError for names that no registry takes. */
export function checkRecordName(kind: string, id?: string): void {
  if (!kinds.test(kind))
    throw new RangeError(
      `${JSON.stringify(kind)} is no kind of record: lower-case letters, digits and -, at most 40`,
    );
  if (id !== undefined && !ids.test(id))
    throw new RangeError(
      `${JSON.stringify(id.slice(0, 80))} is no id of a record: 1 to 200 characters without spaces`,
    );
}

/** Whether a record is still there at `now`. */
export function isLiving({ expiresAt }: Pick<RegistryRecord, 'expiresAt'>, now: number): boolean {
  return expiresAt === undefined || expiresAt > now;
}

/** JSON of a value. Throws RangeError for one that is too long, or none. */
export function recordText(kind: string, id: string, value: unknown): string {
  checkRecordName(kind, id);
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined || Buffer.byteLength(text) > longestRecord)
    throw new RangeError(
      `the value of the ${kind} ${JSON.stringify(id)} is ${text === undefined ? 'no JSON' : `longer than ${longestRecord} bytes`}`,
    );
  return text;
}

/** The records of one kind, their shape checked: what a zod schema reads. */
export interface Records<T> {
  get(id: string): Promise<RegistryRecord<T> | undefined>;
  put(id: string, value: T, options?: PutOptions): Promise<string>;
  remove(id: string, options?: { readonly ifRevision?: string }): Promise<boolean>;
  list(options: {
    readonly after?: string;
    readonly limit: number;
  }): Promise<{ readonly items: readonly RegistryRecord<T>[]; readonly next?: string }>;
  /** All of them, in pages. */
  all(): AsyncIterable<RegistryRecord<T>>;
}

/** One kind of record with its schema. Reading throws BadRecord where a record does not fit it. */
export function recordsOf<T>(
  registry: Registry,
  kind: string,
  schema: { parse(value: unknown): T },
): Records<T> {
  function checked(record: RegistryRecord): RegistryRecord<T> {
    try {
      return { ...record, value: schema.parse(record.value) };
    } catch (error) {
      throw new BadRecord(kind, record.id, { cause: error });
    }
  }
  async function list(options: { readonly after?: string; readonly limit: number }) {
    const page = await registry.list(kind, options);
    return { ...page, items: page.items.map(checked) };
  }
  return {
    async get(id) {
      const record = await registry.get(kind, id);
      return record === undefined ? undefined : checked(record);
    },
    put: (id, value, options) => registry.put(kind, id, value, options),
    remove: (id, options) => registry.remove(kind, id, options),
    list,
    async *all() {
      let after: string | undefined;
      do {
        const page = await list({ after, limit: 100 });
        yield* page.items;
        after = page.next;
      } while (after !== undefined);
    },
  };
}
