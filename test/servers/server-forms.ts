import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageServer } from './servers.ts';

/** How a server runs: as a process of this machine, or as a container of a Docker engine that answers. */
export type ServerForm = 'native' | 'testcontainers';

const kinds = {
  kafka: 'kafka',
  guardedKafka: 'kafka',
  redis: 'redis',
  elasticsearch: 'elasticsearch',
  guardedElasticsearch: 'elasticsearch',
  s3: 's3',
} as const satisfies Record<ImageServer, string>;

const formsIn = (folder: string): string => join(folder, 'forms.txt');

/** Remembers, for the end of the `npm test` around this process, how a server ran. */
export function noteForm(name: ImageServer, form: ServerForm): void {
  const folder = process.env.TEST_SERVERS_FOLDER;
  if (folder !== undefined && existsSync(folder)) appendFileSync(formsIn(folder), `${kinds[name]} ${form}\n`);
}

/** How the servers of a run ran, by kind: `kafka native, redis testcontainers`. */
export function formsOfRun(folder: string): string {
  if (!existsSync(formsIn(folder))) return 'none';
  const lines = new Set(readFileSync(formsIn(folder), 'utf8').trimEnd().split('\n'));
  return [...new Set(Object.values(kinds))]
    .map((kind) => ({
      kind,
      forms: ['native', 'testcontainers'].filter((form) => lines.has(`${kind} ${form}`)),
    }))
    .filter(({ forms }) => forms.length > 0)
    .map(({ kind, forms }) => `${kind} ${forms.join(' and ')}`)
    .join(', ');
}
