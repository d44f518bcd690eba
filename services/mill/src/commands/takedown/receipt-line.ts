import type { TakedownReceipt } from '@newsmill/operate';

/** A receipt in one line. */
export function receiptLine({ id, url, when, who, reason, isDone, lifted }: TakedownReceipt): string {
  const state =
    lifted === undefined
      ? isDone
        ? 'down'
        : 'cut short: take it down again'
      : `lifted ${lifted.when.slice(0, 16)} by ${lifted.who}`;
  return `${id}  ${when.slice(0, 16)}  ${who}  ${state}  ${url ?? ''}  ${reason}`;
}
