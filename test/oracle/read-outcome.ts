import { setTimeout as sleep } from 'node:timers/promises';
import { BusUnreachable } from '@newsmill/bus';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import type { ArticleDocument } from '@newsmill/contracts';
import { auditMill, readDead } from '@newsmill/operate';
import { readSettings } from '@newsmill/settings';
import { urlKey } from '@newsmill/text';
import type { Expectation } from '../newsweb/expectation.ts';
import type { JudgedFate, JudgedLetter, JudgedOutcome } from './judge.ts';

/** What a stopped mill has ended with. */
export interface Outcome extends JudgedOutcome {
  readonly documents: readonly ArticleDocument[];
  readonly fates: ReadonlyMap<string, JudgedFate>;
  readonly letters: readonly JudgedLetter[];
  readonly problems: readonly string[];
}

type OutcomePorts = Pick<OpenPorts, 'bus' | 'state' | 'library'>;

async function documentsOf({ library }: OutcomePorts): Promise<ArticleDocument[]> {
  const documents: ArticleDocument[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const page = await library.list({ after, limit: 500 });
    documents.push(...page.items);
    after = page.next;
    more = after !== undefined;
  }
  return documents;
}

async function fatesOf({ state }: OutcomePorts): Promise<Map<string, JudgedFate>> {
  const fates = new Map<string, JudgedFate>();
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await state.listFates({ limit: 1_000, cursor });
    for (const event of page.items)
      fates.set(urlKey(event.url) ?? event.url, { fate: event.fate, reason: event.reason });
    cursor = page.next;
    more = cursor !== undefined;
  }
  return fates;
}

async function lettersOf({ bus }: OutcomePorts): Promise<JudgedLetter[]> {
  const letters: JudgedLetter[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await readDead({ bus }, { limit: 500, cursor });
    letters.push(...page.letters.map(({ url, id, reason }) => ({ url: url ?? id, reason })));
    cursor = page.next;
    more = cursor !== undefined;
  }
  return letters;
}

/** Ids that a search for each token finds. */
async function seenOf(
  { library }: OutcomePorts,
  told: readonly Pick<Expectation, 'token'>[],
): Promise<Map<string, ReadonlySet<string>>> {
  const seen = new Map<string, ReadonlySet<string>>();
  for (const token of new Set(told.map((one) => one.token))) {
    const query = { kind: 'term', text: token } as const;
    const { items } = await library.search({ query, sort: 'newest', limit: 100, facets: [] });
    seen.set(token, new Set(items.map(({ id }) => id)));
  }
  return seen;
}

/** An answer of servers that a crowded machine lets wait: it is asked for again before that is a failure. */
async function answerOf<T>(ask: () => Promise<T>, tries = 5): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof BusUnreachable) || tries === 1) throw error;
    await sleep(2_000);
    return answerOf(ask, tries - 1);
  }
}

/**
 * Reads documents, fates, dead letters and the audit of a mill at rest, and searches for the token of everything
 * that it was told, where that is given.
 */
export async function outcomeOf(
  ports: OutcomePorts,
  told?: readonly Pick<Expectation, 'token'>[],
): Promise<Outcome> {
  await ports.library.refresh();
  // Nothing works here any more: what is quiet now stays quiet.
  const { balanced, findings } = await answerOf(() =>
    auditMill({ ...ports, now: () => Date.now() + 3_600_000 }, { isThorough: true }),
  );
  return {
    documents: await documentsOf(ports),
    fates: await fatesOf(ports),
    seen: told === undefined ? undefined : await seenOf(ports, told),
    letters: await answerOf(() => lettersOf(ports)),
    problems: balanced ? [] : findings,
  };
}

/**
 * As `outcomeOf`, out of what a stopped mill worked on: its files (`NEWSMILL_DATA`), or the servers that the
 * settings name.
 */
export async function readOutcome(
  settings: Readonly<Record<string, string>>,
  told?: readonly Pick<Expectation, 'token'>[],
): Promise<Outcome> {
  const ports = await openPorts(readSettings(settings));
  try {
    return await outcomeOf(ports, told);
  } finally {
    await ports.close();
  }
}
