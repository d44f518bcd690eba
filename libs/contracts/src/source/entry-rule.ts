import { z } from 'zod';
import { Duration } from '../duration.ts';

const patterns = z.array(z.string().min(1).max(300)).min(1).max(50);
const names = (form: RegExp, words: string) => z.array(z.string().regex(form, words)).min(1).max(50);

/**
 * A rule of a source file for what it takes. It holds where all of its conditions do; a condition with a list
 * holds for any of the list. In patterns `*` stands for any characters, and capitals do not matter.
 */
export const EntryRule = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, at most 40')
      .optional()
      .describe('Name under which the ledger and the metrics tell of it; without it its place in the file.'),
    title: patterns.optional().describe('Patterns of whole titles, such as "*live blog*".'),
    url: patterns
      .optional()
      .describe('Patterns of addresses: whole, without https:// and www., or from the / of the path on.'),
    category: patterns.optional().describe('Patterns of whole categories, sections or keywords.'),
    author: patterns.optional().describe('Patterns of whole names of authors.'),
    host: names(/^[^\s/@?#*:A-Z]+$/, 'a host name in lower case, such as sport.paper.example')
      .optional()
      .describe('Hosts of the page, with all hosts below them.'),
    language: names(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a BCP 47 tag such as en or zh-Hant')
      .optional()
      .describe('Languages that page or feed name; en holds for en-GB too.'),
    olderThan: Duration.optional().describe(
      'The article was published longer ago than this when it was found.',
    ),
    fewerWords: z.int().positive().optional().describe('The text has fewer words than this.'),
    sponsored: z
      .boolean()
      .optional()
      .describe('Whether it is marked as paid for (advertorial, sponsored content): true or false.'),
  })
  .refine((rule) => Object.keys(rule).some((key) => key !== 'name'), {
    error:
      'has no condition; give at least one of title, url, category, author, host, language, olderThan, fewerWords, sponsored',
  });
export type EntryRule = z.output<typeof EntryRule>;

const list = z.array(EntryRule).max(50).optional();
/** What a source or a channel takes, as its file says it. */
export const entryRules = {
  include: list.describe('Only what one of these rules holds for is taken; without any, all.'),
  exclude: list.describe('What one of these rules holds for is left out.'),
};

/** The rules of a source, or of one of its channels. */
export const RuleSet = z.object({
  place: z.string().describe('Empty for a source, else its channel as it stands in the file.'),
  ...entryRules,
});
export type RuleSet = z.output<typeof RuleSet>;
