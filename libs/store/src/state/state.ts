import type { SettledItem } from './settled.ts';
import type {
  Announcement,
  ArticleClaim,
  Fate,
  FingerprintCandidate,
  FrontierItem,
  KeptSteps,
  LedgerEvent,
  ProcessCounts,
  SeriesStepMs,
  Settlement,
  SiteArticle,
  SiteSighting,
  StageName,
} from '@newsmill/contracts';

export type { FrontierItem, Settlement } from '@newsmill/contracts';
export type { SettledItem } from './settled.ts';

/** `taken`: the page went over to the source whose site it is of. */
export type Added = 'new' | 'known' | 'changed' | 'taken';

/**
 * Between a channel and a page of one host, and between hosts, a step of priority counts as much as waiting
 * so long: no page waits for ever behind polls.
 */
export const headStartMs = 300_000;

/**
 * Items that one piece of work of the frontier reads or changes at most: a transaction, or a script of the server
 * (which changes fewer: mostInScript). Nothing else goes on meanwhile, so it takes some milliseconds.
 */
export const mostInPiece = 200;

/**
 * So many pieces of what has become due a claim puts in order at most, longest due first. The rest follows with the
 * next claims, which come at once.
 */
export const mostPiecesInClaim = 20;

/**
 * So many hosts of each kind a claim looks past, first in line, because what they have is of sources that hold
 * enough. Behind them it looks at as many more, in each claim at the next ones: ten thousand such hosts are passed in
 * two hundred claims.
 */
export const mostPassedOver = 50;

/** So many of the items that are first in line at a host a claim looks at for one of a source that may have it. */
export const mostInLine = 4;

/** `owner` is the first item that claimed the article; every other item is a duplicate of it. */
export interface ArticleClaimed {
  readonly articleId: string;
  readonly owner: string;
}

export interface FingerprintEntry {
  readonly id: string;
  /** Coarse keys: two texts that are near have one in common. */
  readonly bands: readonly string[];
  /** What the caller needs to compare exactly; at most 4 KB. */
  readonly payload: string;
  readonly expiresAt: number;
}
export interface StateEntry {
  readonly key: string;
  /** null deletes. */
  readonly value: string | null;
  readonly expiresAt?: number;
}

/** A number to be counted up (or down) in an entry. */
export interface Tally {
  readonly key: string;
  readonly amount: number;
  readonly expiresAt: number;
}

/** The current fate of an item, with the newest event of each stage. */
export interface ItemFate {
  readonly current: LedgerEvent;
  readonly events: readonly LedgerEvent[];
}
export interface FateFilter {
  readonly fate?: Fate;
  readonly stage?: StageName;
  readonly sourceId?: string;
  /** Items whose firstSeen lies in [from, to). */
  readonly from?: number;
  readonly to?: number;
  readonly limit: number;
  readonly cursor?: string;
}
export interface FateCount {
  readonly sourceId: string;
  /** Start of the hour of firstSeen, epoch milliseconds; of the day where `retire` has counted it by the day. */
  readonly hour: number;
  readonly stage: StageName;
  readonly fate: Fate;
  readonly reason: string;
  readonly count: number;
}

/** One fact of a state, for backup, restore and rebuilding. Times in epoch milliseconds. */
export type StateRecord =
  /** A frontier item; a claim on it is not part of it. */
  | { readonly kind: 'item'; readonly item: FrontierItem }
  /**
   * When an item that has no schedule yet (at rest, never fetched) is to be fetched; for a rebuilding, which
   * learns that last.
   */
  | {
      readonly kind: 'schedule';
      readonly key: string;
      readonly dueAt: number | null;
      readonly attempt: number;
      readonly fetchedAt: number;
    }
  /**
   * When a host and its domain may be asked again. `holder`: key of the item that is being asked for until
   * `lease`.
   */
  | {
      readonly kind: 'host';
      readonly host: string;
      readonly domain: string;
      readonly freeAt: number;
      readonly domainFreeAt?: number;
      readonly holder?: string;
      readonly lease?: number;
    }
  | { readonly kind: 'entry'; readonly entry: StateEntry }
  | {
      readonly kind: 'claim';
      readonly ownId: string;
      readonly canonicalId?: string;
      readonly articleId: string;
    }
  | { readonly kind: 'owner'; readonly articleId: string; readonly item: string }
  | { readonly kind: 'fingerprint'; readonly entry: FingerprintEntry }
  /** What is remembered of a site, oldest article first. */
  | {
      readonly kind: 'site';
      readonly site: string;
      readonly seenAt: number;
      readonly articles: readonly SiteArticle[];
    }
  | { readonly kind: 'event'; readonly event: LedgerEvent }
  | { readonly kind: 'settled'; readonly settled: SettledItem };

