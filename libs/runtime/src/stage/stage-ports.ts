import type { Bus } from '@newsmill/bus';
import type { Note } from '@newsmill/contracts';
import type { Archive, LibraryWriter, StateReader, StateWriter } from '@newsmill/store';
import type { Health } from '../http/health.ts';
import type { Outages } from '../log/outages.ts';
import type { Metrics } from '../metrics.ts';
import type { Fairness } from './fairness.ts';
import type { PassingPages } from './passing-pages.ts';
import type { RecentSightings } from './recent-sightings.ts';
import type { Tracing } from '../tracing/tracing.ts';

/** The world as stages may use it: the runtime does it for them. */
export interface StagePorts {
  readonly bus: Bus;
  readonly state: StateReader & StateWriter;
  readonly library: LibraryWriter;
  readonly archive: Archive;
  readonly note: Note;
  readonly metrics: Metrics;
  readonly health: Health;
  /** Is told what fails for a while without standing in the way of work. */
  readonly outages: Outages;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** In [0, 1), for jitter and trace ids. */
  readonly random: () => number;
  /** Milliseconds before each further try; after the last one: dead letters. */
  readonly retryLadder: readonly number[];
  readonly bytesInFlight: number;
  /**
   * Where queue and archive are files of one process: pages pass by reference, since they would only be written once
   * more, and their bytes by memory.
   */
  readonly passing?: PassingPages;
  /** Where traces are on. */
  readonly tracing?: Tracing;
  /** Where a stage has a budget: turns and a brake for its sources. */
  readonly fairness?: Fairness;
  /** What was seen of sites since the batches under way looked them up. */
  readonly sightings?: RecentSightings;
}
