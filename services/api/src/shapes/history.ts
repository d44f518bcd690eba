import { editClassNames } from '@newsmill/contracts';
import { z } from 'zod';

const classes = z.array(z.enum(editClassNames)).readonly();
const version = z
  .string()
  .regex(/^\d{1,16}$/, 'the number of a version')
  .transform(Number)
  .optional();

export const CompareQuery = z.strictObject({
  from: version.describe('The earlier version. Default: the one before the other.'),
  to: version.describe('The later version. Default: the one of now.'),
});
export type CompareQuery = z.output<typeof CompareQuery>;

const Version = z.object({
  version: z.int().describe('fetchedAt of the last page that read so, epoch milliseconds.'),
  from: z.string().describe('When newsmill first read it so; of the first version, when it was discovered.'),
  until: z.string().optional().describe('When newsmill first read it otherwise; absent: it reads so now.'),
  classes: classes.describe('What the edit changed that made it; none for the first version.'),
  title: z.string(),
  subtitle: z.string().optional(),
  language: z.string(),
  authors: z.array(z.string()),
  published: z.string(),
  modified: z.string().optional(),
  content: z.string().describe('The text; an empty line separates paragraphs.'),
});
export const VersionsAnswer = z.object({
  id: z.string(),
  versions: z.array(Version).readonly().describe('The oldest first; the last one is that of now.'),
});

const words = z
  .array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }))
  .readonly()
  .describe('All pieces that are not added are the earlier text; all that are not removed, the later one.');
const told = Version.omit({ content: true });
export const ComparisonAnswer = z.object({
  id: z.string(),
  from: told,
  to: told,
  classes: classes.describe('What differs between the two.'),
  title: words,
  sentences: z
    .array(
      z.union([
        z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }),
        z.object({ kind: z.literal('changed'), before: z.string(), after: z.string(), words }),
      ]),
    )
    .readonly()
    .describe('Both texts, sentence by sentence.'),
});
export type ComparisonAnswer = z.output<typeof ComparisonAnswer>;
