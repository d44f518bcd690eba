import { z } from 'zod';
import { editClassNames } from './edit-classes.ts';

/** One edit of a published article. */
export const ArticleEdit = z.looseObject({
  at: z.string().describe('When newsmill first read it otherwise, ISO 8601 in UTC.'),
  classes: z.array(z.enum(editClassNames)).describe('What the edit changed.'),
});
export type ArticleEdit = z.output<typeof ArticleEdit>;

/** An earlier version of an article, as readers read it. */
export const ArticleVersion = z.looseObject({
  id: z.string().describe('Id of the article.'),
  version: z.int().describe('fetchedAt of the last page that read so, epoch milliseconds.'),
  until: z.int().describe('fetchedAt of the first page that read otherwise, epoch milliseconds.'),
  title: z.string(),
  subtitle: z.string().optional(),
  content: z.string().describe('The text; an empty line separates paragraphs.'),
  language: z.string(),
  authors: z.array(z.string()),
  published: z.string(),
  modified: z.string().optional(),
  classes: z.array(z.enum(editClassNames)).describe('What the edit changed that ended it.'),
  gone: z.array(z.string()).describe('Headline and sentences that the next version no longer has.'),
  rawSha256: z.string().optional().describe('SHA-256 of the decoded page, in hexadecimal.'),
  made: z.string().describe('How it was made: versions made otherwise are not compared.'),
});
export type ArticleVersion = z.output<typeof ArticleVersion>;