/** Asks what the mill knows, and changes nothing. */
export interface StateReader {
  /** For each key whether the frontier has it, or had it and it is settled. */
  knows(keys: readonly string[]): Promise<readonly boolean[]>;
  /**
   * Earliest time at which something can be claimed (ends of leases count); undefined when nothing is due
   * ever.
   */
  nextClaimAt(): Promise<number | undefined>;
  getItems(keys: readonly string[]): Promise<readonly (FrontierItem | undefined)[]>;
  /** All channels; for a start, and for a person who asks. */
  channels(): Promise<readonly FrontierItem[]>;
  channelsOf(sourceIds: readonly string[]): Promise<readonly FrontierItem[]>;
  /** How many channels there are, and how many of them failed when they were asked last. Reads none of them. */
  countChannels(): Promise<{ readonly all: number; readonly failing: number }>;
  /** How many pages and channels are due at `now`, those that are being fetched among them. Reads no item itself. */
  countDue(now: number): Promise<number>;
  /** Due and waiting pages and channels, per source. */
  frontierCounts(): Promise<
    readonly {
      readonly sourceId: string;
      readonly kind: FrontierItem['kind'];
      readonly waiting: number;
      readonly claimed: number;
    }[]
  >;
  read(keys: readonly string[], now: number): Promise<ReadonlyMap<string, string>>;
  /**
   * The items whose pages were found at an address, named by its hash: after redirects, or as the canonical
   * one that they name. For a person who asks: it may go through all claims.
   */
  itemsAt(id: string): Promise<readonly string[]>;
  /** What is remembered of each site, oldest article first; a site that nothing is known of is absent. */
  readSites(sites: readonly string[]): Promise<ReadonlyMap<string, readonly SiteArticle[]>>;
  /**
   * The processes that have announced themselves and not gone, in no order; those whose time is up are left
   * out. Answers on a lost state too.
   */
  announcements(now: number): Promise<readonly Announcement[]>;
  /**
   * What all processes together counted in the newest `steps` steps of a length, the running one among them, by the
   * clock of the state. Answers on a lost state too.
   */
  countedSteps(options: { readonly stepMs: SeriesStepMs; readonly steps: number }): Promise<KeptSteps>;
  /**
   * Of a settled item the newest event alone, with an empty `url` and `at` as its version: ledger and library know
   * more.
   */
  fateOf(item: string): Promise<ItemFate | undefined>;
  /** Settled items are left out; countFates counts them. */
  listFates(filter: FateFilter): Promise<{ readonly items: readonly LedgerEvent[]; readonly next?: string }>;
  countFates(filter: {
    readonly from?: number;
    readonly to?: number;
    readonly sourceId?: string;
  }): Promise<readonly FateCount[]>;
  /**
   * Bytes that its server has taken, for whatever, and may take; undefined where it may not be asked, without `limit`
   * where nothing but a disk limits it. Works on a lost state too.
   */
  usage(): Promise<{ readonly bytes: number; readonly limit?: number } | undefined>;
  /** All settled items, in no order. */
  settledItems(): AsyncIterable<SettledItem>;
  /**
   * Everything that is known, fingerprints in the order of recording; for a backup, taken while nothing else
   * writes.
   */
  exportRecords(): AsyncIterable<StateRecord>;
}

/** Takes in what happens while the mill runs: claims, settlements, entries, events. */
export interface StateWriter {
  /**
   * Puts items in that are not known. What is told of a known page is folded into its stamp (foldStamp).
   * Where that is a change, it takes data.entry of the new one and becomes due at its dueAt, or stays due
   * where it was due before (unless claimed: then right after). A page that is taken over takes the source of
   * the new one too.
   */
  addItems(items: readonly FrontierItem[]): Promise<readonly Added[]>;
  /**
   * Due items whose host is free: one for each host, in order of priority, then of waiting (see headStartMs).
   * The claim ends by settle or after leaseMs. Where very much became due at once, the order is that of what has been
   * due longest (see mostPiecesInClaim).
   */
  claimItems(options: {
    readonly now: number;
    /** So many more the caller has room for. */
    readonly limit: number;
    readonly leaseMs: number;
    readonly kinds?: readonly FrontierItem['kind'][];
    /**
     * What the caller holds, by source. With it a source gets a further claim only while it holds fewer than the caller
     * still has room for: others always find room. It looks past a bounded number (see mostPassedOver). Without it no
     * source is held back.
     */
    readonly underWay?: ReadonlyMap<string, number>;
  }): Promise<readonly FrontierItem[]>;
  settleItems(settlements: readonly Settlement[]): Promise<void>;
  /** Gives claims back unfetched; the host is free at once. */
  releaseItems(keys: readonly string[]): Promise<void>;
  /**
   * Lengthens claims that still hold, to epoch ms `lease`: a fetcher that lives says so again and again, and
   * the claims of one that died end soon.
   */
  renewClaims(keys: readonly string[], lease: number): Promise<void>;
  /** Takes channels away that are no longer configured. */
  removeItems(keys: readonly string[]): Promise<void>;
  write(entries: readonly StateEntry[]): Promise<void>;
  /**
   * Adds to entries that hold whole numbers (one that is absent, has expired or holds none counts as 0), and
   * answers the sums. Nothing comes between reading and writing.
   */
  addTo(tallies: readonly Tally[], now: number): Promise<readonly number[]>;
  /**
   * The article id of a page: its own where the item owns that already; else the canonical one when that key
   * is known to the frontier as a page; else its own. Same claim, same answer.
   */
  claimArticles(claims: readonly ArticleClaim[]): Promise<readonly ArticleClaimed[]>;
  /**
   * Records all fingerprints (a known id keeps its place in the order), then answers for each the others that
   * share a band, in the order of recording: at most 32, those that share the most bands. Entries of one call
   * see each other. Where the id was known with another payload, that one is told first, under the same id:
   * asked for again, it is not told again.
   */
  matchFingerprints(
    entries: readonly FingerprintEntry[],
    now: number,
  ): Promise<readonly (readonly FingerprintCandidate[])[]>;
  /**
   * Remembers articles of sites: of each site the newest `mostSiteArticles`, an item once, as it was seen
   * last. Sites that showed nothing for thirty days go. Throws RangeError for lines longer than
   * `longestSighting`.
   */
  recordSightings(sightings: readonly SiteSighting[], now: number): Promise<void>;
  /**
   * Says that a process lives, until `expiresAt`; the same id again replaces what was said. `counts` are added to
   * the running step of every fineness (seriesTiers), by the clock of the state, once for each beat of a process.
   * Works on a lost state too, and is no part of a backup.
   */
  announce(announcement: Announcement, expiresAt: number, counts?: ProcessCounts): Promise<void>;
  /** Says that a process has ended. */
  withdraw(id: string): Promise<void>;
  /** Folds events in: for each item and stage the greatest is kept, whatever the order or repetition. */
  recordEvents(events: readonly LedgerEvent[]): Promise<void>;
}

