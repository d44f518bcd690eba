import type { PageLine } from '../body/page-lines.ts';
import type { PassPage } from './pass.ts';

/** The lines that stand before the first, and behind the last running text of a body. */
export interface Edges {
  readonly front: readonly PageLine[];
  readonly tail: readonly PageLine[];
}

/** Marks that end a sentence in any script, and what closes with them. */
const ended = /[.!?…‽؟۔।॥።။។。｡．！？]["'’”“»›)\]}」』】》〉）］｣]{0,4}$/u;
/** A line of so many words is running text, also where no mark ends it, as in Thai. */
const longLine = 25;
const mostLinked = 0.5;
/** A shorter line may be said twice: a chorus, a name, a question. */
const fewestRepeated = 10;
/** bounded: 1500, passes see no longer line. */
const aroundText = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Whether a line is running text: it ends as a sentence, or is long, and is no link. */
function isRunning({ kind, text, weight, linkShare }: PageLine): boolean {
  return kind !== 'heading' && linkShare < mostLinked && (weight >= longLine || ended.test(text.trimEnd()));
}

/** Whether a line stands word for word in one of the lines before it; marks at its ends do not count. */
export function isRepeat(line: PageLine, before: readonly PageLine[]): boolean {
  if (line.weight < fewestRepeated || !(line.kind === 'paragraph' || line.kind === 'heading')) return false;
  const own = line.text.replace(aroundText, '');
  return before.some((one) => one !== line && one.text.length >= own.length && one.text.includes(own));
}

/**
 * The lines of the body at its edges that no pass has taken: those before its first and behind its last running
 * text. Text that only says again what stands above it is no end. Both are empty where there is no running text.
 */
export function edgesOf({ lines, isTaken }: Pick<PassPage, 'lines' | 'isTaken'>): Edges {
  const body = lines.filter((line) => line.isBody && !isTaken(line));
  const first = body.findIndex(isRunning);
  if (first < 0) return { front: [], tail: [] };
  let last = body.length - 1;
  for (; last > first; last -= 1) {
    const line = body[last] as PageLine; // within its length
    if (isRunning(line) && !isRepeat(line, body.slice(0, last))) break;
  }
  return { front: body.slice(0, first), tail: body.slice(last + 1) };
}
