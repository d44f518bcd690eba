// Runs the services of docker-compose.yml on an image that try-image.mjs has built: `run-services.mjs FOLDER
// embedded|full...`, in a network name space of its own where all of them share the loopback, so that names,
// ports and environment are those of the file.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceToYaml } from '@newsmill/source-files';
import { startNewsWeb } from '../../test/newsweb/serve-news-web.ts';
import { composeConfig, composeServices } from '../../tools/compose-config.mjs';
import { containerOf, healthArgv } from './compose-services.mjs';
import { startContainer } from './container.mjs';
import {
  ask,
  expect,
  expectNoSecretInProcessList,
  expectPowerless,
  failures,
  until,
} from './expectations.mjs';
import { runCommand } from './run-command.mjs';
import { standIns } from './stand-ins.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [folder, ...forms] = process.argv.slice(2);
const api = 'http://127.0.0.1:8080';
const elasticsearch = 'http://127.0.0.1:9200';
const startLimitMs = 90_000;
const running = [];
let checks = 0;

/** Secrets of this try, made as an operator makes them. */
function makeEnv() {
  const example = readFileSync(join(root, '.env.example'), 'utf8');
  const place = join(folder, 'checkout');
  mkdirSync(join(place, 'deploy'), { recursive: true });
  writeFileSync(join(place, '.env.example'), example);
  writeFileSync(join(place, 'deploy', 'make-env'), readFileSync(join(root, 'deploy', 'make-env')), {
    mode: 0o755,
  });
  runCommand(join(place, 'deploy', 'make-env'), []);
  const values = Object.fromEntries(
    [...readFileSync(join(place, '.env'), 'utf8').matchAll(/^([A-Z_]+)=(.+)$/gm)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  return { path: join(place, '.env'), values };
}

const env = makeEnv();
const services = composeServices(composeConfig(env.path).stdout);
const ourImage = JSON.parse(readFileSync(join(folder, 'image.json'), 'utf8'));
const images = forms.includes('full')
  ? await standIns(join(folder, 'stand-ins'), (text) => process.stdout.write(`      ${text}\n`))
  : {};
writeFileSync(join(folder, 'hosts'), `127.0.0.1 localhost kafka redis elasticsearch ${hostname()}\n`);
runCommand('ip', ['link', 'set', 'lo', 'up']);

function containerFor(name) {
  return containerOf(name, services[name], {
    folder,
    image: images[name] ?? ourImage,
    replaced: { '/sources': join(folder, 'sources') },
  });
}

/** Runs a command in a container of a service, beside what runs there already; answers its exit code. */
function exec(name, argv) {
  checks += 1;
  const container = containerFor(name);
  return startContainer({
    ...container,
    argv,
    name: `${name}-exec`,
    attempt: checks,
    root: `${container.root}-${checks}`,
    log: join(folder, `${name}-exec.log`),
  }).ended;
}

/** What the last command in a container of a service said. */
function lastWords(name) {
  return readFileSync(join(folder, `${name}-exec.log`), 'utf8')
    .split('\n')
    .slice(-20)
    .join('\n');
}

/** Starts services and waits until the health check of each says that it is well. Answers whether all are. */
async function startHealthy(...names) {
  const started = names.map((name) => ({ name, container: startContainer(containerFor(name)) }));
  running.push(...started.map(({ container }) => container));
  for (const { name, container } of started) {
    const began = Date.now();
    let code;
    void container.ended.then((ended) => (code = ended));
    const isWell = await until(
      async () => code !== undefined || (await exec(name, healthArgv(services[name]))) === 0,
      startLimitMs,
    );
    expect(
      isWell && code === undefined,
      `${name} is healthy by its own check (${((Date.now() - began) / 1_000).toFixed(0)} s)`,
      `exit code ${code}\n${container.said().split('\n').slice(-30).join('\n')}`,
    );
    if (code !== undefined || !isWell) return false;
    expectPowerless(container, services[name].user);
  }
  return true;
}

async function stopAll() {
  for (const container of running.splice(0).reverse()) {
    const peak = container.limits.peak();
    const code = await container.stop();
    const limit = services[container.name].mem_limit;
    expect(
      [0, 143].includes(code) && (images[container.name] !== undefined || code === 0),
      `${container.name} ends in order on SIGTERM${peak === undefined ? ' (its limits could not be set here)' : `; it took at most ${peak} MB of ${limit}`}`,
      `exit code ${code}`,
    );
    container.limits.remove();
  }
}

async function expectReadOnly(name) {
  const writable = await exec(name, ['/bin/sh', '-c', 'touch /app/x || touch /usr/local/bin/x || touch /x']);
  expect(writable !== 0, `${name} cannot write to its image`);
}

async function total(query) {
  const { status, body } = await ask(`${api}/api/v1/search?limit=1&${query}`);
  return status === 200 ? body.total : 0;
}

async function tryEmbedded() {
  if (!(await startHealthy('mill'))) return;
  expect(
    await until(async () => (await total('source=demo-en')) > 0 || (await total('q=harbour')) > 0, 60_000),
    'articles of the demonstration paper can be searched',
  );
  await expectReadOnly('mill');
  const { status } = await ask(`${api}/api/v1/dead/replay`, { method: 'POST', body: { all: true } });
  expect(status === 401, 'changes need the key', String(status));
  expectNoSecretInProcessList(Object.values(env.values));
}

/** What the users of Elasticsearch may and may not do. */
async function tryUsers() {
  const as = (user, password) => ({
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
  });
  const reader = as('newsmill_reader', env.values.ELASTIC_READER_PASSWORD);
  const writer = as('newsmill_writer', env.values.ELASTIC_WRITER_PASSWORD);
  const count = async (headers) =>
    (
      await ask(`${elasticsearch}/newsmill-articles/_search`, {
        method: 'POST',
        headers,
        body: { track_total_hits: true },
      })
    ).body.hits?.total.value ?? 0;
  expect((await count(reader)) > 0, 'the reader searches articles in Elasticsearch');
  const [month] = Object.keys(
    (await ask(`${elasticsearch}/newsmill-articles/_alias`, { headers: writer })).body,
  );
  const refused = async (what, method, path, headers, body) => {
    const { status } = await ask(`${elasticsearch}${path}`, { method, headers, body });
    expect(status === 403, `${what} is refused`, String(status));
  };
  await refused('writing as the reader', 'PUT', `/${month}/_doc/x`, reader, { title: 'x' });
  await refused('deleting an index as the reader', 'DELETE', `/${month}`, reader);
  await refused('making an index as the reader', 'PUT', '/newsmill-other', reader);
  await refused('reading other indices as the reader', 'GET', '/other/_search', reader);
  await refused('reading users as the reader', 'GET', '/_security/user', reader);
  await refused('making users as the writer', 'PUT', '/_security/user/x', writer, {
    password: 'something-long',
    roles: ['superuser'],
  });
  await refused('writing other indices as the writer', 'PUT', '/other/_doc/x', writer, { title: 'x' });
  expect((await ask(`${elasticsearch}/_cluster/health`)).status === 401, 'nobody gets in without a name');
}

async function tryFull() {
  const web = await startNewsWeb({ articles: 40, seed: 5, faults: false, delay: '20ms' });
  mkdirSync(join(folder, 'sources'));
  for (const source of web.sources)
    writeFileSync(join(folder, 'sources', `${source.id}.yaml`), sourceToYaml(source));
  if (!(await startHealthy('redis', 'kafka', 'elasticsearch'))) return;
  for (const time of ['first', 'second']) {
    const setup = startContainer({ ...containerFor('setup'), attempt: time });
    const code = await setup.ended;
    expect(code === 0, `setup makes the users of Elasticsearch (${time} time)`, setup.said());
    setup.limits.remove();
    if (code !== 0) return;
  }
  if (!(await startHealthy('fetch', 'clean', 'enrich', 'index', 'api'))) return;
  const tokens = web.expected.filter(({ fate }) => fate === 'indexed').map(({ token }) => token);
  const missing = new Set(tokens);
  const isComplete = await until(async () => {
    for (const token of missing) if ((await total(`q=${token}`)) > 0) missing.delete(token);
    return missing.size === 0;
  }, 120_000);
  expect(
    isComplete,
    `all ${tokens.length} articles of the news web can be searched through the API`,
    `${missing.size} are missing`,
  );
  expect(
    await until(async () => (await exec('api', ['newsmill', 'audit'])) === 0, 60_000),
    'the audit in the container of the API balances',
  );
  expect(
    (await exec('api', [
      'env',
      'NEWSMILL_BACKUP_KEY=/tmp/backup.key',
      'newsmill',
      'backup',
      '/tmp/backup',
    ])) === 0,
    'a backup is written in the container of the API',
    lastWords('api'),
  );
  await tryUsers();
  for (const name of ['fetch', 'clean', 'index', 'redis']) await expectReadOnly(name);
  expect(
    (await exec('fetch', ['/bin/sh', '-c', 'touch /sources/x'])) !== 0,
    'fetch cannot write to the sources',
  );
  expectNoSecretInProcessList(Object.values(env.values));
}

for (const [form, attempt] of [
  ['embedded', tryEmbedded],
  ['full', tryFull],
]) {
  if (!forms.includes(form)) continue;
  process.stdout.write(`profile ${form}\n`);
  await attempt();
  await stopAll();
}
process.stdout.write(failures() === 0 ? 'everything holds\n' : `${failures()} expectations do not hold\n`);
process.exit(failures() === 0 ? 0 : 1);
