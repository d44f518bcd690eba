import type { Fault } from './fault.ts';
import type { ServiceGround, ServicePlan } from './fault-services.ts';

/** A fault of the distributed form; nothing of it is loaded before it is run. */
function overServices(load: () => Promise<(ground: ServiceGround) => ServicePlan>): Fault['load'] {
  return async () => (await import('./fault-services.ts')).faultServices(await load());
}

/** What the stalls of these faults are measured by. */
const untilTaken = 'from the end of the fault until the library takes something in again';

/** Every fault that newsmill is put through, in the order of the page. */
export const faultTable: readonly Fault[] = [
  {
    name: 'kill',
    id: 'F1',
    does: 'SIGKILL at random times while articles come in, are corrected and withdrawn: the whole mill, or each service in turn',
    unit: 'kills',
    doses: { embedded: { short: 5, full: 200 }, distributed: { short: 5, full: 200 } },
    stall: 'from the kill until the process serves again',
    load: async () => (await import('./faults/kill.ts')).kill,
  },
  {
    name: 'pause',
    id: 'F2',
    does: 'SIGSTOP of one of two copies of a service, for longer than its membership of its group lasts, so that others have its work when it wakes and goes on',
    unit: 'pauses',
    doses: { distributed: { short: 1, full: 20 } },
    stall: untilTaken,
    load: overServices(async () => (await import('./faults/pause.ts')).pause),
  },
  {
    name: 'broker',
    id: 'F4',
    does: 'the broker dies, by SIGKILL and by SIGTERM in turn, and comes back at once, or every fifth time after a minute',
    unit: 'deaths',
    doses: { distributed: { short: 2, full: 10 } },
    stall: untilTaken,
    load: overServices(async () => (await import('./faults/broker.ts')).broker),
  },
  {
    name: 'rebalance',
    id: 'F5',
    does: 'strangers join the groups of the stages, take messages, and leave or die without handling them, five at a time',
    unit: 'members',
    doses: { distributed: { short: 5, full: 100 } },
    stall: untilTaken,
    load: overServices(async () => (await import('./faults/rebalance.ts')).rebalance),
  },
  {
    name: 'redis',
    id: 'F6',
    does: 'Redis is emptied, full, killed, a read-only replica, hanging, away, without its scripts and clients, in turn',
    unit: 'blows',
    doses: { distributed: { short: 3, full: 21 } },
    stall: untilTaken,
    load: overServices(async () => (await import('./faults/redis.ts')).redis),
  },
  {
    name: 'elastic',
    id: 'F7',
    does: 'Elasticsearch answers 429, 503, 413, late or never, refuses single documents, loses answers to what it has done, is read-only, killed, without its alias, without its articles, in turn',
    unit: 'blows',
    doses: { distributed: { short: 3, full: 28 } },
    stall: untilTaken,
    load: overServices(async () => (await import('./faults/elastic.ts')).elastic),
  },
  {
    name: 'network',
    id: 'F8',
    does: 'between one service and one of its servers: latency, little bandwidth, a black hole, resets, slices, answers that are not heard, refused connections, in turn',
    unit: 'spells',
    doses: { distributed: { short: 2, full: 35 } },
    stall: untilTaken,
    load: overServices(async () => (await import('./faults/network.ts')).network),
  },
  {
    name: 'slow',
    id: 'F9',
    does: 'Elasticsearch takes far less than comes in',
    unit: 'seconds',
    doses: { distributed: { short: 10, full: 120 } },
    stall: untilTaken,
    load: overServices(async () => (await import('./faults/slow.ts')).slow),
  },
  {
    name: 'upgrade',
    id: 'F15',
    does: 'every service is replaced by one of an earlier version and by one of now again, twice, with messages under way; the dose says how much earlier',
    unit: 'commits',
    doses: { distributed: { short: 20, full: 100 } },
    stall: untilTaken,
    load: overServices(async () => (await import('./faults/upgrade.ts')).upgrade),
    name: 'terminate',
    id: 'F3',
    does: 'SIGTERM at random times while articles come in; every process ends by itself with code 0',
    unit: 'stops',
    doses: { embedded: { short: 2, full: 100 } },
    stall: 'from the signal until the process has ended',
    load: async () => (await import('./faults/terminate.ts')).terminate,
  },
  {
    name: 'clock',
    id: 'F12',
    does: 'the clock of the machine jumps 25 hours ahead and back, to 1970, to 2100 and back, and goes at twice its speed, while articles come in (libfaketime)',
    unit: 'jumps',
    doses: { embedded: { short: 2, full: 8 } },
    stall: 'from the last jump until every channel has been asked again',
    load: async () => (await import('./faults/clock.ts')).clock,
  },
  {
    name: 'disk-full',
    id: 'F13',
    does: 'the disk is full and has room again at random times while articles come in; then it is read-only at a start; then the process may have 96 files open',
    unit: 'times full',
    doses: { embedded: { short: 2, full: 20 } },
    stall: 'from the moment that there is room until the mill is ready again',
    load: async () => (await import('./faults/disk-full.ts')).diskFull,
  },
  {
    name: 'power-loss',
    id: 'F14',
    does: 'the log of the mill is cut at any byte, a sector of it is zero, or the power goes in the midst of a checkpoint; and half as many acknowledgements are followed by their system calls (strace)',
    unit: 'power cuts',
    doses: { embedded: { short: 40, full: 1_000 } },
    load: async () => (await import('./faults/power-loss.ts')).powerLoss,
  },
  {
    name: 'small-heap',
    id: 'F16',
    does: 'pages of ten megabytes (long, deep, full of blocks, attributes, comments or cells) for a mill with a heap of 128 MB, beside ordinary papers',
    unit: 'huge pages',
    doses: { embedded: { short: 3, full: 70 } },
    load: async () => (await import('./faults/small-heap.ts')).smallHeap,
  },
  {
    name: 'failing-call',
    id: 'F18',
    does: 'the k-th call of queue, state or library fails, for every k from the first on, each while pages go through all stages and one of them is corrected',
    unit: 'calls',
    doses: { embedded: { short: 12, full: 150 } },
    load: async () => (await import('./faults/failing-call.ts')).failingCall,
  },
];
