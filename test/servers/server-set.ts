import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findDocker } from './containers/find-docker.ts';
import { foundEngine } from './engine/start-engine.ts';
import { nativeServer } from './native/start-native.ts';
import { noteForm } from './server-forms.ts';
import { imageOf } from './server-versions.ts';
import {
  ServersMissing,
  type Addresses,
  type RunningServer,
  type Say,
  type ServerName,
  type StopSignal,
} from './servers.ts';

/** The servers of one keeper: made when first asked for, all in one run folder. */
export class ServerSet {
  private readonly folder: string;
  private readonly say: Say;
  private readonly started = new Map<ServerName, Promise<RunningServer>>();
  private readonly made = new Set<RunningServer>();
  /** Whether a server could not be started. */
  hasFailed = false;
  private docker: ReturnType<typeof findDocker> | undefined;

  constructor(folder: string, say: Say) {
    this.folder = join(folder, `run-${process.pid}`);
    this.say = say;
    mkdirSync(this.folder, { recursive: true });
    // Elasticsearch may run as another user, who must get through here.
    chmodSync(this.folder, 0o755);
  }

  /**
   * Starts what does not run yet. A failure is remembered: the next one who asks fails at once, with the same
   * words.
   */
  async use(names: readonly ServerName[]): Promise<Partial<Addresses>> {
    const all = names.map((name) => {
      const running = this.started.get(name) ?? this.make(name);
      this.started.set(name, running);
      return running;
    });
    const settled = await Promise.allSettled(all);
    for (const result of settled) if (result.status === 'rejected') throw result.reason;
    const running = await Promise.all(all);
    return Object.fromEntries(names.map((name, index) => [name, running[index]?.address]));
  }

  async stop(name: ServerName, signal: StopSignal): Promise<void> {
    await (await this.running(name)).stop(signal);
  }

  async start(name: ServerName): Promise<void> {
    await (await this.running(name)).start();
  }

  /** Ends all servers, also those that are just starting, and drops their data. */
  async end(): Promise<void> {
    const results = await Promise.allSettled([...this.made].map((server) => server.remove()));
    rmSync(this.folder, { recursive: true, force: true });
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  private running(name: ServerName): Promise<RunningServer> {
    const running = this.started.get(name);
    if (running === undefined) throw new Error(`${name} was not asked for`);
    return running;
  }

  private async serverOf(
    name: ServerName,
    docker: Awaited<ReturnType<typeof findDocker>>,
  ): Promise<RunningServer> {
    if (name === 'engine')
      return docker === undefined ? nativeServer(name, this.folder, this.say) : foundEngine();
    if (docker !== undefined) {
      const { containerServer, hasImage } = await import('./containers/start-container.ts');
      if (await hasImage(docker, imageOf[name], this.say)) {
        noteForm(name, 'testcontainers');
        return containerServer(docker, name);
      }
    }
    noteForm(name, 'native');
    return nativeServer(name, this.folder, this.say);
  }

  private async make(name: ServerName): Promise<RunningServer> {
    const docker = await (this.docker ??= findDocker());
    try {
      const server = await this.serverOf(name, docker);
      this.made.add(server);
      await server.start();
      return server;
    } catch (error) {
      this.hasFailed = true;
      if (error instanceof ServersMissing) throw error;
      throw new Error(
        `${name} is needed by these tests and could not be started${docker === undefined ? '' : ' as a container'}: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    }
  }
}
