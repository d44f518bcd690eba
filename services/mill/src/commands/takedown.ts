import { userInfo } from 'node:os';
import type { TakedownReceipt } from '@newsmill/service-api';
import { complain, say } from '../say.ts';
import { liftTakedown, takeDown, takedowns, UnknownArticle } from '../take-down.ts';
import { withPorts } from './with-ports.ts';

/** What stands in the way of a takedown; the message says what to do. */
export const takedownErrors = [UnknownArticle];

function line({ id, url, when, who, reason, isDone, lifted }: TakedownReceipt): string {
  const state =
    lifted === undefined
      ? isDone
        ? 'down'
        : 'cut short: take it down again'
      : `lifted ${lifted.when.slice(0, 16)} by ${lifted.who}`;
  return `${id}  ${when.slice(0, 16)}  ${who}  ${state}  ${url ?? ''}  ${reason}`;
}

/** `newsmill takedown ARTICLE --reason "…"`, or `--lift`: an article leaves the mill for good, or may come in again. */
export function takedown(
  data: string,
  article: string,
  { reason, lift }: { readonly reason?: string; readonly lift: boolean },
): Promise<number> {
  if (!lift && (reason === undefined || reason.trim() === '')) {
    complain('say why with --reason "…": the receipt keeps it');
    return Promise.resolve(2);
  }
  return withPorts(data, async (ports) => {
    await ports.registry.prepare();
    const who = userInfo().username;
    const receipt = lift
      ? await liftTakedown(ports, { article, who }, Date.now())
      : await takeDown(ports, { article, reason: reason ?? '', who }, Date.now());
    say(line(receipt));
    if (!lift)
      complain(
        `${receipt.pages.length} pages of the archive were overwritten; other copies, such as backups, are not reached`,
      );
    return 0;
  });
}

/** `newsmill takedown list`: the receipts. */
export function listTakedowns(data: string, { json }: { readonly json: boolean }): Promise<number> {
  return withPorts(data, async ({ registry }) => {
    await registry.prepare();
    let count = 0;
    for await (const { value } of takedowns(registry).all()) {
      say(json ? JSON.stringify(value) : line(value));
      count += 1;
    }
    if (count === 0) complain('nothing was taken down');
    return 0;
  });
}
