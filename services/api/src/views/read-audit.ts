import type { Fate } from '@newsmill/contracts';
import type { AuditRow, AuditView } from '@newsmill/service-console';
import type { FateCount } from '@newsmill/store';
import type { ApiPorts } from '../api-ports.ts';
import { endOf, startOf, type AuditQuery } from '../shapes/parameters.ts';
import { readDead } from './read-dead.ts';

type Tally = AuditView['totals'];
const day = 86_400_000;
const shownRows = 500;
const nothing: Tally = {
  discovered: 0,
  indexed: 0,
  duplicate: 0,
  dropped: 0,
  gone: 0,
  denied: 0,
  dead: 0,
  underWay: 0,
};

const columnOf: Readonly<Record<Fate, Exclude<keyof Tally, 'discovered'>>> = {
  indexed: 'indexed',
  duplicate: 'duplicate',
  dropped: 'dropped',
  gone: 'gone',
  denied: 'denied',
  dead: 'dead',
  waiting: 'underWay',
  retrying: 'underWay',
  passed: 'underWay',
  replayed: 'underWay',
};

function counted(tally: Tally, { fate, count }: FateCount): Tally {
  const column = columnOf[fate];
  return { ...tally, discovered: tally.discovered + count, [column]: tally[column] + count };
}

/** Counts per source and hour of discovery, newest hour first. */
export function auditRows(counts: readonly FateCount[]): readonly AuditRow[] {
  const rows = new Map<string, AuditRow>();
  for (const entry of counts) {
    const key = `${entry.hour} ${entry.sourceId}`;
    const row = rows.get(key) ?? { sourceId: entry.sourceId, hour: entry.hour, ...nothing };
    rows.set(key, { ...row, ...counted(row, entry) });
  }
  return [...rows.values()].toSorted((a, b) => b.hour - a.hour || (a.sourceId < b.sourceId ? -1 : 1));
}

interface Facts {
  readonly totals: Tally;
  readonly rows: readonly AuditRow[];
  readonly documents: number;
  readonly deadLetters: number;
  readonly now: number;
}

/** What does not add up. What is under way may be counted on one side already, so it is the tolerance. */
export function auditImbalances({ totals, documents, deadLetters }: Facts): readonly string[] {
  const findings: string[] = [];
  if (Math.abs(documents - totals.indexed) > totals.underWay)
    findings.push(
      `The ledger counts ${totals.indexed} items as indexed, the library holds ${documents} articles.`,
    );
  if (totals.dead - deadLetters > totals.underWay)
    findings.push(
      `The ledger counts ${totals.dead} items as dead, but there are ${deadLetters} dead letters.`,
    );
  return findings;
}

function stuck({ rows, now }: Facts): readonly string[] {
  const old = rows.filter(({ hour, underWay }) => underWay > 0 && now - hour > day);
  const sources = [...new Set(old.map(({ sourceId }) => sourceId))];
  return sources.map(
    (id) =>
      `${old.filter(({ sourceId }) => sourceId === id).reduce((sum, { underWay }) => sum + underWay, 0)} items of ${id} have been under way for more than a day.`,
  );
}

function reasonsOf(counts: readonly FateCount[]): AuditView['reasons'] {
  const sums = new Map<string, { fate: Fate; reason: string; count: number }>();
  for (const { fate, reason, count } of counts) {
    if (columnOf[fate] === 'underWay' || fate === 'indexed') continue;
    const known = sums.get(`${fate} ${reason}`);
    sums.set(`${fate} ${reason}`, { fate, reason, count: (known?.count ?? 0) + count });
  }
  return [...sums.values()].toSorted((a, b) => b.count - a.count);
}

/** Does everything that was discovered have a fate? The library and the dead letters are compared where nothing narrows the count. */
export async function readAudit(ports: ApiPorts, query: AuditQuery): Promise<AuditView> {
  const isWhole = query.from === undefined && query.to === undefined && query.source === undefined;
  const [counts, documents, dead] = await Promise.all([
    ports.state.countFates({ from: startOf(query.from), to: endOf(query.to), sourceId: query.source }),
    ports.library.count(),
    readDead(ports, { limit: 1 }),
  ]);
  const rows = auditRows(counts);
  const facts: Facts = {
    totals: counts.reduce(counted, nothing),
    rows,
    documents,
    deadLetters: dead.total,
    now: ports.now(),
  };
  const imbalances = isWhole ? auditImbalances(facts) : [];
  return {
    balanced: imbalances.length === 0,
    findings: [...imbalances, ...stuck(facts)],
    totals: facts.totals,
    documents,
    deadLetters: dead.total,
    rows: rows.slice(0, shownRows),
    reasons: reasonsOf(counts),
  };
}
