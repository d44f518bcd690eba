import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceToYaml } from '@newsmill/source-files';
import { startLoopbackPaper, type LoopbackPaper } from '../papers/loopback-paper.ts';
import { composeProject, until, type ComposeForm, type ComposeProject } from './compose-project.ts';
import { root, type ContainerEngine } from './find-engine.ts';

/** Fast polls and retries, so that a run ends within minutes. */
const pace = {
  NEWSMILL_POLL_MIN: '1s',
  NEWSMILL_RETRY_LADDER: '300ms,1s,2s',
  NEWSMILL_ALERT_INTERVAL: '500ms',
  NEWSMILL_LOG_LEVEL: 'warn',
};

/** A hang guard of what builds or starts. */
export const startLimitMs = 600_000;

const dockerfile = readFileSync(join(root, 'deploy', 'Dockerfile'), 'utf8');
/** What deploy/Dockerfile builds on. */
export const baseImage = /^FROM (\S+:\S+)/m.exec(dockerfile)?.[1] ?? '';

/** An image of this checkout that goes with the suite. */
export interface BuiltImage {
  readonly tag: string;
  remove(): Promise<void>;
}

/**
 * Builds deploy/Dockerfile as the client does by itself, or with the builder that engines had before BuildKit. The
 * client of our own engine has BuildKit and has to be told.
 */
export async function buildImage(
  { docker, isOwn }: ContainerEngine,
  builder: 'usual' | 'classic' = 'usual',
): Promise<BuiltImage> {
  const tag = `newsmill-test:${randomBytes(4).toString('hex')}`;
  const usual: Record<string, string> = isOwn ? { DOCKER_BUILDKIT: '1' } : {};
  // The network of this machine: it may be the only one that reaches a registry of packages.
  await docker(
    ['build', '--network=host', '--file=deploy/Dockerfile', `--tag=${tag}`, '.'],
    builder === 'usual' ? usual : { DOCKER_BUILDKIT: '0' },
  );
  return { tag, remove: async () => void (await docker(['image', 'rm', '--force', tag])) };
}

/** A paper that containers reach. */
interface PublishingPaper {
  readonly paper: LoopbackPaper;
  /** Puts new stories into its feed; answers a word of each. */
  publish(count: number): string[];
  close(): void;
}

/** Starts a paper at an address of this machine. */
async function startPublishingPaper(host: string): Promise<PublishingPaper> {
  const paper = await startLoopbackPaper(host);
  paper.stories.length = 0;
  return {
    paper,
    publish(count) {
      const words = Array.from({ length: count }, (_, index) => wordOf(paper.stories.length + index));
      paper.stories.push(...words);
      return words;
    },
    close() {
      paper.server.closeAllConnections();
      paper.server.close();
    },
  };
}

/** What a suite stands on: a project of the image of this checkout, and a paper that its containers read. */
export interface ComposeGround {
  readonly press: PublishingPaper;
  readonly project: ComposeProject;
  /** Ends and removes all of it. */
  remove(): Promise<void>;
}

/** Makes the ground of a suite; nothing of its project runs yet. */
export async function openComposeGround(engine: ContainerEngine, form: ComposeForm): Promise<ComposeGround> {
  const made = new AsyncDisposableStack();
  try {
    const press = made.adopt(await startPublishingPaper(engine.bridge), ({ close }) => close());
    const image = made.adopt(await buildImage(engine), ({ remove }) => remove());
    const settings = { ...pace, NEWSMILL_IMAGE: image.tag };
    const project = made.adopt(await composeProject(engine, form, settings), ({ remove }) => remove());
    return { press, project, remove: () => made.disposeAsync() };
  } catch (error) {
    await made.disposeAsync();
    throw error;
  }
}

/** A word that no other story has and no stemmer changes: the number in six letters. */
const wordOf = (number: number): string =>
  `zq${[...number.toString(4).padStart(4, '0')].map((digit) => 'bdfk'[Number(digit)]).join('')}`;

