import { setTimeout as sleep } from 'node:timers/promises';
import {
  GenericContainer,
  ImageName,
  Wait,
  type ContainerRuntimeClient,
  type StartedTestContainer,
} from 'testcontainers';
import { freePort } from '../free-ports.ts';
import type { ImageServer, RunningServer, Say, StopSignal } from '../servers.ts';
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

async function untilReady(plan: ContainerPlan, container: EngineContainer): Promise<void> {
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

function createContainer(plan: ContainerPlan, port: number): Promise<StartedTestContainer> {
  const container = new GenericContainer(plan.image)
    .withExposedPorts({ container: plan.port, host: port })
    .withEnvironment({ ...plan.environment })
    .withStartupTimeout(createLimitMs)
    // Any word of it: whether it answers is asked from outside, after a restart too.
    .withWaitStrategy(Wait.forLogMessage(/./));
  return (plan.command === undefined ? container : container.withCommand([...plan.command])).start();
}

/** Kills a container; resolves when it is down, since the engine answers before that. */
async function kill(container: EngineContainer): Promise<void> {
  const down = container.wait();
  await container.kill({ signal: 'SIGKILL' });
  await down;
}

/**
 * A server as a container with a port of the host that stays the same; stopped and started again it keeps its
 * data.
 */
export async function containerServer(
  docker: ContainerRuntimeClient,
  name: ImageServer,
  say: Say,
): Promise<RunningServer> {
  const { host } = docker.info.containerRuntime;
  const port = await freePort();
  // Docker binds IPv4 everywhere, and «localhost» may mean IPv6 first.
  const plan: ContainerPlan = containerPlans[name](host === 'localhost' ? '127.0.0.1' : host, port);
  if (!(await docker.image.exists(ImageName.fromString(plan.image))))
    say(`downloading the image ${plan.image} (once)`);
  let container: StartedTestContainer | undefined;
  const engine = (id: string): EngineContainer => docker.container.getById(id);
  const isRunning = async (id: string): Promise<boolean> => (await engine(id).inspect()).State.Running;
  return {
    address: plan.address,
    async start() {
      container ??= await createContainer(plan, port);
      const id = container.getId();
      if (!(await isRunning(id))) await engine(id).start();
      await untilReady(plan, engine(id));
    },
    async stop(signal: StopSignal) {
      if (container === undefined || !(await isRunning(container.getId()))) return;
      if (signal === 'SIGTERM') await engine(container.getId()).stop({ t: stopLimitSeconds });
      else await kill(engine(container.getId()));
    },
    async remove() {
      if (container !== undefined) await engine(container.getId()).remove({ force: true, v: true });
    },
  };
}
