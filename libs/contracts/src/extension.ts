import { z } from 'zod';
import { EnrichedArticle } from './article/enriched-article.ts';
import { extensionName } from './extensions.ts';
import { articleEnriched, day, type TopicWithGroups } from './pipeline.ts';
import type { Topic, TopicConfig } from './topic.ts';

/** Header in which an extension sends back what it found, as JSON (ExtensionAnswer). */
export const factsHeader = 'newsmill-facts';
/** Header of an article that the library has: what comes back replaces that of its version. */
export const againHeader = 'newsmill-again';

/** Greatest length of an answer, characters. */
export const longestAnswer = 65_536;

/** What an extension found in one article, as it stands in the header `newsmill-facts`. */
export const ExtensionAnswer = z.strictObject({
  version: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,39}$/, 'letters, digits and ._+-, at most 40')
    .describe('Version of the extension; goes up when it answers otherwise.'),
  facts: z
    .array(
      z.strictObject({
        name: extensionName.describe(
          'Name of the fact; in the document that of the extension and a dot stand before it.',
        ),
        value: z
          .unknown()
          .refine((value) => value !== undefined, 'a value is missing')
          .describe('Any JSON, at most eight levels deep.'),
        confidence: z.number().min(0).max(1).optional(),
      }),
    )
    .max(50)
    .refine((facts) => new Set(facts.map((fact) => fact.name)).size === facts.length, 'each name once')
    .describe('What it found; an empty list where it found nothing.'),
});
export type ExtensionAnswer = z.output<typeof ExtensionAnswer>;

/** An article that came back from an extension, with what that says of it. */
export const ExtendedArticle = EnrichedArticle.extend({
  answer: z.string().optional(),
  again: z.string().optional(),
});
export type ExtendedArticle = z.output<typeof ExtendedArticle>;

const [sentPrefix, returnedPrefix] = ['newsmill.extend.', 'newsmill.extended.'];

/** What the names of the topics begin with in which articles wait for extensions, and come back from them. */
export const extensionPrefixes = { sent: sentPrefix, returned: returnedPrefix } as const;

/** The group in which each extension takes its articles; in the cluster it is one for each topic. */
export const extensionGroup = 'newsmill-extension';
/** The group in which enrich takes what came back. */
export const extendedGroup = 'newsmill-extended';

/** The topic in which articles wait for an extension. */
export function sentTopic(extension: string): Topic<EnrichedArticle> {
  return {
    name: `${sentPrefix}${extension}`,
    schema: EnrichedArticle,
    description: 'An article with its facts, for an extension that adds others.',
    partitions: articleEnriched.partitions,
    cleanup: 'delete',
    retentionMs: 7 * day,
  };
}

/** The topic to which an extension sends articles back. */
export function returnedTopic(extension: string): Topic<ExtendedArticle> {
  return {
    name: `${returnedPrefix}${extension}`,
    schema: ExtendedArticle,
    headers: { answer: factsHeader, again: againHeader },
    description: `An article as an extension got it, with what it found in the header \`${factsHeader}\`.`,
    partitions: articleEnriched.partitions,
    cleanup: 'delete',
    retentionMs: 7 * day,
  };
}

/** The extension whose topic this is. */
export function extensionOfTopic(topic: string): string | undefined {
  const prefix = [sentPrefix, returnedPrefix].find((entry) => topic.startsWith(entry));
  return prefix === undefined ? undefined : topic.slice(prefix.length);
}

/** The topics of extensions, with their groups. */
export function extensionTopics(extensions: readonly string[]): TopicWithGroups[] {
  return extensions.flatMap((extension) => [
    { ...configOf(sentTopic(extension)), groups: [extensionGroup] },
    { ...configOf(returnedTopic(extension)), groups: [extendedGroup] },
  ]);
}

function configOf({ name, partitions, cleanup, retentionMs }: Topic<unknown>): TopicConfig {
  return { name, partitions, cleanup, retentionMs };
}
