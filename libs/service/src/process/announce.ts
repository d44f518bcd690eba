import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import {
  extendedGroup,
  extensionGroup,
  ledgerGroup,
  problemsInWords,
  serviceNames,
  stages,
  viewProcesses,
  type Announcement,
  type ProcessCounts,
  type ProcessesView,
  type Room,
  type ServiceName,
} from '@newsmill/contracts';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { ProcessPorts } from '@newsmill/runtime';
import { Every, Lifecycle, PROCESS, SERVICES } from '@newsmill/runtime/nest';
import { peaksOf, readCounted, WorkCount } from './count-work.ts';
import { RoomWatch } from './watch-room.ts';
import { WorkWatch, type GroupLag } from './watch-work.ts';
import { version } from '../version.ts';

/** Whoever has not been heard of for so long has gone. */
const lifeMs = 35_000;
/** A service is missing when no process has run it for so long: one that restarts is not. */
const graceMs = 45_000;

type Ports = Pick<ProcessPorts, 'bus' | 'state' | 'metrics' | 'health' | 'note' | 'now' | 'settings'>;

/**
 * The lag of every group that this process can learn of: where a broker has access lists, that may be a few;
 * without a broker none, and that it is away shows elsewhere.
 */
async function measureLag({ bus, metrics }: Pick<Ports, 'bus' | 'metrics'>): Promise<GroupLag[]> {
  const lags: GroupLag[] = [];
  for (const group of [...stages.map((stage) => stage.group), extensionGroup, extendedGroup, ledgerGroup])
    for (const lag of await bus.lag(group).catch(() => [])) {
      metrics.lag.set({ group, topic: lag.topic }, lag.messages);
      metrics.queueAge.set({ group, topic: lag.topic }, lag.messages === 0 ? 0 : lag.ageMs / 1_000);
      lags.push({ ...lag, group });
    }
  return lags;
}

/** How many messages and pages a process has handled. */
async function handledBy({ metrics }: Pick<Ports, 'metrics'>): Promise<number> {
  const { values } = await metrics.articles.get();
  return values.reduce((sum, { value }) => sum + value, 0);
}

/** Announces a process to the others, and tells what none of them runs and what does not move. */
@Injectable()
export class Announcer implements BeforeApplicationShutdown {
  readonly #self: Pick<Announcement, 'id' | 'services' | 'version' | 'host' | 'pid' | 'since'>;
  readonly #work = new WorkWatch();
  readonly #room: RoomWatch;
  #handled = 0;
  #lastMessageAt: number | undefined;
  /** As the last beat saw it. */
  #waiting: Announcement['waiting'] = [];
  #roomSeen: readonly Room[] = [];
  #searchable = 0;
  #searchableAt: number | undefined;
  readonly #count: WorkCount;
  /** What has been said: services without a process, work that does not move, room that is short. */
  #told = new Set<string>();
  /** When each service was last seen running, or looked for first. */
  readonly #seenAt = new Map<ServiceName, number>();

  readonly #ports: Ports;
  readonly #lifecycle: Lifecycle;
  #beating: Promise<void> | undefined;

  constructor(
    @Inject(PROCESS) ports: ProcessPorts,
    @Inject(SERVICES) services: readonly ServiceName[],
    @Inject(Lifecycle) lifecycle: Lifecycle,
  ) {
    const now = ports.now();
    this.#ports = ports;
    this.#lifecycle = lifecycle;
    this.#count = new WorkCount(now);
    this.#room = new RoomWatch(ports.settings.data, hostname());
    this.#self = { id: randomUUID(), services, version, host: hostname(), pid: process.pid, since: now };
  }

  @Every('10s', 'announcements')
  beat(): Promise<void> {
    this.#beating = this.#beat(this.#ports);
    return this.#beating;
  }

  async #beat(ports: Ports): Promise<void> {
    const now = ports.now();
    const handled = await handledBy(ports);
    if (handled !== this.#handled) this.#lastMessageAt = now;
    this.#handled = handled;
    const lags = await measureLag(ports);
    this.#waiting = this.#work.look(lags, now);
    this.#roomSeen = await this.#room.look(ports, now);
    await this.#announce(ports, now, peaksOf(lags, this.#roomSeen));
    this.#tell(ports, viewProcesses(await ports.state.announcements(now), ports.settings.stuckAfter, now));
  }

  async #announce(ports: Ports, now: number, peaks: ProcessCounts['peaks']): Promise<void> {
    const counted = await readCounted(ports.metrics, process.cpuUsage());
    const { searchable = 0 } = counted;
    if (searchable !== this.#searchable) this.#searchableAt = now;
    this.#searchable = searchable;
    await ports.state.announce(
      {
        ...this.#self,
        seenAt: now,
        ...(this.#lastMessageAt !== undefined && { lastMessageAt: this.#lastMessageAt }),
        ...(this.#searchableAt !== undefined && { searchableAt: this.#searchableAt }),
        problems: ports.health.problems(),
        waiting: this.#waiting,
        room: this.#roomSeen,
      },
      now + lifeMs,
      { ...this.#count.next(counted, process.memoryUsage.rss(), now), peaks },
    );
    this.#count.taken();
  }

  /** Says what was done since the last beat, without a look at bus and disk, and goes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#lifecycle.end();
    await this.#lifecycle.within('work', this.#end(this.#ports));
  }

  async #end(ports: Ports): Promise<void> {
    await this.#beating?.catch(() => undefined); // told where it failed
    await this.#announce(ports, ports.now(), {}).catch(() => undefined);
    await ports.state.withdraw(this.#self.id).catch(() => undefined);
  }

  /** Services that have been without a process for a while. */
  #gone({ missing }: ProcessesView, now: number): ServiceName[] {
    return serviceNames.filter((service) => {
      const seenAt = missing.includes(service) ? (this.#seenAt.get(service) ?? now) : now;
      this.#seenAt.set(service, seenAt);
      return now - seenAt >= graceMs;
    });
  }

  /** Shows what is missing, stuck or short in `/readyz` of every process; one of them says it in its log too. */
  #tell(ports: Ports, view: ProcessesView): void {
    const { processes, stuck, room } = view;
    const found = problemsInWords({ ...view, missing: this.#gone(view, ports.now()) });
    const speaks = processes.every(({ id }) => this.#self.id <= id);
    for (const [name, text] of found) {
      ports.health.remark(name, text);
      if (!this.#told.has(name) && speaks) ports.note('mill.incomplete', { problem: name, text });
    }
    for (const name of this.#told)
      if (!found.has(name)) {
        ports.health.clearRemark(name);
        if (speaks) ports.note('mill.complete', { problem: name });
      }
    this.#told = new Set(found.keys());
    for (const service of serviceNames)
      ports.metrics.processes.set(
        { service },
        processes.filter(({ services }) => services.includes(service)).length,
      );
    for (const { of, host, bytes, limit, daysLeft } of room) {
      ports.metrics.roomBytes.set({ of, host }, bytes);
      ports.metrics.roomLimit.set({ of, host }, limit);
      if (daysLeft === undefined) ports.metrics.roomDaysLeft.remove({ of, host });
      else ports.metrics.roomDaysLeft.set({ of, host }, daysLeft);
    }
    ports.metrics.stuck.reset();
    for (const work of stuck)
      ports.metrics.stuck.set(
        { group: work.group, topic: work.topic },
        (ports.now() - work.unmovedSince) / 1_000,
      );
  }
}
