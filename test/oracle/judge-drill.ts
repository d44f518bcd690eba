import { setTimeout as sleep } from 'node:timers/promises';
import type { NewsWeb } from '../newsweb/serve-news-web.ts';
import { untilAtRest } from '../start-mill.ts';
import { judge, type Verdict } from './judge.ts';
import { readOutcome } from './read-outcome.ts';

export interface DrillVerdict extends Verdict {
  readonly documents: number;
  readonly seconds: number;
}

/** Waits until everything that the web tells has come through, what changed at `changedAt` too. */
export async function untilThrough(
  address: string,
  { articles, limitMs }: { readonly articles: number; readonly limitMs: number },
  { began, changedAt }: { readonly began: number; readonly changedAt: number },
): Promise<void> {
  await untilAtRest(address, articles * 0.9, limitMs);
  // A list page does not tell of a change: only a revisit finds it. The ages double, so all are through by
  // twice the time of the change.
  await sleep(Math.max(4_000, began + 2 * (changedAt - began) + 25_000 - Date.now()));
  return untilAtRest(address, articles * 0.9, limitMs);
}

/** How many articles a mill finds by a token; undefined where it gives no answer to that. */
export async function countFound(address: string, token: string): Promise<number | undefined> {
  const answer = await fetch(`${address}/api/v1/search?limit=1&q=${token}`);
  const page: { total?: number } = await answer.json();
  return page.total;
}

async function isFound(address: string, token: string): Promise<boolean> {
  return (await countFound(address, token)) !== 0;
}

/**
 * Waits until what its publishers took away has left the library: the ledger knows of it before the library
 * does. A hang guard alone: what stays is judged.
 */
export async function untilWithdrawn(address: string, web: NewsWeb): Promise<void> {
  const tokens = web.expected
    .filter(({ fate, fault }) => fate === 'gone' && fault?.endsWith('-later') === true)
    .map(({ token }) => token);
  for (
    let turn = 0;
    turn < 600 && (await Promise.all(tokens.map((token) => isFound(address, token)))).includes(true);
    turn += 1
  )
    await sleep(300);
}

/** Compares what a stopped mill has ended with to what the web expects. */
export async function judgeDrill(
  web: NewsWeb,
  settings: Readonly<Record<string, string>>,
  began: number,
): Promise<DrillVerdict> {
  const outcome = await readOutcome(settings, web.expected);
  const verdict = judge(web.expected, outcome);
  return { ...verdict, documents: outcome.documents.length, seconds: (Date.now() - began) / 1_000 };
}
