import {
  serviceNames,
  stages,
  ledgerGroup,
  type Announcement,
  type ServiceName,
  type WaitingWork,
} from '@newsmill/contracts';
import type { StateReader } from '@newsmill/store';

/** Work that does not move, and the service whose it is. */
export interface StuckWork extends WaitingWork {
  readonly service: ServiceName;
  readonly unmovedSince: number;
}

/** Which processes of a mill live, what none of them runs, and what does not move. */
export interface ProcessesView {
  readonly processes: readonly Announcement[];
  /** Services that no living process runs; none where no process lives at all. */
  readonly missing: readonly ServiceName[];
  readonly stuck: readonly StuckWork[];
}

const hasServices: Readonly<Record<string, ServiceName>> = {
  ...Object.fromEntries(stages.map(({ group, stage }) => [group, stage])),
  [ledgerGroup]: 'index',
};

/** What all processes together say of waiting work: that which has not moved for so long. */
function stuckIn(processes: readonly Announcement[], longest: number, now: number): StuckWork[] {
  const found = new Map<string, StuckWork>();
  for (const { waiting } of processes)
    for (const work of waiting) {
      const service = hasServices[work.group];
      const { unmovedSince } = work;
      if (service === undefined || unmovedSince === undefined || now - unmovedSince < longest) continue;
      const name = `${work.group} ${work.topic}`;
      const known = found.get(name);
      if (known === undefined || known.unmovedSince > unmovedSince)
        found.set(name, { ...work, service, unmovedSince });
    }
  return [...found.values()];
}

/**
 * Reads which processes have announced themselves.
 * @param ports.settings.stuckAfter Work that has not moved for so many milliseconds is stuck.
 */
export async function readProcesses(ports: {
  readonly state: Pick<StateReader, 'announcements'>;
  readonly settings: { readonly stuckAfter: number };
  now(): number;
}): Promise<ProcessesView> {
  const now = ports.now();
  const processes = (await ports.state.announcements(now)).toSorted(
    (a, b) => a.services.join().localeCompare(b.services.join()) || a.since - b.since,
  );
  const running = new Set(processes.flatMap(({ services }) => services));
  return {
    processes,
    missing: processes.length === 0 ? [] : serviceNames.filter((name) => !running.has(name)),
    stuck: stuckIn(processes, ports.settings.stuckAfter, now),
  };
}

/** Says in words that no living process runs a service, and what to do. */
export function missingInWords(service: string): string {
  return `no process runs ${service}: start one (newsmill run --role ${service}, or the container ${service}); what it has to do waits`;
}

/** Says in words that work does not move. */
export function stuckInWords({ service, topic, messages, unmovedSince }: StuckWork): string {
  return `${messages} ${messages === 1 ? 'message' : 'messages'} in ${topic} wait for ${service}, and the oldest has not moved since ${new Date(unmovedSince).toISOString()}: look at the log of ${service}`;
}
