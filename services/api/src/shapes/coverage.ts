import { z } from 'zod';

const count = z.int().nonnegative();

export const CoverageAnswer = z.object({
  id: z.string(),
  total: count.describe(
    'Articles of the story and its near copies; where there are more than are listed, the newest are left out.',
  ),
  items: z
    .array(
      z.object({
        id: z.string(),
        url: z.string(),
        title: z.string(),
        published: z.string().describe('ISO 8601, UTC.'),
        source: z.string().describe('Id of the source.'),
        sourceName: z.string().optional(),
        language: z.string().describe('BCP 47.'),
        relation: z
          .enum(['first', 'copy', 'update', 'excerpt', 'expansion'])
          .optional()
          .describe('What it is to the first of its family of near copies.'),
        agency: z.string().optional().describe('News agency that its text is from.'),
        adds: z
          .object({
            sentences: z
              .array(z.string())
              .readonly()
              .describe('Sentences that none before it has, at most eight; within one language.'),
            compared: count.describe('Sentences that were compared.'),
            names: z.array(z.string()).readonly().describe('People, organisations and places.'),
            figures: z.array(z.string()).readonly().describe('Amounts of money, and quantities.'),
          })
          .optional()
          .describe('What it adds to those before it; absent of the first.'),
      }),
    )
    .readonly()
    .describe('In the order of publication.'),
});
