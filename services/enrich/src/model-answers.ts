import { readJson } from '@newsmill/contracts';
import { z } from 'zod';
import {
  answerKey,
  budgetEntry,
  checkAnswer,
  mostTokensOf,
  type CheckedAnswer,
  type ModelQuestion,
} from '@newsmill/enrich';
import type { AdvicePorts } from '@newsmill/runtime';
import type { ModelAnswer, ModelEndpoint } from './model-endpoint.ts';

/**
 * Answers are remembered for a month, and that there is none for an hour: a question that cost tokens in vain
 * is not asked at each delivery.
 */
const keptMs = 30 * 86_400_000;
const keptInVainMs = 3_600_000;

/** What is remembered of a question: the value of its fact, or null where no answer could be used. */
const Remembered = z.object({ value: z.unknown() });

export interface AnswerOptions {
  readonly endpoint: Pick<ModelEndpoint, 'ask'>;
  readonly model: string;
  /** Tokens for a day. */
  readonly budget: number;
  /** Day of which it was said that its budget is spent: once is enough. */
  readonly said: { spent: string };
}

/** Where the answer to a question is remembered. */
export function keyOf(question: ModelQuestion, model: string): string {
  return answerKey(question.task, model, question.article.contentHash);
}

/** The remembered value: undefined when nothing is remembered, null when there is no usable answer. */
export function readRemembered(text: string | undefined): unknown {
  return readJson(Remembered, text)?.value;
}

/**
 * Takes tokens from the budget of the day before they are spent; false when it is used up. Counted by the
 * state, so all processes share it.
 */
async function reserve(
  tokens: number,
  { budget, said }: AnswerOptions,
  ports: AdvicePorts,
): Promise<boolean> {
  const entry = budgetEntry(ports.now());
  const [spent = 0] = await ports.state.addTo([{ ...entry, amount: tokens }], ports.now());
  if (spent <= budget) return true;
  await ports.state.addTo([{ ...entry, amount: -tokens }], ports.now());
  if (said.spent !== entry.key) ports.note('advice.spent', { spent: spent - tokens, budget });
  said.spent = entry.key;
  return false;
}

/**
 * Tokens of one question: those that were counted, else the most it can have cost; nothing where it was not
 * worked on.
 */
function tokensOf(answer: ModelAnswer, most: number): number {
  if (answer.kind === 'answer') return answer.tokens ?? most;
  return answer.problem === 'timeout' || answer.problem === 'not-understood' ? most : 0;
}

type Asked =
  | { readonly kind: 'checked'; readonly checked: CheckedAnswer; readonly content: string }
  | { readonly kind: 'none'; readonly reason: string };

async function askOnce(
  question: ModelQuestion,
  refused: { readonly content: string; readonly problem: string } | undefined,
  options: AnswerOptions,
  ports: AdvicePorts,
): Promise<Asked> {
  const task = question.task.kind;
  const most = mostTokensOf(question);
  if (!(await reserve(most, options, ports))) return { kind: 'none', reason: 'budget' };
  const end = ports.metrics.adviceSeconds.startTimer({ task });
  const answer = await options.endpoint.ask(question, refused);
  end();
  const tokens = tokensOf(answer, most);
  ports.metrics.adviceTokens.inc({ task }, tokens);
  if (tokens !== most)
    await ports.state.addTo([{ ...budgetEntry(ports.now()), amount: tokens - most }], ports.now());
  return answer.kind === 'answer'
    ? { kind: 'checked', checked: checkAnswer(question, answer.content), content: answer.content }
    : { kind: 'none', reason: answer.problem };
}

/** Asks, repairs once, remembers. Answers the value of the fact, or why there is none. */
export async function answerQuestion(
  question: ModelQuestion,
  options: AnswerOptions,
  ports: AdvicePorts,
): Promise<{ readonly value: unknown } | { readonly reason: string }> {
  const remember = (value: unknown, ms: number) =>
    ports.state.write([
      { key: keyOf(question, options.model), value: JSON.stringify({ value }), expiresAt: ports.now() + ms },
    ]);
  let refused: { readonly content: string; readonly problem: string } | undefined;
  for (let turn = 0; turn < 2; turn += 1) {
    const asked = await askOnce(question, refused, options, ports);
    if (asked.kind === 'none') return { reason: asked.reason };
    if (asked.checked.ok) {
      await remember(asked.checked.value, keptMs);
      return { value: asked.checked.value };
    }
    refused = { content: asked.content, problem: asked.checked.problem };
  }
  await remember(null, keptInVainMs);
  return { reason: `unusable: ${refused?.problem ?? ''}` };
}
