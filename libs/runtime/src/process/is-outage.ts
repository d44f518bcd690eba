import { BusUnreachable } from '@newsmill/bus';
import { ArchiveUnreachable, LibraryUnreachable, StateLost, StateUnreachable } from '@newsmill/store';

const outages = [BusUnreachable, StateUnreachable, StateLost, LibraryUnreachable, ArchiveUnreachable];

/** Whether the error says that a server is away for now: no fault of what was asked. */
export function isOutage(error: unknown): error is Error {
  return outages.some((kind) => error instanceof kind);
}
