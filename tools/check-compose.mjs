// Whether the containers are what docs/run-in-production.md promises: Compose accepts the file, no service lacks its
// hardening, no secret stands in it, and its settings, ports, images and versions agree with the rest of the
// project.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settings } from '@newsmill/settings';
import { decidedByCompose, namesOfCompose } from '../deploy/env-names.mjs';
import { parse } from 'yaml';
import { serverImages, versions as versionsOfTests } from '../test/servers/server-versions.ts';
import { composeConfig, composeServices } from './compose-config.mjs';
import { root } from './setup.mjs';

const readText = (path) => readFileSync(join(root, path), 'utf8');
/** `NAME` of `${NAME:-default}` and the like. */
const interpolated = (text) =>
  [...text.replace(/^\s*#.*$/gm, '').matchAll(/(?<!\$)\$\{([A-Z_]+)/g)].map(([, name]) => name);
const isSetting = (name) => Object.values(settings).some(({ env }) => env === name);
const secrets = new Set(Object.values(settings).flatMap(({ env, secret }) => (secret ? [env] : [])));
/** Of newsmill's own the table of settings says it; the servers beside it have their names. */
const isSecretName = (name) =>
  name.startsWith('NEWSMILL_') ? secrets.has(name) : /PASSWORD|SECRET|_KEY$|AUTH$|TOKEN/.test(name);
/** An override that takes secrets from files. */
const secretFiles = 'deploy/compose-secrets.example.yml';
/** An override with more than one of each server. */
const clusterFile = 'deploy/compose.cluster.yml';
/**
 * Services that may reach the internet: publishers, previews, webhooks, a language model; and those whose port is
 * published, which an internal network does not allow. All others live on the internal network alone.
 */
const outside = new Set(['fetch', 'enrich', 'index', 'api', 'mill', 'prometheus', 'grafana']);
/** The services that are newsmill itself. */
const roles = ['mill', 'fetch', 'clean', 'enrich', 'index', 'api'];
/** Settings that the file decides. */
const decided = new Set(decidedByCompose);
/** Settings that only some services may have. Those of the distributed form have no use in `mill`. */
const onlyFor = {
  NEWSMILL_ADMIN_KEY: ['mill', 'api'],
  NEWSMILL_ALLOWED_HOSTS: ['mill', 'api'],
  NEWSMILL_TRUSTED_PROXIES: ['mill', 'api'],
  NEWSMILL_PROXY_HEADERS: ['mill', 'api'],
  NEWSMILL_OPEN_READS: ['mill', 'api'],
  NEWSMILL_OIDC_ISSUER: ['mill', 'api'],
  NEWSMILL_OIDC_CLIENT_ID: ['mill', 'api'],
  NEWSMILL_OIDC_CLIENT_SECRET: ['mill', 'api'],
  NEWSMILL_OIDC_SCOPES: ['mill', 'api'],
  NEWSMILL_OIDC_RULES: ['mill', 'api'],
  NEWSMILL_OIDC_SESSION: ['mill', 'api'],
  NEWSMILL_LLM_KEY: ['mill', 'enrich'],
  NEWSMILL_SMTP_URL: ['mill', 'index', 'api'],
  NEWSMILL_SMTP_USER: ['mill', 'index', 'api'],
  NEWSMILL_SMTP_PASSWORD: ['mill', 'index', 'api'],
  NEWSMILL_MAIL_FROM: ['mill', 'index', 'api'],
  NEWSMILL_MATRIX_URL: ['mill', 'index', 'api'],
  NEWSMILL_MATRIX_TOKEN: ['mill', 'index', 'api'],
  NEWSMILL_KAFKA_SASL_PASSWORD: ['fetch', 'clean', 'enrich', 'index', 'api'],
};

/**
 * The services of the file as Compose understands it, every secret being the name of its variable. `more`:
 * further lines of .env; `over`: files that lie over it.
 */
function resolvedServices(more = [], over = []) {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-compose-'));
  try {
    const envFile = join(folder, 'env');
    writeFileSync(
      envFile,
      [
        readText('.env.example').replace(/^([A-Z_]+)=$/gm, '$1=value-of-$1'),
        `NEWSMILL_ENV_FILE=${envFile}`,
        ...more,
        '',
      ].join('\n'),
    );
    const result = composeConfig(envFile, over);
    return result.status === 0
      ? { services: composeServices(result.stdout), problems: [] }
      : {
          services: {},
          problems: [
            `${['docker-compose.yml', ...over].join(' with ')}: ${(result.error?.message ?? result.stderr).trim()}`,
          ],
        };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refusesEmptySecrets() {
  const { status, stderr } = composeConfig(join(root, '.env.example'));
  return status !== 0 && /make-env/.test(stderr)
    ? []
    : ['docker-compose.yml works without NEWSMILL_ADMIN_KEY: it must be ${NAME:?run deploy/make-env}'];
}

/** What embedded does not need, Compose does not ask for; the servers of full start with no empty password. */
function asksForItsOwn() {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-compose-'));
  try {
    const envFile = join(folder, 'env');
    writeFileSync(envFile, `NEWSMILL_ADMIN_KEY=value-of-NEWSMILL_ADMIN_KEY\nNEWSMILL_ENV_FILE=${envFile}\n`);
    const { status, stdout, stderr } = composeConfig(envFile);
    if (status !== 0)
      return [
        `docker-compose.yml: embedded must need NEWSMILL_ADMIN_KEY alone: ${stderr.trim().slice(-300)}`,
      ];
    const services = composeServices(stdout);
    return Object.entries({ redis: 'REDISCLI_AUTH', elasticsearch: 'ELASTIC_PASSWORD' }).flatMap(
      ([name, secret]) =>
        [services[name].command].flat().some((line) => line.includes(`\${${secret}:?`))
          ? []
          : [`docker-compose.yml: ${name} must not start without ${secret}: ": \${${secret}:?…}"`],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hardening(name, service) {
  const problems = [];
  const expect = (isTrue, what) => isTrue || problems.push(`docker-compose.yml: ${name} ${what}`);
  expect(service.read_only === true, 'needs read_only: true');
  expect(service.init === true, 'needs init: true');
  expect((service.cap_drop ?? []).join() === 'ALL', 'needs cap_drop: [ALL]');
  expect((service.cap_add ?? []).length === 0 && service.privileged !== true, 'must not get rights back');
  expect(
    (service.security_opt ?? []).includes('no-new-privileges:true'),
    'needs security_opt no-new-privileges:true',
  );
  expect(/^[1-9]\d*:\d+$/.test(service.user ?? ''), 'needs a numeric user that is not root');
  expect(
    service.mem_limit !== undefined && service.pids_limit !== undefined,
    'needs mem_limit and pids_limit',
  );
  expect(
    (service.tmpfs ?? []).length > 0 && service.tmpfs.every((line) => line.includes('size=')),
    'needs a tmpfs of limited size',
  );
  expect(
    service.stop_grace_period !== undefined && service.restart !== undefined,
    'needs stop_grace_period and restart',
  );
  expect(service.logging?.options?.['max-size'] !== undefined, 'needs a limit for its log');
  // Where the engine has fewer, the container would not start; the servers take what there is by themselves.
  expect(service.ulimits === undefined, 'must not ask for open files that an engine may not have');
  expect(/^[^:]+:v?\d+\.\d+\.\d+[\w.-]*$/.test(service.image ?? ''), 'needs an image with an exact version');
  return problems;
}

function published(name, service) {
  const isLoopback = (port) =>
    typeof port === 'string' ? port.startsWith('127.0.0.1:') : port.host_ip === '127.0.0.1';
  return (service.ports ?? []).every(isLoopback)
    ? []
    : [`docker-compose.yml: ${name} must publish its ports on 127.0.0.1 only`];
}

function networks(name, service) {
  if (service.network_mode === 'none') return [];
  const strangers = Object.keys(service.networks ?? { default: null }).filter(
    (network) => network !== 'backend' && !(network === 'outside' && outside.has(name)),
  );
  return strangers.map((network) => `docker-compose.yml: ${name} must not be on the network ${network}`);
}

function health(name, service) {
  if (service.restart === 'no') return [];
  const test = (service.healthcheck?.test ?? []).join(' ');
  if (test === '' || /curl|wget/.test(test))
    return [`docker-compose.yml: ${name} needs a healthcheck that works without curl and wget`];
  const port = /healthcheck\.mjs http:\/\/127\.0\.0\.1:(\d+)/.exec(test)?.[1];
  const wanted = service.environment?.NEWSMILL_HEALTH_PORT ?? '8080';
  return port === undefined || port === wanted
    ? []
    : [`docker-compose.yml: the healthcheck of ${name} asks port ${port}, but it listens on ${wanted}`];
}

function environment(name, service) {
  // It gets .env to look at the names there.
  if (name === 'env-check') return [];
  const known = new Set([
    ...Object.values(settings).map((entry) => entry.env),
    ...[...secrets].map((secret) => `${secret}_FILE`),
  ]);
  const unknown = Object.keys(service.environment ?? {}).filter(
    (key) => key.startsWith('NEWSMILL_') && !known.has(key),
  );
  return unknown.map((key) => `docker-compose.yml: ${key} of ${name} is no setting of newsmill`);
}

/**
 * A setting that an operator puts into .env reaches the services that use it, and no secret reaches another.
 */
function handedOn() {
  const names = Object.values(settings)
    .map(({ env }) => env)
    .filter((name) => !decided.has(name));
  const { services } = resolvedServices(names.map((name) => `${name}=value-of-${name}`));
  return names.flatMap((name) =>
    roles.flatMap((role) => {
      const arrives = services[role]?.environment?.[name] === `value-of-${name}`;
      const isWanted = onlyFor[name]?.includes(role) ?? true;
      return arrives === isWanted
        ? []
        : [`docker-compose.yml: ${name} of .env ${isWanted ? 'does not reach' : 'must not reach'} ${role}`];
    }),
  );
}

/** Secrets that stand in the file itself, or have a default. */
function literalSecrets(file = 'docker-compose.yml') {
  const { services } = parse(readText(file), { merge: true });
  const entries = Object.entries(services).flatMap(([name, service]) =>
    Object.entries(service.environment ?? {}).map(([key, value]) => ({ name, key, value: String(value) })),
  );
  // Alone, or as the password of an address.
  const mustBeGiven = /^(\w+:\/\/:)?\$\{[A-Z_]+:(\?[^}]+|-)\}(@[\w:.]+)?$/;
  const isHandedOn = (value) => value === 'null';
  const hasLiteral = ({ key, value }) =>
    (isSecretName(key) && !mustBeGiven.test(value) && !isHandedOn(value)) ||
    /:\/\/[^/]*:(?!\$\{[A-Z_]+:\?)[^/@]+@/.test(value.replace(/\$\{[A-Z_]+:-\}/g, ''));
  return entries
    .filter(hasLiteral)
    .map(
      ({ name, key }) =>
        `${file}: ${key} of ${name} must be \${NAME:?run deploy/make-env}, or \${NAME:-} where embedded does not need it`,
    );
}

/** The override that takes secrets from files: each is mounted where it is read, and stands nowhere else. */
function secretsInFiles() {
  const { services, problems } = resolvedServices([], [secretFiles]);
  const wrong = Object.entries(services).flatMap(([name, service]) =>
    Object.entries(service.environment ?? {}).flatMap(([key, path]) => {
      if (!key.endsWith('_FILE') || key === 'NEWSMILL_ENV_FILE') return [];
      const mounted = (service.secrets ?? []).map(({ target, source }) => `/run/secrets/${target ?? source}`);
      return [
        ...(mounted.includes(path) ? [] : [`${secretFiles}: ${path} of ${name} is not mounted`]),
        ...((service.environment[key.replace(/_FILE$/, '')] ?? '') === ''
          ? []
          : [`${secretFiles}: ${key} of ${name} stands beside its value`]),
      ];
    }),
  );
  return [
    ...problems,
    ...wrong,
    ...Object.entries(services).flatMap(([name, service]) => environment(name, service)),
  ];
}

/** The cluster is held to the same rules; its members are alike, and each has a certificate of its own. */
function cluster() {
  const { services, problems } = resolvedServices([], [clusterFile]);
  const certified = /^for server in (.+); do$/m.exec(readText('deploy/make-env'))?.[1]?.split(' ') ?? [];
  const folders = ({ volumes = [] }) =>
    volumes.flatMap((volume) => {
      const source = typeof volume === 'string' ? volume.split(':')[0] : volume.source;
      return /\/certificates\/([\w-]+)$/.exec(source)?.[1] ?? [];
    });
  const members = Object.entries(services).flatMap(([name, service]) => {
    if (['mill', 'env-check', 'prometheus', 'grafana'].includes(name)) return [];
    const kind = /^(kafka|redis|sentinel|elasticsearch)(-\d)?$/.exec(name)?.[1];
    const image = kind === undefined ? service.image : serverImages[kind === 'sentinel' ? 'redis' : kind];
    return [
      ...(service.image === image ? [] : [`${clusterFile}: ${name} must be ${image}`]),
      ...(folders(service).join() === (kind === undefined ? 'ca' : name)
        ? []
        : [
            `${clusterFile}: ${name} must mount ${kind === undefined ? 'the authority' : 'its certificate'} alone`,
          ]),
      ...(kind === undefined || certified.includes(name)
        ? []
        : [`deploy/make-env must make a certificate for ${name}`]),
    ];
  });
  const ofServices = rulesOf(services).map((problem) => problem.replace(/^docker-compose\.yml/, clusterFile));
  return [...problems, ...members, ...ofServices, ...literalSecrets(clusterFile)];
}

/** .env.example offers just what docker-compose.yml and the cluster ask for, and no secret. */
function example() {
  const asked = new Set(['docker-compose.yml', clusterFile].flatMap((file) => interpolated(readText(file))));
  const lines = [...readText('.env.example').matchAll(/^(#?)([A-Z_]+)=(.*)$/gm)].map(
    ([, mark, name, value]) => ({ isOptional: mark === '#', name, value }),
  );
  const offered = new Set(lines.map(({ name }) => name));
  return [
    ...[...asked]
      .filter((name) => !offered.has(name))
      .map((name) => `.env.example does not offer ${name}, which a Compose file asks for`),
    ...[...offered]
      .filter((name) => !asked.has(name))
      .map((name) => `.env.example offers ${name}, which no Compose file asks for`),
    ...[...asked]
      .filter((name) => name.startsWith('NEWSMILL_') && !namesOfCompose.includes(name) && !isSetting(name))
      .map((name) => `deploy/env-names.mjs must name ${name}, which a Compose file asks for`),
    ...lines
      .filter(({ isOptional, name, value }) => isSecretName(name) && (isOptional || value !== ''))
      .map(({ name }) => `.env.example: ${name} must stand there without a value`),
    ...(/^\.env$/m.test(readText('.gitignore')) ? [] : ['.gitignore must name .env']),
  ];
}

/** The engine's builder from before BuildKit knows one option of its instructions. */
function oldBuilder() {
  const options = [
    ...readText('deploy/Dockerfile').matchAll(/^(?:FROM|COPY|ADD|RUN) +(--(?!from=|chown=)[a-z]+)/gm),
  ];
  return options.map(([, option]) => `deploy/Dockerfile: builders without BuildKit do not know ${option}`);
}

/** The servers of the file are those that the tests run against, in containers and from Maven. */
function serversOfTests(services) {
  const images = ['kafka', 'redis', 'elasticsearch'].flatMap((name) =>
    services[name]?.image === serverImages[name]
      ? []
      : [
          `docker-compose.yml: ${name} must be ${serverImages[name]}, as test/servers/server-versions.ts says`,
        ],
  );
  const artifacts = { kafka: 'kafka_2.13', s3: 's3mock' };
  const poms = Object.entries(artifacts).flatMap(([name, artifact]) =>
    readText(`test/servers/${name}/pom.xml`).includes(
      `<artifactId>${artifact}</artifactId><version>${versionsOfTests[name]}</version>`,
    )
      ? []
      : [`test/servers/${name}/pom.xml must name ${artifact} ${versionsOfTests[name]}`],
  );
  return [...images, ...poms];
}

/** One version of newsmill and one of Node, wherever they are written. */
function versions() {
  const { version, dependencies } = JSON.parse(readText('package.json'));
  const dockerfile = readText('deploy/Dockerfile');
  const wanted = [
    [
      dockerfile.includes(`FROM node:${dependencies.node}-`),
      `deploy/Dockerfile must build on node ${dependencies.node}`,
    ],
    [
      dockerfile.includes(`image.version="${version}"`),
      `deploy/Dockerfile must carry the version ${version}`,
    ],
    [
      readText('docker-compose.yml').includes(`:-newsmill:${version}}`),
      `docker-compose.yml must use the image newsmill:${version}`,
    ],
  ];
  return wanted.filter(([isTrue]) => !isTrue).map(([, problem]) => problem);
}

/** What is wrong with each service by itself. */
function rulesOf(services) {
  return Object.entries(services).flatMap(([name, service]) =>
    [hardening, published, networks, health, environment].flatMap((check) => check(name, service)),
  );
}

/** Everything that is wrong with the containers, in words. */
export function containers() {
  const { services, problems } = resolvedServices();
  return [
    ...problems,
    ...rulesOf(services),
    ...refusesEmptySecrets(),
    ...asksForItsOwn(),
    ...handedOn(),
    ...literalSecrets(),
    ...secretsInFiles(),
    ...cluster(),
    ...example(),
    ...versions(),
    ...oldBuilder(),
    ...serversOfTests(services),
  ];
}
