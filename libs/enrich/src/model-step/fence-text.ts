import { createHash } from 'node:crypto';

/** A text between two lines that it cannot hold itself. */
export interface FencedText {
  /** The word of both lines. */
  readonly fence: string;
  readonly text: string;
}

/**
 * Puts a text between fences. The fence follows from the text alone (its hash), so the same article asks the
 * same question, and nobody can write a text that ends its own fence: with any text that holds it the fence
 * would be another.
 */
export function fenceText(text: string): FencedText {
  let fence: string;
  let turn = 0;
  do {
    fence = `article-${createHash('sha256').update(`${turn}\n${text}`).digest('hex').slice(0, 20)}`;
    turn += 1;
  } while (text.includes(fence));
  return { fence, text: `<<<${fence}\n${text}\n${fence}>>>` };
}
