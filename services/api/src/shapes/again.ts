import type { AgainView } from '@newsmill/operate';
import { z } from 'zod';

const count = z.int().nonnegative();

const groups = z
  .array(
    z.object({
      name: z.string(),
      articles: count,
      samples: z
        .array(
          z.object({
            id: z.string(),
            url: z.string(),
            lines: z.array(z.string()).readonly().describe('- as it was, + as it is now; or the title.'),
          }),
        )
        .readonly()
        .describe('Some of them.'),
    }),
  )
  .readonly();

export const AgainAnswer = z.object({
  total: count.describe('About how many articles are meant; the newest of them are read.'),
  read: count.describe('Articles that were cleaned again.'),
  isCutShort: z.boolean().describe('Whether its time was over before the sample was read.'),
  same: count.describe('Articles that are as they were.'),
  changed: count.describe('Articles that would be others.'),
  overtaken: count,
  fields: groups.describe('What would change, by field, most articles first.'),
  kept: groups.describe('Articles that would stay as they are, by the reason, most articles first.'),
}) satisfies z.ZodType<AgainView>;
