import type { Outcome } from '@newsmill/contracts';
import { isOutage } from '../log/outages.ts';
import type { Noted } from './define-stage.ts';
import type { NoTurn } from './fair-turns.ts';

export type Thrown = { readonly kind: 'throw'; readonly error: Error };
/** The source is braked: the message is not handled now. */
export type Braked = { readonly kind: 'braked'; readonly until: number };
/**
 * Its turn has not come for a while: the message makes room for others. `closed`: the stage ends before it.
 */
export type Postponed = { readonly kind: 'postponed'; readonly why: NoTurn };
/** What came of one input. */
export type Result = Outcome<unknown> | Noted | Thrown | Braked | Postponed;

/** What was thrown, as a result. */
export function thrown(error: unknown): Thrown {
  return { kind: 'throw', error: error instanceof Error ? error : new Error(String(error)) };
}

/** ENOSPC of the system, or SQLITE_FULL (result code 13). */
function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return (
    ('code' in error && error.code === 'ENOSPC') ||
    ('errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 13)
  );
}

/**
 * An error of one message; what is nobody's fault among them (a server that is away, a full disk) holds up
 * all, and none climbs the retry ladder for it.
 */
export function faultOfMessage(error: unknown): Thrown {
  if (isOutage(error) || isDiskFull(error)) throw error;
  return thrown(error);
}
