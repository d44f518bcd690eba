import {
  quotaDay,
  quotaKinds,
  readUse,
  useKey,
  useKeptUntil,
  useKeys,
  type QuotaKind,
  type SourceUse,
} from '@newsmill/contracts';
import type { StateReader, StateWriter, Tally } from '@newsmill/store';

type UsagePorts = {
  readonly state: Pick<StateReader, 'read'> & Pick<StateWriter, 'addTo'>;
  readonly now: () => number;
};
/** What was counted of one kind on one day, and is not told yet. */
type Untold = {
  readonly sourceId: string;
  readonly kind: QuotaKind;
  readonly day: string;
  readonly expiresAt: number;
  /** Parts of a millisecond wait for the rest. */
  amount: number;
};
type Known = { readonly day: string; readonly use: SourceUse; readonly readAt: number };

/** What was used is told to the state so often, milliseconds: a process that dies forgets no more. */
const tellMs = 1_000;
/** What all processes used is read so often, milliseconds. */
const freshMs = 2_000;
/** Sources above which what is known is forgotten. */
const manySources = 10_000;

/**
 * Counts what each source uses a day, for all processes together: this one adds up what it sees and tells the state
 * each second. Where the state is away the count waits, and stands in nobody's way.
 */
export class SourceUsage {
  readonly #ports: UsagePorts;
  /** By the key of the state. */
  readonly #untold = new Map<string, Untold>();
  readonly #known = new Map<string, Known>();
  #telling: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(ports: UsagePorts) {
    this.#ports = ports;
  }

  /** The source has used that. */
  spent(sourceId: string, use: Partial<SourceUse>): void {
    const now = this.#ports.now();
    const day = quotaDay(now);
    for (const kind of quotaKinds) {
      const amount = use[kind] ?? 0;
      if (amount <= 0) continue;
      const key = useKey(kind, sourceId, day);
      const untold = this.#untold.get(key);
      if (untold === undefined)
        this.#untold.set(key, { sourceId, kind, day, expiresAt: useKeptUntil(now), amount });
      else untold.amount += amount;
    }
    this.#tellSoon();
  }

  /** What the source has used today, as far as the processes have told, and this one altogether. */
  async today(sourceId: string): Promise<SourceUse> {
    const now = this.#ports.now();
    const day = quotaDay(now);
    let known = this.#known.get(sourceId);
    if (known?.day !== day || now - known.readAt >= freshMs) {
      if (this.#known.size > manySources) this.#known.clear();
      // What is being told would be counted twice, or not at all.
      await this.#telling;
      const use = readUse(await this.#ports.state.read(useKeys(sourceId, day), now), sourceId, day);
      known = { day, use, readAt: now };
      this.#known.set(sourceId, known);
    }
    const { use } = known;
    const withUntold = (kind: QuotaKind): number =>
      use[kind] + (this.#untold.get(useKey(kind, sourceId, day))?.amount ?? 0);
    return { bytes: withUntold('bytes'), pages: withUntold('pages'), cpuMs: withUntold('cpuMs') };
  }

  /** Tells the state what is left to tell. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#telling;
    await this.#tell();
    clearTimeout(this.#timer);
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#telling = this.#tell().finally(() => {
        this.#telling = undefined;
      });
    }, tellMs).unref();
  }

  async #tell(): Promise<void> {
    this.#timer = undefined;
    const now = this.#ports.now();
    const told: Tally[] = [];
    for (const [key, { amount, expiresAt }] of this.#untold) {
      const whole = Math.floor(amount);
      if (whole > 0) told.push({ key, amount: whole, expiresAt });
      // The rest of a millisecond that nothing is added to any more.
      else if (expiresAt <= now) this.#untold.delete(key);
    }
    if (told.length === 0) return;
    try {
      const sums = await this.#ports.state.addTo(told, now);
      for (const [place, { key, amount }] of told.entries()) this.#wasTold(key, amount, sums[place] ?? 0);
    } catch {
      // The state is away, or is being rebuilt: what is untold is told later.
      return this.#tellSoon();
    }
  }

  #wasTold(key: string, amount: number, sum: number): void {
    const untold = this.#untold.get(key);
    if (untold === undefined) return;
    untold.amount -= amount;
    if (untold.amount <= 0) this.#untold.delete(key);
    const known = this.#known.get(untold.sourceId);
    if (known?.day !== untold.day) return;
    this.#known.set(untold.sourceId, { ...known, use: { ...known.use, [untold.kind]: sum } });
  }
}
