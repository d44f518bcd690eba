import type { ArticleDocument } from '@newsmill/contracts';
import { Refusal, type ItemView } from '@newsmill/operate';
import { z } from 'zod';
import type { AgentDesk } from './agent-desk.ts';
import { Citation, citationOf } from './citation.ts';
import { cutToTokens } from './estimate-tokens.ts';
import { fenced } from './fence.ts';
import { articleId, findArticle } from './get-article.ts';
import { plainLine } from './plain-text.ts';
import { answer, answerFields, fitting, maxTokens, newNonce, type ToolAnswer } from './tool-answer.ts';

export const explainInput = z
  .strictObject({
    id: articleId.optional().describe('Id of an article.'),
    url: z
      .string()
      .min(1)
      .max(8_000)
      .optional()
      .describe('Address of an article, whether it is in the library or not.'),
    query: z
      .string()
      .max(2_000)
      .optional()
      .describe('A query: does it find the article, and where in its text?'),
    maxTokens,
  })
  .refine(({ id, url }) => (id === undefined) !== (url === undefined), { error: 'either id or url' });

const Step = z.object({
  stage: z.string(),
  fate: z.string(),
  reason: z.string().optional(),
  detail: z.string().optional(),
  at: z.string(),
});
export const explainOutput = z.object({
  article: Citation.extend({ indexed: z.string().optional(), similarity: z.number().optional() }).optional(),
  fate: z
    .object({ fate: z.string(), meaning: z.string(), next: z.string(), steps: z.array(Step) })
    .optional()
    .describe('What became of the address, stage by stage, from the ledger.'),
  match: z
    .object({
      found: z.boolean(),
      places: z.array(z.object({ field: z.string(), text: z.string(), words: z.array(z.string()) })),
    })
    .optional(),
  provenance: z
    .array(z.object({ field: z.string(), value: z.string(), source: z.string(), confidence: z.number() }))
    .describe('Where each field of the article was found.'),
  removed: z
    .array(z.object({ pass: z.string(), why: z.string(), count: z.int() }))
    .describe('What cleaning removed from the page.'),
  facts: z
    .array(z.object({ name: z.string(), by: z.string() }))
    .describe('What enriching found, and which rule or model found it.'),
  ...answerFields,
});

const line = (text: string, tokens: number): string => cutToTokens(plainLine(text), tokens);

/**
 * Why the article is what it is, or where it is: its fate, where its fields come from, what was taken out,
 * whether a search finds it.
 */
export async function explain(
  desk: AgentDesk,
  { id, url, query, maxTokens: most }: z.output<typeof explainInput>,
): Promise<ToolAnswer> {
  const known = url === undefined ? undefined : await desk.lookUp(url);
  const document =
    id === undefined ? await desk.article(known?.articleId ?? '') : await findArticle(desk, id);
  const item =
    known ?? (document === undefined ? undefined : await desk.lookUp(document.ingest.discoveredUrl));
  if (item === undefined && document === undefined)
    throw new Refusal(
      'unknown-item',
      'This address is not known: no source has named it. It may come with the next poll of its source, or no source is configured for it.',
    );
  const nonce = newNonce();
  const match =
    query === undefined || document === undefined ? undefined : await matchOf(desk, document, query);
  const provenance = (document?.provenance ?? []).map(({ field, value, source, confidence }) => ({
    field: line(field, 10),
    value: line(value, 30),
    source: line(source, 20),
    confidence,
  }));
  const head =
    item === undefined
      ? `Article ${id ?? ''}.`
      : `${item.fate}: ${line(item.meaning, 60)} ${line(item.next, 60)}`;
  // What is cut first comes last: the provenance, the facts, what was removed, the steps.
  return fitting(provenance.length + 3, most, (count) => {
    const shown = provenance.slice(0, Math.max(0, count - 3));
    const structured = {
      ...(document === undefined
        ? {}
        : {
            article: { ...citationOf(document), indexed: document.indexed, similarity: document.similarity },
          }),
      ...(item === undefined ? {} : { fate: fateOf(item, count > 0) }),
      ...(match === undefined ? {} : { match }),
      provenance: shown,
      removed: count > 1 ? removedOf(document) : [],
      facts: count > 2 ? factsOf(document) : [],
      ...(shown.length < provenance.length
        ? {
            note: `Not all fitted into ${most} tokens; ${provenance.length - shown.length} entries of the provenance are left out.`,
          }
        : {}),
    };
    return answer(
      head,
      fenced(JSON.stringify({ ...structured, note: undefined }, null, 1), nonce),
      structured,
    );
  });
}

function fateOf(
  { fate, meaning, next, events }: ItemView,
  withSteps: boolean,
): z.output<typeof explainOutput>['fate'] {
  const steps = (withSteps ? events.slice(-8) : []).map((event) => ({
    stage: event.stage,
    fate: event.fate,
    reason: event.reason === undefined ? undefined : line(event.reason, 10),
    detail: event.detail === undefined ? undefined : line(event.detail, 20),
    at: new Date(event.at).toISOString(),
  }));
  return { fate, meaning: line(meaning, 60), next: line(next, 60), steps };
}

/** Asks the search itself, within the second of the article. */
async function matchOf(
  desk: AgentDesk,
  document: ArticleDocument,
  query: string,
): Promise<NonNullable<z.output<typeof explainOutput>['match']>> {
  const second = Math.floor(Date.parse(document.published) / 1_000) * 1_000;
  const { items } = await desk.search({
    q: query,
    from: new Date(second).toISOString(),
    to: new Date(second + 1_000).toISOString(),
    source: [document.sourceId],
    sort: 'newest',
    limit: 100,
  });
  const hit = items.find(({ id }) => id === document.id);
  const places = (hit?.highlights ?? []).slice(0, 2).map(({ field, text, marks }) => ({
    field,
    text: line(text, 60),
    words: [...new Set(marks.map(([start, end]) => line(text.slice(start, end), 10)))].slice(0, 8),
  }));
  return { found: hit !== undefined, places };
}

function removedOf(document: ArticleDocument | undefined): z.output<typeof explainOutput>['removed'] {
  const counts = new Map<string, { pass: string; why: string; count: number }>();
  for (const { pass, why } of document?.removals ?? []) {
    const key = `${pass}\n${why}`;
    counts.set(key, { pass: line(pass, 10), why: line(why, 15), count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].slice(0, 6);
}

function factsOf(document: ArticleDocument | undefined): { name: string; by: string }[] {
  const pairs = (document?.facts ?? []).map(({ name, by }) => ({ name: line(name, 8), by: line(by, 10) }));
  return [...new Map(pairs.map((pair) => [`${pair.name}\n${pair.by}`, pair])).values()].slice(0, 10);
}
