import type { Bus } from '@newsmill/bus';
import type { Source, SourceInput } from '@newsmill/contracts';
import type { Library, Registry, State } from '@newsmill/store';
import type { TakedownReceipt } from './shapes/takedown.ts';
import type { Preview, SourceProblem } from '@newsmill/service-console';

export interface AddSourceInput {
  readonly url: string;
  readonly id?: string;
  readonly name?: string;
  /** All channels that are worth it, not the best alone. */
  readonly all?: boolean;
}

export interface AddedSource {
  readonly source: Source;
  /** The YAML file that was written. */
  readonly file: string;
}

/** A source as it is kept. */
export interface StoredSource {
  readonly source: Source;
  /** Of its file; absent where the program made it. */
  readonly text?: string;
}

/** The files that sources are kept in. */
export interface SourceFiles {
  read(id: string): Promise<StoredSource | undefined>;
  /** Replaces the file of a source, or makes one, in one step. */
  write(source: SourceInput & { readonly id: string }): Promise<StoredSource>;
  remove(id: string): Promise<void>;
}

/** The address at which WebSub hubs reach this mill, `/websub/<token>`. */
export interface HubCallback {
  /** The challenge to send back to a hub that asks whether a subscription is meant; undefined: it is not. */
  confirm(token: string, query: URLSearchParams): Promise<string | undefined>;
  /** Takes what a hub sent; `gone`: nobody listens at this address any more. */
  take(
    token: string,
    content: {
      readonly contentType: string;
      readonly signature?: string | undefined;
      readonly link?: string | undefined;
      readonly body: Uint8Array;
    },
  ): Promise<'taken' | 'gone'>;
}

/** Taking articles down for good. Undefined: there is no such article. */
export interface Takedowns {
  takeDown(request: {
    readonly article: string;
    readonly reason: string;
    readonly who: string;
  }): Promise<TakedownReceipt | undefined>;
  lift(request: { readonly article: string; readonly who: string }): Promise<TakedownReceipt | undefined>;
  list(): Promise<readonly TakedownReceipt[]>;
}

/** What the API needs of the mill. Functions that refuse their input throw an ApiProblem. */
export interface ApiPorts {
  readonly library: Library;
  readonly state: State;
  readonly bus: Bus;
  /** Keys, sessions and what else people set up. */
  readonly registry: Registry;
  /** Epoch milliseconds. */
  now(): number;
  readonly version: string;
  sources(): readonly Source[];
  sourceProblems(): readonly SourceProblem[];
  /** Fetches an address now and reads up to three articles from it; keeps nothing. What went wrong is in `problems`. */
  preview(url: string): Promise<Preview>;
  /** Writes a source file. Absent where sources come from elsewhere. */
  addSource?(input: AddSourceInput): Promise<AddedSource>;
  /** Reads and changes source files. Absent where sources come from elsewhere. */
  readonly sourceFiles?: SourceFiles;
  /** Sends dead letters, by id, back to where they failed. */
  replay(ids: readonly string[]): Promise<{ readonly replayed: number }>;
  /** Absent where nothing can be taken down through this API. */
  readonly takedowns?: Takedowns;
  /** Where this mill is reached from outside and so can be pushed to. */
  readonly hubCallback?: HubCallback;
  /** Where this mill is reached from outside; addresses in feeds begin so. Without it they begin as the reader's request did. */
  readonly publicUrl?: string;
  /** 200 without it. */
  readonly mostSavedSearches?: number;
  /** Open event streams at most; 50 without it. */
  readonly eventStreams?: number;
  /** Sends a signed test to the webhook of a saved search now. */
  testWebhook?(id: string): Promise<{ readonly ok: boolean; readonly detail: string }>;
  /** Requests per minute of one caller; 0 or none: without limit. */
  readonly rateLimit?: number;
  /** The key of the first start, which may do everything. */
  readonly adminKey: string;
  /** Whether other machines may read without the key. */
  readonly openReads: boolean;
  /** Whether articles have vectors, so that searches by meaning find something. */
  readonly vectors: boolean;
  /** Whether agents are served at /mcp. */
  readonly agents: boolean;
  /** Names, besides those of the loopback, by which browsers may reach this API; without port. */
  readonly hosts: readonly string[];
}

/** Token under which Nest hands the ports to the controllers. */
export const apiPorts = Symbol('ApiPorts');
