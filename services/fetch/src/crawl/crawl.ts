import type { FetchItem, Moment, Source } from '@newsmill/contracts';
import type { SiteFiles } from '@newsmill/fetch';
import { createStandingView, type Standing } from '@newsmill/runtime';
import { Alarm } from './alarm.ts';
import { createByteRoom, type ByteRoom, type RoomGuest } from './byte-room.ts';
import type { CrawlPorts } from './crawl-ports.ts';
import { HostMemory } from './host-memory.ts';
import { Intake } from './intake.ts';
import { NetworkMemory } from './network-memory.ts';
import { RulesMemory } from './rules-memory.ts';
import { SourceQuotas } from './source-quotas.ts';

/** A crawl at work: what it was given, and what this process keeps in mind while it goes on. */
export interface Crawl {
  readonly ports: CrawlPorts;
  /** The end of the process. */
  readonly signal: AbortSignal;
  readonly hosts: HostMemory;
  readonly rules: RulesMemory;
  /** Whether this machine has a network, as far as requests tell. */
  readonly network: NetworkMemory;
  readonly room: ByteRoom;
  readonly intake: Intake;
  readonly alarm: Alarm;
  /** How the later stages stand to a source. */
  readonly standing: (sourceId: string) => Promise<Standing>;
  readonly quotas: SourceQuotas;
  /** Files of sites that are being asked for, by origin. */
  readonly siteFiles: Map<string, Promise<SiteFiles>>;
  /** Visits under way, by the key of their item. */
  readonly inFlight: Map<string, VisitUnderWay>;
}

/** A visit that holds one of the slots of the fetcher. */
interface VisitUnderWay {
  readonly sourceId: string;
  readonly done: Promise<void>;
}

/** An item of a configured source that is being visited, and the room that its bodies take. */
export interface Visited {
  readonly item: FetchItem;
  readonly source: Source;
  readonly guest: RoomGuest;
}

/**
 * A claim ends so soon after its fetcher has died; while that lives, it renews its claims three times as
 * often.
 */
export const leaseMs = 15_000;

export function openCrawl(ports: CrawlPorts, signal: AbortSignal): Crawl {
  return {
    ports,
    signal,
    hosts: new HostMemory(),
    rules: new RulesMemory(ports.policy.agent),
    network: new NetworkMemory(),
    room: createByteRoom(ports.bytesFetched),
    intake: new Intake(),
    alarm: new Alarm(),
    standing: createStandingView(ports.state, ports.now),
    quotas: new SourceQuotas(ports),
    siteFiles: new Map(),
    inFlight: new Map(),
  };
}

/** This moment, for a host that asks for such a pause. */
export function momentOf({ ports }: Crawl, delayMs = 0): Moment {
  return { now: ports.now(), chance: ports.random(), delayMs };
}
