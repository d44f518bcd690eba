import type { Machine } from './read-machine.ts';
import { youngMb, type ThreadHeap } from '../stage/worker-pool.ts';

/** What of the plan an operator has set; what is undefined follows from the machine. */
export interface WantedThreads {
  readonly cleanWorkers?: number;
  readonly enrichWorkers?: number;
  readonly bytesInFlight?: number;
}

/** What a process does: it decides what is set aside before threads get theirs. */
export interface ProcessWork {
  readonly cleans: boolean;
  readonly enriches: boolean;
  /** Whether it reads feeds, previews and the like, for which it has two more threads. */
  readonly readsChannels: boolean;
  /** Whether the library runs as a process beside it, within the same limit. */
  readonly hasLibrary: boolean;
  /** Whether articles get vectors in many languages. */
  readonly hasVectors?: boolean;
}

/** How a process divides cores and memory. Sizes in megabytes, but for bytes. */
export interface ThreadPlan {
  readonly cores: number;
  readonly memoryMb: number;
  readonly isLimited: boolean;
  /** Threads of the process: what cleans and enriches has the same for both. */
  readonly threads: number;
  /** How many of them clean at a time at most, and enrich. */
  readonly cleanThreads: number;
  readonly enrichThreads: number;
  /** What one thread may take in all. */
  readonly threadMb: number;
  /** Heap of one thread. */
  readonly heap: ThreadHeap;
  /** Messages that one stage works on at a time. */
  readonly bytesInFlight: number;
  /** Bodies of answers that are on their way at a time. */
  readonly bytesFetched: number;
  /** What was set and does not fit, each a sentence. */
  readonly warnings: readonly string[];
}

const mebi = 1_048_576;
/**
 * Main thread with its modules, heap and buffers: measured on the news web, embedded 220 to 300, a single
 * service 150 to 220.
 */
const mainMb = { whole: 300, single: 220 };
const libraryMb = 150;
/** Their table, which all threads share. */
const vectorsMb = 32;
/** Two threads; what is small takes little. */
const readerMb = 150;
/**
 * A thread needs so much for pages of 10 MB: its heap, the bytes of the page, and what the allocator keeps.
 */
const leastThreadMb = 150;
const mostThreadMb = 330;
/** Of a thread, what is not heap. */
const outsideHeapMb = 30;
const oldMb = { least: 96, most: 256 };
/**
 * Of a limit, what is planned with: files that are read and the system's own bookkeeping count against it
 * too, and peaks fall together.
 */
const planned = 0.9;
/** A process without a limit shares the machine with others. */
const shareOfMachine = 0.5;

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most));

function setAside({ cleans, enriches, readsChannels, hasLibrary, hasVectors = false }: ProcessWork): number {
  return (
    (cleans && enriches ? mainMb.whole : mainMb.single) +
    (hasLibrary ? libraryMb : 0) +
    (hasVectors ? vectorsMb : 0) +
    (readsChannels ? readerMb : 0)
  );
}

/** How many threads each stage may use at a time; what is set is set. */
function seatsOf(
  most: number,
  { cleans, enriches }: ProcessWork,
  wanted: WantedThreads,
): { readonly clean: number; readonly enrich: number } {
  return {
    clean: cleans ? (wanted.cleanWorkers ?? most) : 0,
    enrich: enriches ? (wanted.enrichWorkers ?? most) : 0,
  };
}

/**
 * Divides what the machine gives: threads by cores, as far as the memory goes; the heap of each from what is
 * left for it.
 */
export function planThreads(machine: Machine, work: ProcessWork, wanted: WantedThreads): ThreadPlan {
  const memoryMb = Math.floor((machine.memoryBytes * (machine.isLimited ? 1 : shareOfMachine)) / mebi);
  const left = Math.max(0, memoryMb * planned - setAside(work));
  const byMemory = Math.max(1, Math.floor(left / leastThreadMb));
  const { clean, enrich } = seatsOf(Math.max(1, Math.min(machine.cores - 1, byMemory)), work, wanted);
  const threads = Math.max(clean, enrich);
  const threadMb = threads === 0 ? 0 : Math.floor(between(leastThreadMb, left / threads, mostThreadMb));
  const isTooMuch = threads * leastThreadMb > left && threads > 0;
  const names = [
    ...(work.cleans && wanted.cleanWorkers !== undefined
      ? [`NEWSMILL_CLEAN_WORKERS=${wanted.cleanWorkers}`]
      : []),
    ...(work.enriches && wanted.enrichWorkers !== undefined
      ? [`NEWSMILL_ENRICH_WORKERS=${wanted.enrichWorkers}`]
      : []),
  ];
  const need = `${threads} thread${threads === 1 ? ' needs' : 's need'} about ${Math.ceil((setAside(work) + threads * leastThreadMb) / planned)} MB with all the rest, this process has ${memoryMb} MB`;
  const warnings = isTooMuch
    ? [
        names.length > 0
          ? `${names.join(' and ')}: ${need}; set fewer, or give it more memory`
          : `${need}; give it more memory, it may be ended under load`,
      ]
    : [];
  return {
    cores: machine.cores,
    memoryMb,
    isLimited: machine.isLimited,
    threads,
    cleanThreads: clean,
    enrichThreads: enrich,
    threadMb,
    heap: { oldMb: between(oldMb.least, threadMb - outsideHeapMb - youngMb, oldMb.most), youngMb },
    bytesInFlight: wanted.bytesInFlight ?? Math.round(between(1_000_000, (memoryMb * mebi) / 128, 8_000_000)),
    bytesFetched: Math.round(between(16_000_000, (memoryMb * mebi) / 16, 256_000_000)),
    warnings,
  };
}

/** The plan in one line, for whoever starts the mill. */
export function describePlan(plan: ThreadPlan): string {
  const memory = plan.isLimited
    ? `${plan.memoryMb} MB (limit of the control group)`
    : `${plan.memoryMb} MB (half of the machine)`;
  const { threads, cleanThreads, enrichThreads, threadMb } = plan;
  const uses = [
    ...(cleanThreads > 0 ? [`clean (${cleanThreads} at a time)`] : []),
    ...(enrichThreads > 0 ? [`enrich (${enrichThreads} at a time)`] : []),
  ];
  const heaps = threads === 0 ? '' : `; threads: ${threads} of ${threadMb} MB to ${uses.join(' and ')}`;
  return `${plan.cores} core${plan.cores === 1 ? '' : 's'}, ${memory}${heaps}`;
}
