import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCommand } from '../native/find-tools.ts';
import { ensureJavas } from '../native/install-tools.ts';
import { unpackKafka } from '../native/kafka.ts';
import { runCommand, type CommandOptions } from '../native/run-command.ts';
import { unpackS3Mock } from '../native/s3.ts';
import { unpackElasticsearch } from '../native/unpack-elasticsearch.ts';
import { serverImages } from '../server-versions.ts';
import { ServersMissing, type Addresses, type Say } from '../servers.ts';

const recipes = fileURLToPath(new URL('stand-ins/', import.meta.url));
const certificates = '/etc/ssl/certs/ca-certificates.crt';
/** Says of what recipe an image was made; who has it is a stand-in. */
const standInLabel = 'newsmill.stand-in';
/** A hang guard for each step. */
const stepLimitMs = 480_000;

interface StandIn {
  readonly tag: string;
  /** Folder of its Dockerfile. */
  readonly recipe: string;
  /** What the build context has beside the recipe: name there, place here. */
  readonly parts: Readonly<Record<string, string>>;
  /** What decides, beside recipe and tag, what the image is. */
  readonly origin?: string;
  /** The registry of packages that npm asks in it. */
  readonly registry?: string;
}

async function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { code, said } = await runCommand(command, args, { limitMs: stepLimitMs, ...options });
  if (code === 0) return said;
  throw new ServersMissing(
    `the images for the Docker engine of the tests could not be made: ${command} ${args[0]} failed: ${said.split('\n').slice(-3).join(' / ')}`,
  );
}

/** The mirror that this machine takes its packages from. */
function packageMirror(): string {
  const folder = '/etc/apt/sources.list.d';
  const files = ['/etc/apt/sources.list', ...readdirSync(folder).map((name) => join(folder, name))];
  for (const file of files) {
    const text =
      statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file, 'utf8') : '';
    const mirror = /^(?:URIs:\s*|deb\s+(?:\[[^\]]*\]\s+)?)(https?:\/\/\S+)/m.exec(text)?.[1];
    if (mirror !== undefined) return mirror;
  }
  throw new ServersMissing(
    'the package mirror of this machine is not known: /etc/apt/sources.list names none',
  );
}

/** npm of this machine: the folder of its package. */
function npmFolder(): string {
  const script = process.env.npm_execpath ?? realpathSync(findCommand('npm') ?? '');
  return dirname(dirname(script));
}

/** The image that all others lie on. */
const debian = 'debian:bookworm-slim';

/** The stand-ins, each after those that it lies on. */
async function standIns(say: Say): Promise<StandIn[]> {
  const java = (await ensureJavas(say))[0]!;
  const elasticsearch = await unpackElasticsearch(java, say);
  const [kafka, s3mock] = [await unpackKafka(java, say), await unpackS3Mock(java, say)];
  const { said: registry } = await runCommand('npm', ['config', 'get', 'registry'], { limitMs: stepLimitMs });
  // The tests run on the Node of this project.
  const nodeParts = { node: process.execPath, npm: npmFolder() };
  return [
    { tag: `node:${process.versions.node}-bookworm-slim`, recipe: 'node', parts: nodeParts, registry },
    { tag: 'newsmill-test/java:1', recipe: 'java', parts: {} },
    { tag: serverImages.redis, recipe: 'redis', parts: {} },
    { tag: serverImages.kafka, recipe: 'kafka', parts: { libs: join(kafka, 'libs') } },
    {
      tag: serverImages.elasticsearch,
      recipe: 'elasticsearch',
      parts: { elasticsearch },
      origin: elasticsearch,
    },
    { tag: serverImages.s3, recipe: 's3mock', parts: { libs: join(s3mock, 'libs') } },
  ];
}

/** Changes when an image has to be made anew. */
function stampOf({ tag, recipe, origin, registry }: StandIn, base: string): string {
  const hash = createHash('sha256').update(JSON.stringify([tag, origin, registry, base]));
  for (const name of readdirSync(join(recipes, recipe)).sort())
    hash.update(readFileSync(join(recipes, recipe, name)));
  return hash.digest('hex').slice(0, 16);
}

/** Works with one engine. */
class ImageMaker {
  private readonly client: string;
  private readonly env: NodeJS.ProcessEnv;

  constructor({ host, client }: Addresses['engine']) {
    this.client = client;
    this.env = { ...process.env, DOCKER_HOST: host, DOCKER_BUILDKIT: '1' };
  }

  /** What the label of an image says; undefined where there is no such image. */
  async label(tag: string): Promise<string | undefined> {
    const format = `{{index .Config.Labels "${standInLabel}"}}`;
    const { code, said } = await runCommand(this.client, ['image', 'inspect', '--format', format, tag], {
      env: this.env,
      limitMs: stepLimitMs,
    });
    return code === 0 ? said : undefined;
  }

  /** The smallest Debian, with what this machine trusts. */
  async importDebian(folder: string): Promise<void> {
    const system = join(folder, 'debian');
    // In a name space of its own: what it mounts is gone with it.
    await run('unshare', [
      '--mount',
      'debootstrap',
      '--variant=minbase',
      '--include=ca-certificates',
      'bookworm',
      system,
      packageMirror(),
    ]);
    cpSync(certificates, join(system, certificates));
    await run(
      'sh',
      [
        '-c',
        'tar -C "$1" -c . | "$2" import --change "LABEL $3=1" - "$4"',
        'sh',
        system,
        this.client,
        standInLabel,
        debian,
      ],
      { env: this.env },
    );
  }

  async build(image: StandIn, stamp: string, folder: string): Promise<void> {
    const context = join(folder, image.recipe);
    cpSync(join(recipes, image.recipe), context, { recursive: true });
    for (const [name, source] of Object.entries(image.parts))
      cpSync(source, join(context, name), { recursive: true, dereference: true });
    const registry = image.registry === undefined ? [] : ['--build-arg', `REGISTRY=${image.registry}`];
    await run(
      this.client,
      [
        'build',
        '--quiet',
        '--network=host',
        ...registry,
        `--label=${standInLabel}=${stamp}`,
        `--tag=${image.tag}`,
        context,
      ],
      { env: this.env },
    );
  }
}

/** What earlier runs have left: images without a name, and most of what builds keep. */
async function prune({ host, client }: Addresses['engine']): Promise<void> {
  const env = { ...process.env, DOCKER_HOST: host };
  for (const words of [
    ['image', 'prune', '--force', '--filter=until=24h'],
    ['builder', 'prune', '--force', '--keep-storage=3gb'],
  ])
    await runCommand(client, words, { env, limitMs: stepLimitMs });
}

/** Makes the images that our files name, as far as this engine lacks them: from packages, none is pulled. */
export async function makeImages(engine: Addresses['engine'], say: Say): Promise<void> {
  const maker = new ImageMaker(engine);
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-images-'));
  try {
    if ((await maker.label(debian)) === undefined) {
      say(`making ${debian} for the Docker engine of the tests (once)`);
      await maker.importDebian(folder);
    }
    let base = debian;
    for (const image of await standIns(say)) {
      const stamp = stampOf(image, base);
      if (image.recipe === 'java') base = stamp;
      if ((await maker.label(image.tag)) === stamp) continue;
      say(`making ${image.tag} for the Docker engine of the tests (once)`);
      await maker.build(image, stamp, folder);
    }
    await prune(engine);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
