import { z } from 'zod';
import { channelKinds } from './channel-kinds.ts';
import { StatedRule } from './stated-rule.ts';

const address = z.string().max(2_000);

/** What a feed says of the rights in one entry: the entry itself, else its channel. */
export const EntryRights = z.object({
  licence: address.optional().describe('Address of the licence, or its name.'),
  copyright: z.string().max(500).optional().describe('The notice, plain.'),
  rules: z.array(StatedRule).max(50).default([]),
  terms: z.array(address).max(10).default([]).describe('Addresses of RSL licences that the feed links to.'),
});
export type EntryRights = z.output<typeof EntryRights>;

/** What a channel says of one article; travels with the page as evidence, never as truth. */
export const FeedEntry = z.looseObject({
  url: z.string(),
  id: z.string().optional().describe('guid, atom:id or JSON Feed id.'),
  title: z.string().optional(),
  summary: z.string().optional().describe('Plain text, at most 2,000 characters.'),
  authors: z.array(z.string()).default([]),
  categories: z.array(z.string()).default([]),
  published: z.string().optional().describe('ISO 8601 with offset.'),
  updated: z.string().optional().describe('ISO 8601 with offset.'),
  language: z.string().optional(),
  image: z.string().optional(),
  rights: EntryRights.optional().describe('What the feed says of the rights in it.'),
  channel: z.string().optional().describe('Address of the channel.'),
  configured: z
    .string()
    .optional()
    .describe('Address of the configured channel, where this one was found by it.'),
  channelKind: z.enum(channelKinds).optional().describe('Kind of the channel.'),
  ofSite: z
    .boolean()
    .optional()
    .describe(
      'Whether the channel is of the site of the page. What another site says is hearsay: it overrides nothing that the page says.',
    ),
  hasContent: z
    .boolean()
    .optional()
    .describe('Whether the channel carries the whole text, which stands in for a page that cannot be had.'),
  isAlone: z
    .boolean()
    .optional()
    .describe('Whether the entry names no page: its text is the article, and its address is one of its own.'),
});
export type FeedEntry = z.output<typeof FeedEntry>;
