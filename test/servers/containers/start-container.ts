import { setTimeout as sleep } from 'node:timers/promises';
import {
  GenericContainer,
  ImageName,
  Wait,
  type ContainerRuntimeClient,
  type StartedTestContainer,
} from 'testcontainers';
import { freePort } from '../free-ports.ts';
import type { OwnPlan } from '../own-server.ts';
import type { ImageServer, OwnServer, RunningServer, Say, StopSignal } from '../servers.ts';
import { containerPlans, type ContainerPlan } from './container-plans.ts';

/** Hang guards. The first covers the download of an image too. */
const createLimitMs = 480_000;
const readyLimitMs = 400_000;
const stopLimitSeconds = 30;

type EngineContainer = ReturnType<ContainerRuntimeClient['container']['getById']>;

/** The end of what a container has said; the stream of Testcontainers never ends while it runs. */
async function lastWords(container: EngineContainer): Promise<string> {
  return (await container.logs({ stdout: true, stderr: true, tail: 20 })).toString().trimEnd();
}

/** What is known of a server that runs in a container. */
type Contained<Name extends ImageServer> = Pick<ContainerPlan<Name>, 'image' | 'address' | 'isReady'>;

async function untilReady(plan: Contained<ImageServer>, container: EngineContainer): Promise<void> {
  const end = Date.now() + readyLimitMs;
  while (!(await plan.isReady())) {
    const problem =
      Date.now() > end
        ? `did not answer within ${readyLimitMs / 1_000} s`
        : (await container.inspect()).State.Running
          ? undefined
          : 'ended by itself';
    if (problem !== undefined) throw new Error(`${plan.image} ${problem}.\n${await lastWords(container)}`);
    await sleep(200);
  }
}

/** Any word of it will do: whether it answers is asked from outside, after a restart too. */
const asPlanned = (container: GenericContainer): GenericContainer =>
  container.withStartupTimeout(createLimitMs).withWaitStrategy(Wait.forLogMessage(/./));

function createContainer(plan: ContainerPlan, port: number): Promise<StartedTestContainer> {
  const container = asPlanned(new GenericContainer(plan.image))
    .withExposedPorts({ container: plan.port, host: port })
    .withEnvironment({ ...plan.environment });
  return (plan.command === undefined ? container : container.withCommand([...plan.command])).start();
}

/** With the network, the user and the folder of the suite. */
function createOwnContainer({
  folder,
  around = folder,
  asContainer,
}: OwnPlan): Promise<StartedTestContainer> {
  const [program, ...words] = asContainer.command;
  return asPlanned(new GenericContainer(asContainer.image))
    .withNetworkMode('host')
    .withUser(`${process.getuid?.()}:${process.getgid?.()}`)
    .withBindMounts([{ source: around, target: around }])
    .withEntrypoint([program])
    .withCommand(words)
    .start();
}

/** Kills a container; resolves when it is down, since the engine answers before that. */
async function kill(container: EngineContainer): Promise<void> {
  const down = container.wait();
  await container.kill({ signal: 'SIGKILL' });
  await down;
}

/** A server in the container that `create` makes; stopped and started again it keeps its data. */
function serverInContainer<Name extends ImageServer>(
  docker: ContainerRuntimeClient,
  plan: Contained<Name>,
  create: () => Promise<StartedTestContainer>,
): OwnServer<Name> {
  let container: StartedTestContainer | undefined;
  const engine = (id: string): EngineContainer => docker.container.getById(id);
  const isRunning = async (id: string): Promise<boolean> => (await engine(id).inspect()).State.Running;
  return {
    address: plan.address,
    async start() {
      container ??= await create();
      const id = container.getId();
      if (!(await isRunning(id))) await engine(id).start();
      await untilReady(plan, engine(id));
    },
    async stop(signal: StopSignal) {
      if (container === undefined || !(await isRunning(container.getId()))) return;
      if (signal === 'SIGTERM') await engine(container.getId()).stop({ t: stopLimitSeconds });
      else await kill(engine(container.getId()));
    },
    async signal(signal) {
      if (container !== undefined) await engine(container.getId()).kill({ signal });
    },
    async remove() {
      if (container !== undefined) await engine(container.getId()).remove({ force: true, v: true });
    },
  };
}

/** Whether an engine has an image, or gets it. */
export async function hasImage(docker: ContainerRuntimeClient, image: string, say: Say): Promise<boolean> {
  const named = ImageName.fromString(image);
  if (await docker.image.exists(named)) return true;
  say(`downloading the image ${image} (once)`);
  const given = new AbortController();
  const late = sleep(createLimitMs, undefined, { signal: given.signal }).catch(() => undefined);
  // Why it failed is of no use to anybody: whether the image is there now tells all.
  await Promise.race([docker.image.pull(named).catch(() => undefined), late]);
  given.abort();
  const isThere = await docker.image.exists(named);
  if (!isThere) say(`the engine cannot get the image ${image}`);
  return isThere;
}

/** A server as a container with a port of the host that stays the same. */
export async function containerServer(
  docker: ContainerRuntimeClient,
  name: ImageServer,
): Promise<RunningServer> {
  const { host } = docker.info.containerRuntime;
  const port = await freePort();
  // Docker binds IPv4 everywhere, and «localhost» may mean IPv6 first.
  const plan: ContainerPlan = containerPlans[name](host === 'localhost' ? '127.0.0.1' : host, port);
  return serverInContainer(docker, plan, () => createContainer(plan, port));
}

/** A server with a configuration of its own as a container. */
export function ownContainer<Name extends ImageServer>(
  docker: ContainerRuntimeClient,
  plan: OwnPlan<Name>,
): OwnServer<Name> {
  const { address, asContainer, isReady } = plan;
  return serverInContainer(docker, { address, image: asContainer.image, isReady }, () =>
    createOwnContainer(plan),
  );
}
