import { setTimeout as sleep } from 'node:timers/promises';
import {
  formsOf,
  portNames,
  portsInServers,
  runsAlone,
  type PortName,
  type Settings,
} from '@newsmill/settings';
import type { LibraryKeeper, Registry } from '@newsmill/store';
import type { TopicKeeper } from './keep-topics.ts';
import type { StagePorts } from '../stage/stage-ports.ts';

type Watched = Pick<StagePorts, 'archive' | 'health'> & {
  readonly topics: TopicKeeper;
  readonly library: Pick<LibraryKeeper, 'prepare'>;
  readonly registry: Pick<Registry, 'prepare'>;
  readonly settings: Settings;
};

/** Whether this process writes pages into the archive. */
export type ArchiveUse = 'read' | 'write';

/** A name that `/readyz` shows, and the question whether the port behind it can be used. */
interface PortCheck {
  readonly name: PortName;
  readonly ask: () => Promise<void>;
}

/** Asks once; what is missing shows in `/readyz` until it is there. */
async function askOnce({ name, ask }: PortCheck, ports: Watched): Promise<boolean> {
  try {
    await ask();
    ports.health.clear(name);
    return true;
  } catch (error) {
    ports.health.fail(name, error);
    return false;
  }
}

function checksOf(ports: Watched, use: ArchiveUse, askBus: () => Promise<void>): PortCheck[] {
  return [
    { name: 'bus', ask: askBus },
    { name: 'library', ask: () => ports.library.prepare() },
    { name: 'registry', ask: () => ports.registry.prepare() },
    { name: 'archive', ask: () => ports.archive.ping(use) },
  ];
}

/**
 * Makes topics and templates, each as soon as its server answers, in any order of their starts. Ends early on
 * the signal.
 */
export async function preparePorts(ports: Watched, use: ArchiveUse, signal: AbortSignal): Promise<void> {
  await Promise.all(
    checksOf(ports, use, () => ports.topics.begin()).map(async (check) => {
      while (!signal.aborted && !(await askOnce(check, ports)))
        await sleep(1_000, undefined, { signal }).catch(() => undefined);
    }),
  );
}

/** What can go missing: servers, and where others work on the mill too, what is shared with them. */
function watchedPorts(settings: Settings): ReadonlySet<PortName> {
  const forms = formsOf(settings);
  return new Set(runsAlone(forms) ? portsInServers(forms) : portNames());
}

/**
 * Asks the servers every few seconds, so that `/readyz` names what has gone missing even where nothing is
 * under way.
 */
export async function watchPorts(ports: Watched, use: ArchiveUse, signal: AbortSignal): Promise<void> {
  const watched = watchedPorts(ports.settings);
  const checks = checksOf(ports, use, () => ports.topics.look()).filter(({ name }) => watched.has(name));
  while (!signal.aborted && checks.length > 0) {
    await sleep(5_000, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await Promise.all(checks.map((check) => askOnce(check, ports)));
  }
}
