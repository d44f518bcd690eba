import type { Fault } from './fault.ts';

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
];
