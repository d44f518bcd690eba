import { z } from 'zod';

/** What can be changed about a mill, in words; the log of changes names each change by its key. */
export const changeKinds = {
  'source-added': 'added a source',
  'source-changed': 'changed the file of a source',
  'source-paused': 'paused a source',
  'source-resumed': 'resumed a source',
  'source-removed': 'removed a source',
  'brake-lifted': 'lifted the brake of a source',
  'quotas-lifted': 'lifted the quotas of a source for the day',
  'source-polled': 'had a source polled at once',
  'search-saved': 'saved a search',
  'search-changed': 'changed a saved search',
  'search-removed': 'removed a saved search',
  'search-tested': 'sent a test of an alert',
  'secret-rotated': 'gave a webhook another secret',
  'delivery-retried': 'sent a delivery again',
  'letters-replayed': 'replayed dead letters',
  'replay-started': 'began a replay of dead letters',
  'replay-stopped': 'stopped a replay of dead letters',
  'letters-discarded': 'discarded dead letters',
  'letter-edited': 'edited a dead letter',
  'article-taken-down': 'took an article down',
  'takedown-lifted': 'lifted a takedown',
  'key-made': 'made a key',
  'key-rotated': 'gave a key another text',
  'key-revoked': 'revoked a key',
  'session-opened': 'logged in',
  'session-ended': 'ended a session',
  'articles-reprocessed': 'reprocessed articles',
  'library-reindexed': 'rebuilt the index',
  'archives-backfilled': 'gave the mill archives to read',
  'archive-mended': 'took damaged pages out of the archive',
  'verification-started': 'began a verification of what is kept',
  'verification-stopped': 'stopped a verification of what is kept',
  'backup-made': 'made a backup',
  'backup-restored': 'restored a backup',
  'file-recovered': 'brought over what could be read of a damaged file',
} as const;
export type ChangeKind = keyof typeof changeKinds;
// The keys of a table that is written here.
const kindNames = Object.keys(changeKinds) as ChangeKind[];

const longest = 500;
/** Fields that a change names at most. */
const mostFields = 20;

const Field = z.object({
  path: z.string().describe('Such as `limits.delay`.'),
  before: z
    .string()
    .optional()
    .describe('As JSON, shortened; absent for what was not given, or is a secret.'),
  after: z.string().optional(),
});

/** What was changed, before it is written down. */
export interface NewChange {
  readonly what: ChangeKind;
  /** Id or address of what was changed. */
  readonly subject?: string | undefined;
  /** A reason that was given, or what it was about. Holds no secret. */
  readonly detail?: string | undefined;
  readonly fields?: readonly z.output<typeof Field>[];
}

/** Who changed it. */
export const Asker = z.object({
  who: z.string().describe('Name of the key or session, or of the user of the machine.'),
  by: z.enum(['key', 'session', 'command']),
  keyId: z.string().optional().describe('Id of the key; `admin`: that of the first start.'),
  from: z.string().describe('Address of the client, or name of the machine of a command.'),
});
export type Asker = z.output<typeof Asker>;

/** An entry of the log of changes: nobody changes it, and each holds the hash of the one before. */
export const Change = Asker.extend({
  seq: z.int().positive().describe('Number of the entry; the first one is 1.'),
  when: z.iso.datetime(),
  what: z.enum(kindNames),
  subject: z.string().optional(),
  detail: z.string().optional(),
  fields: z.array(Field).optional().describe('What the change made of which field, at most 20.'),
  keptUntil: z.iso.datetime().describe('When this entry leaves the log.'),
  previous: z.string().describe('`hash` of the entry before; empty for the first one.'),
  previousUntil: z.iso.datetime().optional().describe('`keptUntil` of the entry before.'),
  hash: z.string().describe('SHA-256, hexadecimal, of all of this but itself.'),
});
export type Change = z.output<typeof Change>;

function cut(text: string): string {
  // No control characters: the log is read in terminals, too.
  const plain = text.replaceAll(/\p{Cc}+/gu, ' ');
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}

/** A change with everything in it short enough to be kept. */
export function shortChange({ what, subject, detail, fields = [] }: NewChange): NewChange {
  return {
    what,
    ...(subject === undefined ? {} : { subject: cut(subject) }),
    ...(detail === undefined ? {} : { detail: cut(detail) }),
    ...(fields.length === 0
      ? {}
      : {
          fields: fields.slice(0, mostFields).map(({ path, before, after }) => ({
            path: cut(path),
            ...(before === undefined ? {} : { before: cut(before) }),
            ...(after === undefined ? {} : { after: cut(after) }),
          })),
        }),
  };
}
