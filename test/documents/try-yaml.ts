import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Place } from './open-place.ts';
import { root, type Block } from './read-documents.ts';
import type { Trial } from './try-shell.ts';

/** What a source file needs at least; an excerpt leaves it out. */
const needed: Readonly<Record<string, string>> = {
  id: 'id: harbour-courier',
  name: 'name: The Harbour Courier',
  channels: 'channels: [{ url: https://courier.example/feed.xml }]',
};

/** `newsmill validate` over the file that the excerpt is of. */
async function validate(block: Block, keys: readonly string[], place: Place): Promise<Trial> {
  const rest = Object.entries(needed).filter(([key]) => !keys.includes(key));
  writeFileSync(
    join(place.folder, 'excerpt.yaml'),
    `${block.text}${rest.map(([, line]) => `${line}\n`).join('')}`,
  );
  const secrets = Array.from(block.text.matchAll(/\$\{(NEWSMILL_SECRET_\w+)\}/g), ([, name = '']) => [
    name,
    'value',
  ]);
  const { code, stdout, stderr } = await place.run(
    './newsmill validate excerpt.yaml',
    Object.fromEntries(secrets),
  );
  if (code !== 0) throw new Error(`newsmill validate: ${stdout}${stderr}`);
  return 'run';
}

/** Compose reads the excerpt on top of docker-compose.yml. */
function compose(block: Block, place: Place): Trial {
  const override = join(place.folder, 'docker-compose.override.yml');
  const environment = join(place.folder, 'compose.env');
  writeFileSync(override, block.text);
  const asked = Array.from(block.text.matchAll(/\$\{([A-Z0-9_]+):\?/g), ([, name]) => `${name}=value\n`);
  writeFileSync(
    environment,
    `${readFileSync(join(root, '.env.example'), 'utf8').replace(/^([A-Z_]+)=$/gm, '$1=value')}\n${asked.join('')}`,
  );
  const words = [
    '--env-file',
    environment,
    '-f',
    'docker-compose.yml',
    '-f',
    override,
    '--profile',
    'full',
    'config',
  ];
  const { PATH, HOME } = process.env;
  const { status, stderr, error } = spawnSync('docker-compose', words, {
    cwd: root,
    env: { PATH, HOME, NEWSMILL_ENV_FILE: environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`docker-compose config: ${error?.message ?? stderr}`);
  return 'run';
}

interface Scrape {
  readonly scrape_configs: readonly {
    readonly static_configs: readonly { readonly targets: readonly string[] }[];
  }[];
}

/** Every target is a service of docker-compose.yml at the port where it tells its health. */
function prometheus({ scrape_configs: jobs }: Scrape): Trial {
  const { services }: { services: Record<string, { environment?: Record<string, string> }> } = parse(
    readFileSync(join(root, 'docker-compose.yml'), 'utf8'),
    { merge: true },
  );
  for (const target of jobs.flatMap((job) => job.static_configs.flatMap(({ targets }) => targets))) {
    const [name = '', port] = target.split(':');
    const own = services[name];
    if (own === undefined || String(own.environment?.['NEWSMILL_HEALTH_PORT'] ?? 8080) !== port)
      throw new Error(`docker-compose.yml has no ${target}`);
  }
  return 'parsed';
}

/** Tries a YAML block as what it is: a source file, Compose, Prometheus. */
export async function tryYaml(block: Block, place: Place): Promise<Trial> {
  const value: unknown = parse(block.text, { merge: true });
  if (typeof value !== 'object' || value === null) throw new Error('it is no map');
  if ('services' in value) return compose(block, place);
  // as Prometheus reads it
  if ('scrape_configs' in value) return prometheus(value as Scrape);
  return validate(block, Object.keys(value), place);
}
