import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openElasticLibrary, openSqliteLibrary, type Library } from '@newsmill/store';
import { nativeElasticsearch } from '../../test/servers/native/elasticsearch.ts';
import { usageOf, type Usage } from '../process-tree.ts';

/** One form of the library with what it costs. */
export interface Measured {
  readonly name: 'SQLite' | 'Elasticsearch';
  readonly library: Library;
  /** CPU seconds and memory of its own processes so far. */
  usage(): Usage;
  /** Bytes on disk. */
  disk(): number;
  close(): Promise<void>;
}

const slow = 120_000;

/** Bytes of all files below a folder; 0 where it is not there. */
export function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0),
    0,
  );
}

function children(): number[] {
  return readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter((pid) => pid !== '')
    .map(Number);
}

/** The folder of a bench: kept, so that a run that was ended goes on. */
export function benchPlace(name: string): string {
  const folder = join(tmpdir(), 'newsmill-bench-library', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

export async function openSqlite(folder: string): Promise<Measured> {
  const path = join(folder, 'library.db');
  const before = new Set(children());
  const library = await openSqliteLibrary({ path, searchLimitMs: slow });
  const pid = children().find((child) => !before.has(child)) ?? 0;
  return {
    name: 'SQLite',
    library,
    usage: () => usageOf({ root: pid }),
    disk: () =>
      [path, `${path}-wal`].reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0),
    close: () => library.close(),
  };
}

/** A server of its own with the heap of a small node and the whole compiler, not that of the tests. */
export async function openElastic(folder: string, heapMb: number): Promise<Measured> {
  const place = join(folder, 'elastic');
  mkdirSync(place, { recursive: true });
  const server = await nativeElasticsearch(place, (text) => console.error(text));
  writeFileSync(
    join(place, 'elasticsearch', 'config', 'jvm.options.d', 'newsmill.options'),
    [`-Xms${heapMb}m`, `-Xmx${heapMb}m`, '-XX:+UseSerialGC', '-XX:-AlwaysPreTouch'].join('\n'),
  );
  const before = new Set(children());
  await server.start();
  const pid = children().find((child) => !before.has(child)) ?? 0;
  const library = await openElasticLibrary({
    url: server.address.url,
    namespace: 'bench',
    searchLimitMs: slow,
  });
  await library.prepare();
  return {
    name: 'Elasticsearch',
    library,
    usage: () => usageOf({ root: pid }),
    disk: () => sizeOf(join(place, 'elasticsearch', 'data', 'indices')),
    close: async () => {
      await library.close();
      await server.stop('SIGTERM');
    },
  };
}
