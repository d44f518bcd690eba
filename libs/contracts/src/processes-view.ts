import type { Announcement, WaitingWork } from './announcement.ts';
import { extendedGroup, extensionGroup, extensionOfTopic } from './extension.ts';
import { ledgerGroup, stages } from './pipeline.ts';
import { isRoomShort, shortRoomInWords, type Room } from './room.ts';
import { serviceNames, type ServiceName } from './service-names.ts';

/** Work that does not move, and whose it is: a service, or `extension` with the name of one. */
export interface StuckWork extends WaitingWork {
  readonly service: string;
  readonly unmovedSince: number;
}

/** Which processes of a mill live, what none of them runs, and what does not move. */
export interface ProcessesView {
  readonly processes: readonly Announcement[];
  /** Services that no living process runs; none where no process lives at all. */
  readonly missing: readonly ServiceName[];
  readonly stuck: readonly StuckWork[];
  /** What fills up: the state once, and the disk of each host that has a data folder. */
  readonly room: readonly RoomOnHost[];
}

/** How full something is, and where that was seen. */
export interface RoomOnHost extends Room {
  readonly host: string;
}

/** The service that each consumer group belongs to. */
const serviceOf: Readonly<Record<string, ServiceName>> = {
  ...Object.fromEntries(stages.map(({ group, stage }) => [group, stage])),
  [ledgerGroup]: 'index',
  [extendedGroup]: 'enrich',
};

/** Whose work it is: that of a service of the mill, or of an extension. */
function ownerOf({ group, topic }: WaitingWork): string | undefined {
  return group === extensionGroup ? `extension ${extensionOfTopic(topic) ?? ''}` : serviceOf[group];
}

/** What all processes together say of waiting work: that which has not moved for so long. */
function stuckIn(processes: readonly Announcement[], longest: number, now: number): StuckWork[] {
  const found = new Map<string, StuckWork>();
  for (const { waiting } of processes)
    for (const work of waiting) {
      const service = ownerOf(work);
      const { unmovedSince } = work;
      if (service === undefined || unmovedSince === undefined || now - unmovedSince < longest) continue;
      const name = `${work.group} ${work.topic}`;
      const known = found.get(name);
      if (known === undefined || known.unmovedSince > unmovedSince)
        found.set(name, { ...work, service, unmovedSince });
    }
  return [...found.values()];
}

/** What all processes together say of what fills up: of the state whoever looked last, of a disk of the host too. */
function roomIn(processes: readonly Announcement[]): RoomOnHost[] {
  const found = new Map<string, RoomOnHost>();
  for (const { host, room = [] } of processes.toSorted((a, b) => a.seenAt - b.seenAt))
    for (const one of room) found.set(one.of === 'state' ? 'state' : `data ${host}`, { ...one, host });
  return [...found.values()].toSorted((a, b) => b.of.localeCompare(a.of) || a.host.localeCompare(b.host));
}

/**
 * What the announcements of the living processes tell together.
 * @param longest Work that has not moved for so many milliseconds is stuck.
 * @param now Epoch milliseconds.
 */
export function viewProcesses(
  announcements: readonly Announcement[],
  longest: number,
  now: number,
): ProcessesView {
  const processes = announcements.toSorted(
    (a, b) => a.services.join().localeCompare(b.services.join()) || a.since - b.since,
  );
  const running = new Set(processes.flatMap(({ services }) => services));
  return {
    processes,
    missing: processes.length === 0 ? [] : serviceNames.filter((name) => !running.has(name)),
    stuck: stuckIn(processes, longest, now),
    room: roomIn(processes),
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

/** Everything that somebody must look after, in words by name. */
export function problemsInWords({ missing, stuck, room }: ProcessesView): ReadonlyMap<string, string> {
  return new Map([
    ...missing.map((service) => [`no-${service}`, missingInWords(service)] as const),
    ...stuck.map((work) => [`stuck-${work.topic}`, stuckInWords(work)] as const),
    ...room
      .filter(isRoomShort)
      .map(
        (one) =>
          [one.of === 'state' ? 'short-state' : `short-data-${one.host}`, shortRoomInWords(one)] as const,
      ),
  ]);
}
