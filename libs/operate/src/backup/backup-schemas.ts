import {
  AlertState,
  ArticleVersion,
  LedgerEvent,
  SavedSearch,
  WebhookSecret,
  stages,
} from '@newsmill/contracts';
import { KeyRecord } from '../keys/api-keys.ts';
import { DeadReceipt } from '../dead/dead-receipt.ts';
import { TakedownReceipt } from '../takedown/takedown-receipt.ts';
import { isWarcFileName } from '@newsmill/store';
import { z } from 'zod';
import { topicsOfStage } from '../ledger/taken-topics.ts';
import { isSourceFileName } from './backup-sources.ts';

const name = z.string().min(1).max(2_000);
const longText = z.string().max(20_000_000);
const time = z.number();
const headers = z.record(z.string().max(200), z.string().max(1_000_000));
const head = { key: z.string().max(4_000), headers };

const item = z.looseObject({
  key: name,
  kind: z.enum(['channel', 'page']),
  url: z.string().max(20_000),
  sourceId: name,
  host: name,
  domain: name,
  dueAt: time.nullable(),
  priority: z.number(),
  attempt: z.number(),
  firstSeen: time,
  fetchedAt: time,
  stamp: longText,
  data: z.record(z.string(), z.unknown()),
});
const state = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), item }),
  z.object({
    kind: z.literal('host'),
    host: name,
    domain: z.string().max(2_000),
    freeAt: time,
    domainFreeAt: time.optional(),
  }),
  z.object({
    kind: z.literal('entry'),
    entry: z.object({ key: name, value: longText.nullable(), expiresAt: time.optional() }),
  }),
  z.object({ kind: z.literal('claim'), ownId: name, canonicalId: name.optional(), articleId: name }),
  z.object({ kind: z.literal('owner'), articleId: name, item: name }),
  z.object({
    kind: z.literal('fingerprint'),
    entry: z.object({
      id: name,
      bands: z.array(name).max(1_000),
      payload: z.string().max(100_000),
      expiresAt: time,
    }),
  }),
  z.object({
    kind: z.literal('site'),
    site: name,
    seenAt: time,
    articles: z.array(z.object({ item: name, lines: z.string().max(10_000) })).max(1_000),
  }),
  z.object({ kind: z.literal('event'), event: LedgerEvent }),
  z.object({
    kind: z.literal('settled'),
    settled: z.object({
      key: z.string().regex(/^[0-9a-f]{16}$/, '16 hex digits'),
      firstSeen: time,
      sourceId: name,
      fate: z
        .object({
          stage: LedgerEvent.shape.stage,
          fate: LedgerEvent.shape.fate,
          reason: z.string().max(2_000).optional(),
          version: time,
          at: time,
          articleId: z.string().max(255).optional(),
          isOwnArticle: z.boolean(),
        })
        .optional(),
      stamp: z.string().max(2_000).optional(),
      isOwner: z.boolean(),
    }),
  }),
]);

/** Enough to handle a document; whether the library takes it, it says itself, article by article. */
const library = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('document'),
    document: z.looseObject({
      id: z.string().min(1).max(500),
      version: z.int(),
      url: z.string().max(20_000),
      title: longText,
      content: longText,
    }),
  }),
  z.object({
    kind: z.literal('link'),
    link: z.object({ id: name, duplicateOf: name, since: time, similarity: z.number() }),
  }),
  z.object({
    kind: z.literal('telling'),
    telling: z.object({ item: name, sources: z.array(name).max(1_000), articleId: name.optional() }),
  }),
  z.object({
    kind: z.literal('version'),
    version: ArticleVersion.extend({
      id: z.string().min(1).max(500),
      title: longText,
      content: longText,
      gone: z.array(longText).max(20_000),
    }),
  }),
  z.object({
    kind: z.literal('tombstone'),
    id: name,
    version: z.int(),
    reason: z.string().max(2_000).optional(),
    heir: name.optional(),
  }),
]);

const recordId = z
  .string()
  .regex(/^[!-~\u0080-\uffff]{1,200}$/, 'an id of 1 to 200 characters without spaces');
const record = <K extends string, T>(of: K, value: z.ZodType<T>) =>
  z.object({ of: z.literal(of), id: recordId, value, expiresAt: time.optional() });
/**
 * Every kind of record that a backup holds. Sessions, leases, idempotency keys and replays under way mean
 * nothing elsewhere, so they are none.
 */
const registry = z.discriminatedUnion('of', [
  record('api-key', KeyRecord),
  record('saved-search', SavedSearch),
  record('webhook-secret', WebhookSecret),
  record('alert-state', AlertState),
  record('takedown', TakedownReceipt),
  record('dead-receipt', DeadReceipt),
]);

/** Kinds of records that mean something only to whoever runs now. */
export const passingKinds: ReadonlySet<string> = new Set([
  'session',
  'idempotency',
  'lease',
  'alert-ask',
  'alert-progress',
  'dead-run',
  // Of backups of the mill that made them.
  'backup-receipt',
  // Of the files of one archive.
  'archive-damage',
  'archive-bound',
  'archive-given-up',
  'archive-turn',
  'archive-look',
  'database-look',
  'verification',
  // The log of what was changed at the mill that kept it: elsewhere none of it happened.
  'change',
  'change-head',
]);

/** Where messages wait to be handled by a stage. */
const waitingTopics: ReadonlySet<string> = new Set(
  stages.flatMap((stage) => topicsOfStage(stage).map(({ topic }) => topic)),
);

/** What may stand in a backup: everything that is restored has passed these first. */
export const frameSchemas = {
  manifest: z.looseObject({
    format: z.int().positive(),
    newsmill: z.string().max(100),
    form: z.string().max(100).optional(),
    time: z.string().max(100).optional(),
    archive: z.boolean().optional(),
    signer: z.string().max(1_000).optional(),
  }),
  source: z.object({
    name: z.string().refine(isSourceFileName, { error: 'a name of a source file, without folders' }),
    text: z.string().max(2_000_000),
  }),
  state: z.object({ record: state }),
  library: z.object({ record: library }),
  registry: z.object({ record: registry }),
  ledger: z.object(head),
  message: z.object({
    topic: z
      .string()
      .refine((topic) => waitingTopics.has(topic), { error: 'a topic in which messages wait' }),
    ...head,
  }),
  dead: z.object(head),
  file: z.object({
    name: z.string().refine(isWarcFileName, { error: "a name of an archive's file, without folders" }),
  }),
  piece: z.object({}),
  'file-end': z.object({}),
  trailer: z.object({
    counts: z.record(z.string(), z.int().nonnegative()),
    sha256: z.string().max(200),
    signature: z.string().max(1_000).optional(),
  }),
} as const;
