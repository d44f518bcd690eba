import { finalFates, type Fate, type LedgerEvent } from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import type { FateCount, Library, State } from '@newsmill/store';
import { readDeadLetters } from './dead-letters.ts';
import { findStranded } from './find-stranded.ts';
import { itemsWith } from './items-with.ts';

export interface AuditRow {
  readonly sourceId: string;
  /** ISO 8601, start of the hour of discovery. */
  readonly hour: string;
  readonly discovered: number;
  readonly fates: Readonly<Partial<Record<Fate, number>>>;
}
export interface Audit {
  readonly rows: readonly AuditRow[];
  readonly discovered: number;
  readonly fates: Readonly<Partial<Record<Fate, number>>>;
  /** Items on their way: not at rest. */
  readonly inWork: number;
  readonly articles: number;
  /** Items on their way that nothing carries on. */
  readonly stranded: readonly LedgerEvent[];
  /** What does not balance, in words; empty when all does. */
  readonly problems: readonly string[];
}

function rowsOf(counts: readonly FateCount[]): AuditRow[] {
  const rows = new Map<
    string,
    { sourceId: string; hour: string; discovered: number; fates: Partial<Record<Fate, number>> }
  >();
  for (const { sourceId, hour, fate, count } of counts) {
    const key = `${sourceId}\n${hour}`;
    const row = rows.get(key) ?? { sourceId, hour: new Date(hour).toISOString(), discovered: 0, fates: {} };
    row.discovered += count;
    row.fates[fate] = (row.fates[fate] ?? 0) + count;
    rows.set(key, row);
  }
  return [...rows.values()].sort(
    (a, b) => a.hour.localeCompare(b.hour) || a.sourceId.localeCompare(b.sourceId),
  );
}

/** Ids of the library, and for each the item it came from. */
async function libraryItems(library: Library): Promise<Map<string, string>> {
  const items = new Map<string, string>();
  let after: string | undefined;
  do {
    const page = await library.list({ after, limit: 500 });
    for (const document of page.items) items.set(document.id, document.ingest.item);
    after = page.next;
  } while (after !== undefined);
  return items;
}

function list(names: readonly string[]): string {
  return `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
}

/**
 * Proves that the counts balance: every item that was discovered has one fate; what the ledger calls indexed is in the library and
 * nothing else is; what it calls dead is in the dead letters; what is on its way is in the frontier or in a queue.
 */
export async function auditMill(
  ports: { readonly bus: Bus; readonly state: State; readonly library: Library },
  now: number,
): Promise<Audit> {
  const rows = rowsOf(await ports.state.countFates({}));
  const fates: Partial<Record<Fate, number>> = {};
  for (const row of rows)
    for (const [fate, count] of Object.entries(row.fates))
      fates[fate as Fate] = (fates[fate as Fate] ?? 0) + count; // keys of a Record<Fate, …>
  const discovered = rows.reduce((sum, row) => sum + row.discovered, 0);
  const inWork = Object.entries(fates).reduce(
    (sum, [fate, count]) => sum + (finalFates.has(fate as Fate) ? 0 : count),
    0,
  ); // likewise
  const problems: string[] = [];

  const documents = await libraryItems(ports.library);
  const indexed = await itemsWith(ports.state, 'indexed');
  const missing = indexed
    .filter((event) => event.articleId === undefined || !documents.has(event.articleId))
    .map((event) => event.url);
  if (missing.length > 0)
    problems.push(`${missing.length} items are called indexed but are not in the library: ${list(missing)}`);
  const strangers: string[] = [];
  for (const [id, item] of documents) if ((await ports.state.fateOf(item)) === undefined) strangers.push(id);
  if (strangers.length > 0)
    problems.push(
      `${strangers.length} articles in the library have no item in the ledger: ${list(strangers)}`,
    );

  const deadItems = new Set<string>();
  for await (const letter of readDeadLetters(ports.bus))
    deadItems.add(letter.facts.item ?? letter.message.key);
  const unburied = (await itemsWith(ports.state, 'dead'))
    .filter((event) => !deadItems.has(event.item))
    .map((event) => event.url);
  if (unburied.length > 0)
    problems.push(
      `${unburied.length} items are called dead but are not in the dead letters: ${list(unburied)}`,
    );

  const stranded = await findStranded(ports, now);
  if (stranded.length > 0)
    problems.push(
      `${stranded.length} items are on their way, but nothing carries them on (audit --mend fetches them again): ${list(stranded.map((event) => event.url))}`,
    );
  return { rows, discovered, fates, inWork, articles: documents.size, stranded, problems };
}
