import { setTimeout as sleep } from 'node:timers/promises';
import { urlKey } from '@newsmill/text';
import { judge } from './newsweb/judge.ts';
import type { NewsWeb } from './newsweb/serve-news-web.ts';
import { readOutcome } from './read-outcome.ts';
import { untilAtRest } from './start-mill.ts';

export interface DrillVerdict {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly unknown[];
  readonly fateless: readonly string[];
  readonly unlinked: readonly string[];
  readonly unexpected: readonly string[];
  /** What does not balance. */
  readonly problems: readonly string[];
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

async function isFound(address: string, token: string): Promise<boolean> {
  const answer = await fetch(`${address}/api/v1/search?limit=1&q=${token}`);
  const page: { total?: number } = await answer.json();
  return page.total !== 0;
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
  const { documents, fates, problems } = await readOutcome(settings);
  const verdict = judge(web.expected, documents, fates, (url) => urlKey(url) ?? url);
  return { ...verdict, problems, documents: documents.length, seconds: (Date.now() - began) / 1_000 };
}
