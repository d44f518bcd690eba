import { statSync } from 'node:fs';
import { join } from 'node:path';
import { imbalances, latestItemAudit, readLetters, type ImbalanceKind } from '@newsmill/operate';
import { Inject, Injectable } from '@nestjs/common';
import type { Metrics, ProcessPorts } from '@newsmill/runtime';
import { Every, PROCESS } from '@newsmill/runtime/nest';
import { formsOf } from '@newsmill/settings';
import {
  keepLettersIndex,
  keepComparison,
  readComparison,
  type KeptComparison,
  Seldom,
} from '@newsmill/service';

const everyMs = 30_000;
/** A comparison takes no longer, milliseconds; one that a process died in is done again then. */
const auditLeaseMs = 3 * 3_600_000;
/** Of all time comparing takes a part in so many at most. */
const auditFactor = 200;
const auditLeastMs = 600_000;

type Measured = Pick<ProcessPorts, 'state' | 'library' | 'settings' | 'metrics' | 'now'>;
type AuditPorts = Pick<ProcessPorts, 'bus' | 'state' | 'library' | 'now' | 'metrics'>;

/**
 * The comparison of all items, as a measure: whichever copy of the service finds it due begins it, and looks for
 * its result at each turn, so that a long one holds up nothing else. All copies show what was found last.
 */
class AuditMeasure {
  /** When the comparison that goes on here was begun, epoch milliseconds. */
  #began: number | undefined;

  async show(ports: AuditPorts): Promise<void> {
    let audit = await readComparison(ports);
    const now = ports.now();
    if (this.#began === undefined && audit.nextAt <= now) {
      await keepComparison(ports, { ...audit, nextAt: now + auditLeaseMs });
      this.#began = now;
    }
    if (this.#began !== undefined) audit = await this.#take(ports, audit, this.#began);
    if (audit.at === undefined) return;
    ports.metrics.auditedAt.set(audit.at / 1_000);
    // the table has no other keys
    for (const kind of Object.keys(imbalances) as ImbalanceKind[])
      ports.metrics.unbalanced.set({ kind }, audit.unbalanced[kind] ?? 0);
  }

  /** The result where there is a newer one by now, kept for all copies; else what was known. */
  async #take(ports: AuditPorts, known: KeptComparison, began: number): Promise<KeptComparison> {
    const found = await latestItemAudit(ports, ports.now()).catch((error: unknown) => {
      this.#began = undefined;
      throw error;
    });
    if (found === undefined || found.checkedAt <= (known.at ?? 0)) return known;
    this.#began = undefined;
    const now = ports.now();
    const audit = {
      nextAt: now + Math.max(auditLeastMs, auditFactor * (now - began)),
      at: found.checkedAt,
      unbalanced: Object.fromEntries(found.unbalanced.map(({ kind, total }) => [kind, total])),
    };
    await keepComparison(ports, audit);
    return audit;
  }
}

async function showFrontier({ state, metrics, now }: Measured): Promise<void> {
  const at = now();
  const [due, next] = await Promise.all([state.countDue(at), state.nextClaimAt()]);
  metrics.frontierDue.set(due);
  metrics.frontierOldest.set(next === undefined ? 0 : Math.max(0, at - next) / 1_000);
}

/** Size of a SQLite file with its log; 0 where there is none. */
function fileBytes(path: string): number {
  return [path, `${path}-wal`].reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

async function showSizes({ state, library, settings, metrics }: Measured): Promise<void> {
  const [usage, articles] = await Promise.all([state.usage(), library.count()]);
  if (usage !== undefined) metrics.storedBytes.set({ of: 'state' }, usage.bytes);
  metrics.storedItems.set({ of: 'library' }, articles);
  const forms = formsOf(settings);
  for (const port of ['library', 'registry'] as const)
    if (forms[port] === 'sqlite')
      metrics.storedBytes.set({ of: port }, fileBytes(join(settings.data, `${port}.db`)));
}

async function showLedger({
  state,
  metrics,
}: {
  readonly state: Measured['state'];
  readonly metrics: Metrics;
}) {
  const counts = await state.countFates({});
  metrics.storedItems.set(
    { of: 'ledger' },
    counts.reduce((sum, { count }) => sum + count, 0),
  );
}

async function showArchive({ archive, metrics }: Pick<ProcessPorts, 'archive' | 'metrics'>): Promise<void> {
  let bytes = 0;
  for await (const file of archive.files()) bytes += file.bytes;
  metrics.storedBytes.set({ of: 'archive' }, bytes);
}

const rarely = { leastMs: everyMs / 2, factor: 100 };

/**
 * What the mill as a whole has and lacks, for its metrics. What takes long is done rarely: each reading a hundredth
 * of the time at most, comparing all items a two-hundredth.
 */
@Injectable()
export class MillMeasures {
  readonly #frontier = new Seldom(rarely);
  readonly #sizes = new Seldom(rarely);
  readonly #letters = new Seldom(rarely);
  readonly #ledger = new Seldom(rarely);
  readonly #archive = new Seldom({ leastMs: 20 * everyMs, factor: 100 });
  readonly #audit = new AuditMeasure();

  constructor(@Inject(PROCESS) private readonly process: ProcessPorts) {}

  @Every('30s', 'measures')
  async measure(): Promise<void> {
    const { bus, settings, metrics } = this.process;
    keepLettersIndex(bus, settings);
    await this.#frontier.do(() => showFrontier(this.process));
    await this.#sizes.do(() => showSizes(this.process));
    await this.#letters.do(async () => metrics.deadWaiting.set((await readLetters(bus)).total));
    await this.#ledger.do(() => showLedger(this.process));
    await this.#archive.do(() => showArchive(this.process));
    await this.#audit.show(this.process);
  }
}
