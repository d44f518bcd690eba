import type { Bus } from '@newsmill/bus';
import type { Source } from '@newsmill/contracts';
import type { Library, State } from '@newsmill/store';
import type { Preview, SourceProblem } from '@newsmill/service-console';

export interface AddSourceInput {
  readonly url: string;
  readonly id?: string;
  readonly name?: string;
}

export interface AddedSource {
  readonly source: Source;
  /** The YAML file that was written. */
  readonly file: string;
}

/** What the API needs of the mill. Functions that refuse their input throw an ApiProblem. */
export interface ApiPorts {
  readonly library: Library;
  readonly state: State;
  readonly bus: Bus;
  /** Epoch milliseconds. */
  now(): number;
  readonly version: string;
  sources(): readonly Source[];
  sourceProblems(): readonly SourceProblem[];
  /** Fetches an address now and reads up to three articles from it; keeps nothing. What went wrong is in `problems`. */
  preview(url: string): Promise<Preview>;
  /** Writes a source file. Absent where sources come from elsewhere. */
  addSource?(input: AddSourceInput): Promise<AddedSource>;
  /** Sends dead letters, by id, back to where they failed. */
  replay(ids: readonly string[]): Promise<{ readonly replayed: number }>;
  /** Needed for writing, and for reading from another machine unless `openReads`. */
  readonly adminKey: string;
  /** Whether other machines may read without the key. */
  readonly openReads: boolean;
  /** Names, besides those of the loopback, by which browsers may reach this API; without port. */
  readonly hosts: readonly string[];
}

/** Token under which Nest hands the ports to the controllers. */
export const apiPorts = Symbol('ApiPorts');
