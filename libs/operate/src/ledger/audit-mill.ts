import { finalFates, type Fate } from '@newsmill/contracts';
import { hiddenQuery } from '@newsmill/search';
import type { FateCount, Library } from '@newsmill/store';
import { endOf, startOf, type AuditQuery } from '../inputs/parameters.ts';
import { auditItems, imbalanceRemedies, imbalanceText, type AuditPorts } from './audit-items.ts';
import { countsByFate, noFateTotals, totalOf, withFate, type FateTotals } from './count-by-fate.ts';
import { latestItemAudit } from './audit-desk.ts';
import type { AuditRow, AuditView } from './audit-view.ts';
import { readLetters } from '../dead/read-dead.ts';

const [shownRows, dayMs] = [500, 86_400_000];
const noFates: AuditRow['fates'] = {};

/** Counts per source and hour of discovery, newest hour first. */
function auditRows(counts: readonly FateCount[]): readonly AuditRow[] {
  const rows = new Map<string, AuditRow>();
  for (const entry of counts) {
    const key = `${entry.hour} ${entry.sourceId}`;
    const row = rows.get(key) ?? {
      sourceId: entry.sourceId,
      hour: entry.hour,
      ...noFateTotals,
      fates: noFates,
    };
    rows.set(key, {
      ...row,
      ...withFate(row, entry),
      fates: { ...row.fates, [entry.fate]: (row.fates[entry.fate] ?? 0) + entry.count },
    });
  }
  return [...rows.values()].toSorted((a, b) => b.hour - a.hour || (a.sourceId < b.sourceId ? -1 : 1));
}

/** Rows after a cursor, `HOUR.SOURCE` of the last row before them. */
function pageOfRows(rows: readonly AuditRow[], cursor: string | undefined): Pick<AuditView, 'rows' | 'next'> {
  const place = cursor?.indexOf('.') ?? 0;
  const [hour, source] = [Number(cursor?.slice(0, place)), cursor?.slice(place + 1) ?? ''];
  const first =
    cursor === undefined
      ? 0
      : rows.findIndex((row) => row.hour < hour || (row.hour === hour && row.sourceId > source));
  const page = first === -1 ? [] : rows.slice(first, first + shownRows);
  const last = page.at(-1);
  return {
    rows: page,
    ...(last === undefined || last === rows.at(-1) ? {} : { next: `${last.hour}.${last.sourceId}` }),
  };
}

/**
 * What the counts alone say, where the items could not be compared yet. What is under way may be counted on
 * one side already, so it is the tolerance.
 */
function auditImbalances(totals: FateTotals, documents: number, deadLetters: number): readonly string[] {
  const findings = ['The comparison of all items is running; meanwhile these are the counts.'];
  if (Math.abs(documents - totals.indexed) > totals.underWay)
    findings.push(
      `The ledger counts ${totals.indexed} items as indexed, but the library has ${documents} articles.`,
    );
  if (totals.dead - deadLetters > totals.underWay)
    findings.push(
      `The ledger counts ${totals.dead} items as dead, but there are ${deadLetters} dead letters.`,
    );
  return findings;
}

function reasonsOf(counts: readonly FateCount[]): AuditView['reasons'] {
  const sums = new Map<string, { fate: Fate; reason: string; count: number }>();
  for (const { fate, reason, count } of counts) {
    if (totalOf[fate] === 'underWay' || fate === 'indexed') continue;
    const known = sums.get(`${fate} ${reason}`);
    sums.set(`${fate} ${reason}`, { fate, reason, count: (known?.count ?? 0) + count });
  }
  return [...sums.values()].toSorted((a, b) => b.count - a.count);
}

/** Sources whose items have been in progress for more than a day. */
function slowSources(counts: readonly FateCount[], now: number): string[] {
  const old = new Map<string, number>();
  for (const { sourceId, hour, fate, count } of counts)
    if (!finalFates.has(fate) && now - hour > dayMs) old.set(sourceId, (old.get(sourceId) ?? 0) + count);
  return [...old].map(([id, count]) => `${count} items of ${id} have been in progress for more than a day.`);
}

async function countHidden(library: Pick<Library, 'search'>): Promise<number> {
  const query = hiddenQuery(undefined);
  return (await library.search({ query, sort: 'newest', limit: 1, facets: [] })).total;
}

export interface AuditChoice extends AuditQuery {
  /**
   * Compares all items now, however long that takes, and tells of every row; otherwise a large mill answers
   * with the comparison of some minutes ago, and with the newest rows.
   */
  readonly isThorough?: boolean;
}

/**
 * Does everything that was discovered have a fate? Library, dead letters, frontier and queues are compared
 * item by item where nothing narrows the count, as `checkedAt` tells.
 */
export async function auditMill(
  ports: AuditPorts & { now(): number },
  { from, to, source, cursor, isThorough = false }: AuditChoice,
): Promise<AuditView> {
  const isWhole = from === undefined && to === undefined && source === undefined;
  const compare = isThorough ? auditItems : latestItemAudit;
  const [items, documents, hidden, { total: deadLetters }] = await Promise.all([
    isWhole ? compare(ports, ports.now()) : undefined,
    ports.library.count(),
    countHidden(ports.library),
    readLetters(ports.bus),
  ]);
  const counts = await ports.state.countFates({ from: startOf(from), to: endOf(to), sourceId: source });
  const rows = auditRows(counts);
  const totals = countsByFate(counts);
  const unbalanced = items?.unbalanced ?? [];
  const byCounts = isWhole && items === undefined ? auditImbalances(totals, documents, deadLetters) : [];
  return {
    balanced: unbalanced.length === 0 && byCounts.length < 2,
    findings: [...unbalanced.map(imbalanceText), ...byCounts, ...slowSources(counts, ports.now())],
    unbalanced: unbalanced.map((one) => ({ ...one, next: imbalanceRemedies[one.kind] })),
    checkedAt: items?.checkedAt,
    totals,
    documents,
    hidden,
    deadLetters,
    ...(isThorough ? { rows } : pageOfRows(rows, cursor)),
    reasons: reasonsOf(counts),
  };
}
