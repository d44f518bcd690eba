import type { Harm } from '../../test/payloads/open-hostile.ts';

/** What came of payloads in one way out of the mill. */
export interface PayloadRecord {
  readonly way: string;
  /** Payloads that went this way: the whole of the text, or as much of it as the way shows. */
  readonly payloads: number;
  /** How many of them stood in other things than articles, where there are such. */
  readonly elsewhere?: number;
  /** Pages that Chromium opened; absent: read by the rules of the form. */
  readonly pages?: number;
  readonly ran?: number;
  /** Dialogs, foreign requests, errors, addresses that would run something, and what the policy stopped. */
  readonly otherHarm?: number;
  /** Forms that were not as their rules want them. */
  readonly faults?: number;
}

/** The record of pages that were opened. */
export function recordOfHarm(
  way: string,
  payloads: number,
  { pages, harm }: { readonly pages: number; readonly harm: readonly Harm[] },
): PayloadRecord {
  const sum = (of: (one: Harm) => number): number => harm.reduce((total, one) => total + of(one), 0);
  return {
    way,
    payloads,
    pages,
    ran: sum(({ ran }) => ran),
    otherHarm: sum(
      ({ dialogs, asked, reports, errors, lures }) =>
        dialogs + asked.length + reports.length + errors.length + lures.length,
    ),
  };
}
