import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MillNow } from '@newsmill/operate';
import { complain, plain, say } from '@newsmill/service';

interface Shown {
  readonly everyMs: number;
  read(): Promise<MillNow>;
  /** One line for a terminal that is none. */
  asText(now: MillNow): string;
  /** Lines for the whole of a terminal; none: lines are shown there too. */
  readonly asTable?: (now: MillNow) => readonly string[];
}

const escape = '\u001B';
/** The other screen of the terminal, so that what stood there comes back; no cursor. */
const [enter, leave] = [`${escape}[?1049h${escape}[?25l`, `${escape}[?25h${escape}[?1049l`];

/** Fills the terminal: what does not fit is cut off. */
function paint(lines: readonly string[]): void {
  const { columns = 80, rows = 24 } = process.stdout;
  const shown = lines.slice(0, rows - 1).map((line) => `${plain(line).slice(0, columns)}${escape}[K`);
  process.stdout.write(`${escape}[H${shown.join('\r\n')}${escape}[J`);
}

/** Ends with q, Escape, Ctrl-C or a signal. */
function listenForEnd(end: () => void): () => void {
  const { stdin } = process;
  const onKey = (bytes: Buffer) => {
    if (['q', 'Q', escape, '\u0003'].includes(bytes.toString('latin1'))) end();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  if (stdin.isTTY) {
    stdin.setRawMode(true);
    stdin.on('data', onKey);
  }
  return () => {
    process.removeListener('SIGINT', end);
    process.removeListener('SIGTERM', end);
    if (!stdin.isTTY) return;
    stdin.removeListener('data', onKey);
    stdin.setRawMode(false);
    stdin.pause();
  };
}

/** Shows how the mill stands until somebody ends it. What cannot be read once is said, and read again. */
export async function showAgain({ everyMs, read, asText, asTable }: Shown): Promise<void> {
  const halt = new AbortController();
  const end = () => halt.abort();
  // A mistake at the first reading is one of the command.
  let now = await read();
  const isScreen = asTable !== undefined && process.stdout.isTTY;
  const stopListening = listenForEnd(end);
  // Whoever reads the lines may go, as `head` does.
  process.stdout.once('error', end);
  if (isScreen) process.stdout.write(enter);
  const repaint = () => paint(asTable?.(now) ?? []);
  if (isScreen) process.stdout.on('resize', repaint);
  try {
    while (!halt.signal.aborted) {
      if (isScreen) repaint();
      else say(asText(now));
      await sleep(everyMs, undefined, { signal: halt.signal }).catch(() => undefined);
      if (!halt.signal.aborted) now = await readOr(read, now, isScreen);
    }
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  } finally {
    process.stdout.removeListener('resize', repaint);
    if (isScreen) process.stdout.write(leave);
    stopListening();
  }
}

/** What is read now; what was known before, with the reason in front, where it cannot be read. */
async function readOr(read: Shown['read'], known: MillNow, isScreen: boolean): Promise<MillNow> {
  try {
    return await read();
  } catch (error) {
    const text = `cannot be read now: ${error instanceof Error ? error.message : String(error)}`;
    if (!isScreen) complain(text);
    const warnings = known.warnings.filter(({ name }) => name !== 'unread');
    return {
      ...known,
      warnings: [{ name: 'unread', text, next: { text: 'It is read again' } }, ...warnings],
    };
  }
}
