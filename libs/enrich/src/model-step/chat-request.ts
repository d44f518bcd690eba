import { z } from 'zod';
import type { ModelQuestion } from './model-question.ts';

/**
 * The dialects of endpoints, in the order in which they are tried: with a JSON schema for the answer; with
 * words alone, for servers that know no schemas; with a schema and without what the newest hosted models
 * refuse (`max_tokens`, `temperature`).
 */
export const answerForms = ['schema', 'words', 'newest'] as const;
export type AnswerForm = (typeof answerForms)[number];

export interface ChatOptions {
  readonly model: string;
  readonly form: AnswerForm;
  /** The answer before and what was wrong with it: the one attempt to repair. */
  readonly refused?: { readonly content: string; readonly problem: string };
}

/** Characters of a refused answer that are shown to the model again. */
const longestRefused = 4_000;

/** Body of `POST /chat/completions` (OpenAI API; `response_format` of type json_schema). */
export function chatRequest(
  question: ModelQuestion,
  { model, form, refused }: ChatOptions,
): Record<string, unknown> {
  const messages = [
    { role: 'system', content: question.system },
    { role: 'user', content: question.user },
  ];
  if (refused !== undefined)
    messages.push(
      { role: 'assistant', content: refused.content.slice(0, longestRefused).toWellFormed() },
      {
        role: 'user',
        content: `That answer cannot be used: ${refused.problem}. Answer once more, with the JSON object alone.`,
      },
    );
  const { name, schema } = question.form;
  const limits =
    form === 'newest'
      ? { max_completion_tokens: question.mostTokens }
      : { temperature: 0, max_tokens: question.mostTokens };
  return {
    model,
    messages,
    ...limits,
    stream: false,
    ...(form === 'words'
      ? {}
      : { response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } } }),
  };
}

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: z.object({ total_tokens: z.int().nonnegative().max(10_000_000) }).nullish(),
});

/**
 * The words of an answer, and the tokens that were counted where the endpoint says so; undefined for what is
 * no answer.
 */
export function readCompletion(
  text: string,
): { readonly content: string; readonly tokens?: number } | undefined {
  try {
    const parsed = Completion.safeParse(JSON.parse(text));
    const content = parsed.data?.choices[0]?.message.content;
    if (content === undefined || content === null) return undefined;
    const tokens = parsed.data?.usage?.total_tokens;
    return tokens === undefined ? { content } : { content, tokens };
  } catch {
    return undefined;
  }
}