/** The file of a source that reads the paper every second. */
export function sourceOf(id: string, { origin }: LoopbackPaper): string {
  return sourceToYaml({
    id,
    name: id,
    channels: [{ kind: 'feed', url: `${origin}/feed.xml`, interval: '1s' }],
    allowPrivate: [new URL(origin).host],
    limits: { delay: '10ms' },
  });
}

/** How many articles are found by a word, or without one are there; -1 where that cannot be said. */
export async function total(api: string, word?: string): Promise<number> {
  const query = word === undefined ? '' : `&q=${word}`;
  const signal = AbortSignal.timeout(10_000);
  const answer = await fetch(`${api}/api/v1/search?limit=1${query}`, { signal }).catch(() => undefined);
  if (answer?.ok !== true) return -1;
  const page: { total: number } = await answer.json();
  return page.total;
}

/** Waits until each of these words is found in one article. */
export async function untilFound(api: string, words: readonly string[]): Promise<void> {
  for (const word of words) await until(`${word} is found once`, async () => (await total(api, word)) === 1);
}

/** Waits until the audit says that every item has one fate and the library agrees. */
export async function untilBalanced({ exec }: ComposeProject, service: string): Promise<void> {
  let said = '';
  await until('the audit balances', () =>
    exec(service, 'newsmill', 'audit').then(
      () => true,
      (error) => {
        said = String(error);
        return false;
      },
    ),
  ).catch((error) => {
    throw new Error(`${error}\n${said}`);
  });
}

/** Kills whatever runs in the first container of a service, as the kernel does where memory ends. */
export async function killInside({ exec, containers }: ComposeProject, service: string): Promise<void> {
  const restarts = async (): Promise<number> =>
    (await containers(service)).reduce((sum, { RestartCount }) => sum + RestartCount, 0);
  const before = await restarts();
  // The command goes down with its container.
  await exec(service, 'sh', '-c', 'kill -KILL -1').catch(() => undefined);
  await until(`${service} was restarted by its policy`, async () => {
    const all = await containers(service);
    return (await restarts()) > before && all.every(({ State }) => State.Running);
  });
}

/** Stops a project; answers the exit codes of these services. */
export async function exitCodes(
  project: ComposeProject,
  names: readonly string[],
): Promise<Record<string, number[]>> {
  await project.compose('stop');
  const codes = names.map(async (name) => [
    name,
    (await project.containers(name)).map(({ State }) => State.ExitCode),
  ]);
  return Object.fromEntries(await Promise.all(codes));
}

/** What a process in the container of a service may do. */
export async function rightsOf({ exec, containers }: ComposeProject, service: string): Promise<unknown> {
  const [container] = await containers(service);
  const status = await exec(service, 'cat', '/proc/self/status');
  const line = (name: string): string => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(status)?.[1] ?? '';
  const write = 'touch /x || touch /etc/x || touch /usr/local/bin/x';
  return {
    isRoot: line('Uid') === '0',
    isUserOfFile: `${line('Uid')}:${line('Gid')}` === container?.Config.User,
    capabilities: ['CapEff', 'CapPrm', 'CapBnd', 'CapInh'].map((set) => Number.parseInt(line(set), 16)),
    noNewPrivileges: line('NoNewPrivs'),
    writes: await exec(service, 'sh', '-c', write).then(
      () => true,
      () => false,
    ),
  };
}

/** What `rightsOf` answers of a hardened container. */
export const powerless = {
  isRoot: false,
  isUserOfFile: true,
  capabilities: [0, 0, 0, 0],
  noNewPrivileges: '1',
  writes: false,
};

/** The command lines of all processes of these services. */
export async function commandLines(
  { docker }: ContainerEngine,
  { containers }: ComposeProject,
  names: readonly string[],
): Promise<string> {
  const all = (await Promise.all(names.map(containers))).flat();
  return (await Promise.all(all.map(({ Id }) => docker(['top', Id, '-eo', 'pid,args'])))).join('\n');
}
