import { findDocker } from './containers/find-docker.ts';
import { serverInProcess, type ProcessPlan } from './native/server-process.ts';
import { noteForm } from './server-forms.ts';
import type { Addresses, ImageServer, OwnServer } from './servers.ts';

/** A server with a configuration of its own, which is the same wherever it runs. */
export interface OwnPlan<Name extends ImageServer = ImageServer>
  extends Pick<ProcessPlan, 'name' | 'folder' | 'isReady'> {
  readonly kind: Name;
  readonly address: Addresses[Name];
  /** The folder around `folder` that has all files which it reads; without it that one. */
  readonly around?: string;
  /** A container shares the network of this machine, and has these folders under the same path. */
  readonly asContainer: { readonly image: string; readonly command: readonly [string, ...string[]] };
  /** Answers the command on this machine, installed where it is missing. */
  asProcess(): Promise<Pick<ProcessPlan, 'command' | 'args' | 'ended'>>;
}

/**
 * For suites whose server is like no other (certificates, Sentinels): a container where a Docker engine answers on
 * this machine, otherwise a process. It is not started yet, and is the suite's to stop and to remove.
 */
export async function ownServer<Name extends ImageServer>(plan: OwnPlan<Name>): Promise<OwnServer<Name>> {
  const docker = await findDocker();
  // An engine elsewhere would neither find the folder nor share the network.
  if (docker?.info.containerRuntime.host === 'localhost' && process.platform === 'linux') {
    const { hasImage, ownContainer } = await import('./containers/start-container.ts');
    const say = (text: string): void => void process.stderr.write(`newsmill test: ${text}\n`);
    if (await hasImage(docker, plan.asContainer.image, say)) {
      noteForm(plan.kind, 'testcontainers');
      return ownContainer(docker, plan);
    }
  }
  noteForm(plan.kind, 'native');
  return serverInProcess(plan.address, { ...plan, ...(await plan.asProcess()) });
}
