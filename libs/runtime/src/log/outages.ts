import type { Note } from '@newsmill/contracts';
import { BusUnreachable } from '@newsmill/bus';
import { ArchiveUnreachable, LibraryUnreachable, StateLost, StateUnreachable } from '@newsmill/store';
import type { Forms, PortName } from '@newsmill/settings';

/** What fails for a while: a line when it begins and one when it is over, however many attempts fail between. */
export interface Outages {
  /** An attempt has failed. `by`: who made it; several may fail for the same reason. */
  failed(by: string, error: unknown): void;
  /** Who failed has succeeded. */
  worked(by: string): void;
}

interface Outage {
  readonly what: string;
  readonly since: number;
  readonly by: Set<string>;
  attempts: number;
  reason: string;
  /** Set while nobody fails: what fails again soon was not over. */
  ending: NodeJS.Timeout | undefined;
}

const kinds = [
  [BusUnreachable, 'bus'],
  [StateUnreachable, 'state'],
  [StateLost, 'state'],
  [LibraryUnreachable, 'library'],
  [ArchiveUnreachable, 'archive'],
] as const satisfies readonly (readonly [abstract new (...parts: never) => Error, PortName])[];

/** Whether the error says that a server is away for now: no fault of what was asked. */
export function isOutage(error: unknown): error is Error {
  return portOf(error) !== undefined;
}

function portOf(error: unknown): PortName | undefined {
  return kinds.find(([kind]) => error instanceof kind)?.[1];
}

/** A server that comes back is often away again for a moment; so long it must be there, milliseconds. */
const calmMs = 10_000;
/** Of a reason this much is told, characters. */
const mostTold = 1_000;

/** Why something failed, in words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** `forms`: names of the servers; several ports may be in one. */
export function createOutages(note: Note, forms: Forms, now: () => number): Outages {
  const open = new Map<string, Outage>();
  const whatOf = new Map<string, string>();

  function begin(what: string, by: string, reason: string): Outage {
    const outage: Outage = { what, since: now(), by: new Set(), attempts: 0, reason, ending: undefined };
    open.set(what, outage);
    note('outage.began', { what, by, reason });
    return outage;
  }
  function end({ what, since, attempts, reason }: Outage, at: number): void {
    open.delete(what);
    note('outage.ended', { what, seconds: Math.round((at - since) / 100) / 10, attempts, reason });
  }
  function leave(by: string): void {
    const outage = open.get(whatOf.get(by) ?? '');
    whatOf.delete(by);
    if (outage?.by.delete(by) !== true || outage.by.size > 0) return;
    const at = now();
    outage.ending = setTimeout(() => end(outage, at), calmMs).unref();
  }
  return {
    failed(by, error) {
      const port = portOf(error);
      const what = port === undefined ? by : forms[port];
      const reason = reasonOf(error).slice(0, mostTold);
      if (whatOf.get(by) !== what) leave(by);
      const outage = open.get(what) ?? begin(what, by, reason);
      clearTimeout(outage.ending);
      outage.by.add(by);
      outage.attempts += 1;
      outage.reason = reason;
      whatOf.set(by, what);
    },
    worked: leave,
  };
}
