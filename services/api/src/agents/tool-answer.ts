import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { estimateTokens } from './estimate-tokens.ts';
import { notice } from './fence.ts';

const leastTokens = 1_000;
export const mostTokens = 50_000;

/** Bound of an answer. */
export const maxTokens = z
  .int()
  .min(leastTokens)
  .max(mostTokens)
  .default(4_000)
  .describe(
    'Maximum size of the answer in tokens, estimated; what does not fit is left out, with a note and a cursor.',
  );

/** Fields that every answer has. */
export const answerFields = {
  notice: z.string().describe('How to treat what publishers say.'),
  note: z.string().optional().describe('What was left out, and how to get it.'),
  next: z.string().optional().describe('Cursor of what comes next.'),
};

/** An answer of a tool: the same facts as an object and as text. */
export interface ToolAnswer {
  readonly [key: string]: unknown;
  readonly content: { readonly type: 'text'; readonly text: string }[];
  readonly structuredContent: Record<string, unknown>;
}

export function newNonce(): string {
  return randomBytes(9).toString('hex');
}

export function answer(
  head: string,
  body: string,
  structured: Readonly<Record<string, unknown>>,
): ToolAnswer {
  const text = [
    head,
    ...(typeof structured['note'] === 'string' ? [structured['note']] : []),
    ...(typeof structured['next'] === 'string' ? [`next: ${structured['next']}`] : []),
    notice,
    body,
  ].join('\n');
  return { content: [{ type: 'text', text }], structuredContent: { notice, ...structured } };
}

/** Size of the larger of its two forms: a client hands one of them to its model. */
export function sizeOf({ content, structuredContent }: ToolAnswer): number {
  return Math.max(
    estimateTokens(content.map(({ text }) => text).join('')),
    estimateTokens(JSON.stringify(structuredContent)),
  );
}

/**
 * The answer with as many of the first `count` things as fit. `make` is given how many; it should make one of
 * none too.
 */
export async function fitting(
  count: number,
  limit: number,
  make: (count: number) => Promise<ToolAnswer> | ToolAnswer,
): Promise<ToolAnswer> {
  let made = await make(count);
  for (let shown = count; shown > 0 && sizeOf(made) > limit; ) {
    shown = Math.min(shown - 1, Math.floor((shown * limit) / sizeOf(made)) || 0);
    made = await make(Math.max(0, shown));
  }
  return made;
}