/** What one call of `retire` did. */
export interface Retired {
  readonly looked: number;
  readonly retired: number;
  /** Whether all that is old was looked at; the next call begins anew. */
  readonly isDone: boolean;
}

/** Looks after a state as a whole: its loss and rebuilding, backup, start and end. */
export interface StateKeeper {
  /**
   * Looks at up to `limit` items, those that were seen first to begin with, and keeps of those that are settled
   * (see SettledItem) what it takes to know them again: their fate is final and no dead letter, the newest event is
   * older than `before` (epoch ms), and nothing is to be fetched. Whoever tells of a change brings the page back;
   * a newer event brings the fate back. Counts of hours older than that become counts of days (UTC).
   */
  retire(options: { readonly before: number; readonly limit: number }): Promise<Retired>;
  /** Ends all claims at once: for a start-up that knows it is the only fetcher (the embedded form). */
  endClaims(): Promise<void>;
  /**
   * Puts records in; what is there already stays, or is folded (events, hosts: the later time). Works on a
   * lost state too.
   */
  importRecords(records: readonly StateRecord[]): Promise<void>;
  /**
   * `whole`: usable. `lost`: everything was emptied behind our back, or it never was filled; until it is rebuilt
   * every other method but exportRecords, importRecords, retire and settledItems throws StateLost. The SQLite form is
   * always whole. Throws when the state cannot be reached.
   */
  condition(): Promise<'whole' | 'lost'>;
  /**
   * Takes on the rebuilding of a lost state; false when it is whole or another has taken it on and has
   * renewed it within leaseMs. Call it again to renew. The first taking (not a renewal) empties what is left.
   */
  beginRebuild(options: { readonly owner: string; readonly leaseMs: number }): Promise<boolean>;
  /**
   * The state is whole again; nothing is claimed before `quietUntil`. False when the rebuilding was taken
   * over by another.
   */
  endRebuild(options: { readonly owner: string; readonly quietUntil: number }): Promise<boolean>;
  /** Empties everything; the state is whole afterwards. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/**
 * What the mill must know between messages. Only a cache of ledger and sources: it may be emptied at any
 * time. Two forms: Redis and SQLite, held to state.contract.ts. Each method is atomic and one round trip, but for
 * long lists (mostInPiece, mostInScript): those are taken in pieces, in order. Take the part that you need.
 */
export type State = StateReader & StateWriter & StateKeeper;

/** The state was emptied; it is being rebuilt from ledger and sources. Again later helps. */
export class StateLost extends Error {
  override readonly name = 'StateLost';
  constructor() {
    super('the state is empty and is being rebuilt from ledger and sources; wait for it');
  }
}

/** The state cannot be reached, or is not ready to answer. Again later helps. */
export class StateUnreachable extends Error {
  override readonly name = 'StateUnreachable';
  constructor({
    address,
    reason,
    remedy,
    cause,
  }: {
    readonly address: string;
    readonly reason: string;
    readonly remedy: string;
    readonly cause: unknown;
  }) {
    super(`Redis at ${address} cannot be used (${reason}): ${remedy}`, { cause });
  }
}

/** The server may take keys away behind our back, so the state would answer with holes. */
export class StateEvicts extends Error {
  override readonly name = 'StateEvicts';
  constructor(address: string, policy: string) {
    super(
      `Redis at ${address} has maxmemory-policy ${policy}, which takes keys of the state away when memory is short: set maxmemory-policy noeviction`,
    );
  }
}
