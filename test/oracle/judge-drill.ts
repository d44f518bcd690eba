import { setTimeout as sleep } from 'node:timers/promises';
import type { Expectation } from '../newsweb/expectation.ts';
import type { NewsWeb } from '../newsweb/serve-news-web.ts';
import { untilAtRest } from '../processes/start-mill.ts';
import { judge, type Verdict } from './judge.ts';
import { readOutcome } from './read-outcome.ts';

/** A hang guard: so long a visit that finds a correction may take, milliseconds. */
const mostWaitMs = 900_000;

export interface DrillVerdict extends Verdict {
  readonly documents: number;
  readonly seconds: number;
}

/** How many articles a mill finds by a token; undefined where it gives no answer to that. */
async function countFound(address: string, token: string): Promise<number | undefined> {
  const answer = await fetch(`${address}/api/v1/search?limit=1&q=${token}`);
  const page: { total?: number } = await answer.json();
  return page.total;
}

/** Waits until every token is found, or none is. A hang guard alone: what stays old is judged. */
async function untilFound(address: string, tokens: readonly string[], isWanted: boolean): Promise<void> {
  const open = [...tokens];
  for (const end = Date.now() + mostWaitMs; open.length > 0 && Date.now() < end; ) {
    // One after the other: a mill refuses whoever asks for a hundred things at once.
    const count = await countFound(address, open.at(-1) ?? '');
    if (count !== undefined && count > 0 === isWanted) open.pop();
    else await sleep(1_000);
  }
}

/** Waits until all that was corrected is found by its last version. */
export function untilCorrected(address: string, told: readonly Expectation[]): Promise<void> {
  const corrected = told.filter(({ fate, versions }) => fate === 'indexed' && versions.length > 1);
  return untilFound(
    address,
    corrected.map(({ token }) => token),
    true,
  );
}

/**
 * Waits until what its publishers corrected has replaced what was there, and what they took away has left: the
 * ledger knows of both before the library does, and where most visits find nothing, a mill leaves ages of pages out,
 * but never the last one.
 */
export async function untilChanged(address: string, { expected }: NewsWeb): Promise<void> {
  await untilCorrected(address, expected);
  const gone = expected.filter(({ fate, fault }) => fate === 'gone' && fault?.endsWith('-later') === true);
  await untilFound(
    address,
    gone.map(({ token }) => token),
    false,
  );
}

/** Waits until everything that the web tells has come through, what changed meanwhile too. */
export async function untilThrough(
  address: string,
  { articles, limitMs }: { readonly articles: number; readonly limitMs: number },
  web: NewsWeb,
): Promise<void> {
  await untilAtRest(address, articles * 0.9, limitMs);
  // A list page does not tell of a change: only a visit of the page finds it.
  await untilChanged(address, web);
  await sleep(4_000);
  return untilAtRest(address, articles * 0.9, limitMs);
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
