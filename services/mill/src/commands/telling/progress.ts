import { styleText } from 'node:util';

/** Where progress is written: standard error, or what stands for it in a test. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How often a bar is drawn at a terminal, and a line is written elsewhere, milliseconds. */
const every = { bar: 100, line: 10_000 };
const barWidth = 24;

/** A span of time as people say it. */
function spanOf(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

const whole = new Intl.NumberFormat('en');

/** What is known of work under way, in words: how much, how fast, how long still. */
export function progressWords(
  { what, unit }: { readonly what: string; readonly unit: string },
  { done, total, ms }: { readonly done: number; readonly total: number | undefined; readonly ms: number },
): string {
  const rate = ms > 0 ? (done / ms) * 1_000 : 0;
  const known = total !== undefined && total > 0;
  const percent = known ? ` (${Math.min(100, Math.floor((done / total) * 100))} %)` : '';
  const left = known && rate > 0 && done < total ? `, ${spanOf(((total - done) / rate) * 1_000)} left` : '';
  const speed = rate >= 10 ? whole.format(Math.round(rate)) : rate.toFixed(1);
  return `${what}: ${whole.format(done)}${known ? ` of ${whole.format(total)}` : ''} ${unit}${percent}, ${speed} a second${left}`;
}

/**
 * Tells how far work is, on standard error: a bar that is drawn over at a terminal, else a line every ten
 * seconds. Nothing where it ends before.
 */
export class Progress {
  readonly #names: { readonly what: string; readonly unit: string };
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  readonly #began: number;
  #next: number;
  #isDrawn = false;

  constructor(
    names: { readonly what: string; readonly unit: string },
    stream: ProgressStream = process.stderr,
    now: () => number = () => performance.now(),
  ) {
    this.#names = names;
    this.#stream = stream;
    this.#now = now;
    this.#began = now();
    this.#next = this.#began + (stream.isTTY === true ? every.bar : every.line);
  }

  /** So much is done, of so much where that is known. */
  at(done: number, total?: number): void {
    const now = this.#now();
    if (now < this.#next) return;
    const isTerminal = this.#stream.isTTY === true;
    this.#next = now + (isTerminal ? every.bar : every.line);
    const words = progressWords(this.#names, { done, total, ms: now - this.#began });
    if (!isTerminal) return void this.#stream.write(`${words}\n`);
    const share = total === undefined || total === 0 ? undefined : Math.min(1, done / total);
    const filled = Math.round((share ?? 0) * barWidth);
    const bar =
      share === undefined
        ? ''
        : `${styleText('green', '█'.repeat(filled), { stream: process.stderr })}${'░'.repeat(barWidth - filled)} `;
    const room = Math.max(20, (this.#stream.columns ?? 80) - (share === undefined ? 1 : barWidth + 2));
    this.#stream.write(`\r\u001b[K${bar}${words.slice(0, room)}`);
    this.#isDrawn = true;
  }

  /** Takes the bar away; what is written next stands on a line of its own. */
  end(): void {
    if (this.#isDrawn) this.#stream.write('\r\u001b[K');
    this.#isDrawn = false;
  }
}

/** Does work that tells how far it is. */
export async function withProgress<T>(
  what: string,
  unit: string,
  work: (report: (done: number, total?: number) => void) => Promise<T>,
): Promise<T> {
  const progress = new Progress({ what, unit });
  try {
    return await work((done, total) => progress.at(done, total));
  } finally {
    progress.end();
  }
}
