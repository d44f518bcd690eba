import { createHash } from 'node:crypto';
import type { ModelTask } from '@newsmill/contracts';
import { promptVersion, type ModelQuestion } from './model-question.ts';

const dayMs = 86_400_000;
/** Tokens that the forms of a question cost besides its words. */
const overhead = 200;

/**
 * Most tokens that a question can cost: three bytes of UTF-8 are rarely less than one token; the repair costs
 * it all once more.
 */
export function mostTokensOf(question: ModelQuestion): number {
  return (
    Math.ceil((Buffer.byteLength(question.system) + Buffer.byteLength(question.user)) / 3) +
    question.mostTokens +
    overhead
  );
}

/** Where the tokens of a day (UTC) are counted, and until when. */
export function budgetEntry(now: number): { readonly key: string; readonly expiresAt: number } {
  const day = Math.floor(now / dayMs);
  return {
    key: `llm/spent/${new Date(day * dayMs).toISOString().slice(0, 10)}`,
    expiresAt: (day + 2) * dayMs,
  };
}

/** Names the answer to a question: another task, model, wording or text is another answer. */
export function answerKey(task: ModelTask, model: string, contentHash: string): string {
  return `llm/answer/${createHash('sha256')
    .update(JSON.stringify([task, model, promptVersion, contentHash]))
    .digest('hex')
    .slice(0, 40)}`;
}
