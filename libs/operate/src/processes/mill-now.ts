import type { CountedStage, RoomOnHost, ServiceName } from '@newsmill/contracts';

/** One stage between the sources and the library, and how it goes. */
export interface StageNow {
  readonly stage: CountedStage;
  /** Processes that run it. */
  readonly copies: number;
  /** What it passed on in a minute, by the last one to two minutes. */
  readonly perMinute: number;
  /** Messages that wait for it; absent for fetch, which takes from no topic. */
  readonly waiting?: number;
  /** For how long the oldest of them has waited, milliseconds. */
  readonly oldestMs?: number;
  /** In the last hour. */
  readonly passed: number;
  readonly dropped: number;
  readonly failed: number;
  readonly dead: number;
}

/** The processes that run a service, and their versions. */
export interface RoleNow {
  readonly service: ServiceName;
  readonly copies: number;
  readonly versions: readonly string[];
  /** Hosts they run on. */
  readonly hosts: readonly string[];
}

/** Something that somebody must look after, and what to do next: a page of the console, or a line to type. */
export interface Warning {
  readonly name: string;
  readonly text: string;
  /** What the text is made of, for who words it in another language. Times are epoch milliseconds. */
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly next: { readonly text: string; readonly page?: string; readonly command?: string };
}

/** A mill as it stands. Times are epoch milliseconds. */
export interface MillNow {
  readonly at: number;
  readonly stages: readonly StageNow[];
  readonly roles: readonly RoleNow[];
  readonly library: {
    /** Articles in it; absent where it cannot be asked now. */
    readonly articles?: number;
    readonly searchablePerMinute: number;
    /** In the last hour. */
    readonly searchable: number;
    /** Mean time from discovery to searchable of these, seconds. */
    readonly delaySeconds?: number;
    /** When an article became searchable last; absent where none did in a day. */
    readonly newestAt?: number;
  };
  readonly channels: { readonly all: number; readonly failing: number };
  readonly requests: {
    readonly perMinute: number;
    /** Of the last hour; failed ones had no answer or 5xx. */
    readonly all: number;
    readonly failed: number;
    readonly bytes: number;
  };
  readonly resources: {
    readonly processes: number;
    /** Resident memory of all processes, bytes. */
    readonly memory: number;
    /** Processor cores that they keep busy. */
    readonly processors: number;
  };
  readonly room: readonly RoomOnHost[];
  readonly warnings: readonly Warning[];
}
