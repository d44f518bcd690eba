import { Rights } from '@newsmill/contracts';
import { z } from 'zod';

const count = z.int().nonnegative();

/** An article in a list. */
export const SearchItem = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  summary: z.string().optional(),
  published: z.string().describe('ISO 8601, UTC.'),
  source: z.string().describe('Id of the source.'),
  sourceName: z.string().optional(),
  language: z.string().describe('BCP 47.'),
  authors: z.array(z.string()).readonly(),
  image: z.string().optional(),
  duplicateOf: z.string().optional(),
  familyId: z.string().optional(),
  storyId: z.string().optional(),
  flags: z.array(z.string()).readonly(),
  rights: Rights.optional().describe('What is said of its rights; without it nothing is reserved.'),
  others: count
    .optional()
    .describe('Where hits are collapsed: how many more of the family or story were found.'),
  highlights: z
    .array(
      z.object({
        field: z.enum(['title', 'content']),
        text: z.string(),
        marks: z.array(z.tuple([z.int(), z.int()]).readonly()).readonly(),
      }),
    )
    .readonly()
    .describe('Plain text; marks are [start, end) offsets in UTF-16 units.'),
});
