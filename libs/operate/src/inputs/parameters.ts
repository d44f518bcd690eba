import {
  Duration,
  collapseNames,
  deadFilterNames,
  deadLetterStages,
  facetNames,
  fates,
  hiddenFlags,
  PrivatePair,
  Source,
  sortNames,
  sourceOrders,
  sourceStateNames,
  type Fate,
  scopes,
} from '@newsmill/contracts';
import { z } from 'zod';
import { reportPeriods } from '../report/report-periods.ts';
import type { DeadFilter } from '../dead/dead-view.ts';
import type { DeadChoice } from '../dead/read-dead.ts';

const fateNames = Object.keys(fates).filter((name): name is Fate => Object.hasOwn(fates, name));

/** A parameter that may be repeated or hold a list with commas. */
export function listOf<T extends z.ZodType<string, string>>(entry: T) {
  const split = (value: string | string[] | undefined) =>
    value === undefined
      ? undefined
      : [value]
          .flat()
          .flatMap((text) => text.split(','))
          .map((text) => text.trim())
          .filter((text) => text !== '');
  return z.preprocess(
    (value) =>
      value === undefined ||
      typeof value === 'string' ||
      (Array.isArray(value) && value.every((part) => typeof part === 'string'))
        ? split(value)
        : value,
    z.array(entry).max(100).optional(),
  );
}

/** A number in a query comes as text. */
function wholeNumber(least: number, most: number) {
  const words = `a whole number from ${least} to ${most}`;
  return z.coerce
    .number<string | number>({ error: words })
    .int({ error: words })
    .min(least, { error: words })
    .max(most, { error: words });
}

/** The same, with what holds where it is not given. */
export function integer(least: number, most: number, fallback: number) {
  return wholeNumber(least, most).default(fallback);
}

export const flag = z
  .enum(['true', 'false'], { error: 'true or false' })
  .default('false')
  .transform((text) => text === 'true');
export const day = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'a day such as 2026-11-24, or a time such as 2026-11-24T16:20:00Z',
});
const cursor = z.string().min(1).max(2_000).optional().describe('The `next` of the previous answer.');
const sourceId = z.string().min(1).max(63);

export const queryText = z.string().default('');
export const sources = listOf(sourceId).describe('Ids of sources; any of them.');
export const languages = listOf(z.string().min(2).max(35)).describe('BCP 47 tags; any of them.');
/** `true` means the family, as it did before there were stories. */
const collapse = z
  .enum(['true', 'false', ...collapseNames], { error: `true, false or one of ${collapseNames.join(', ')}` })
  .default('false')
  .transform((text) => (text === 'true' ? 'family' : text === 'false' ? undefined : text));

export const SearchQuery = z.strictObject({
  q: queryText.describe(
    'Words, "phrases" (with ~N words between), AND, OR, NOT, -word, parentheses, field:value, ranges such as published:>=2026-01-31, start*. Empty: the newest articles.',
  ),
  source: sources,
  language: languages,
  from: day.optional().describe('Published at or after.'),
  to: day.optional().describe('Published before; a day counts as a whole.'),
  sort: z
    .enum(sortNames, { error: `one of ${sortNames.join(', ')}` })
    .optional()
    .describe(
      'both: the orders by time and by relevance, fused by rank. Default: by relevance with a query, otherwise newest first.',
    ),
  mode: z
    .enum(['words', 'hybrid'], { error: 'words or hybrid' })
    .default('words')
    .describe(
      'hybrid: also articles with a similar meaning, the two lists fused by rank; only by relevance, and where this mill has vectors. Total and facets are then those of the fused list, at most 200 articles.',
    ),
  limit: integer(1, 100, 20).describe('Number of articles.'),
  cursor,
  facets: listOf(z.enum(facetNames, { error: `one of ${facetNames.join(', ')}` })).describe(
    'Counts to return, over everything that was found.',
  ),
  collapse: collapse.describe(
    'One article of each family of near copies (true: the same), or of each story; `others` says how many more were found. Total and facets are then those of the groups.',
  ),
  hidden: flag
    .optional()
    .describe(
      `true: also articles that are left out otherwise, for they have one of the flags ${hiddenFlags.join(', ')}. A flag that q names (flag:${hiddenFlags[0]}) is not left out either.`,
    ),
});
export type SearchQuery = z.output<typeof SearchQuery>;

export const CompleteQuery = z.strictObject({
  q: z.string().min(1).max(1_000).describe('A query as far as it is typed; its end is completed.'),
  limit: integer(1, 50, 8).describe('Number of completions.'),
});
export type CompleteQuery = z.output<typeof CompleteQuery>;

export const LedgerQuery = z.strictObject({
  url: z
    .string()
    .min(1)
    .max(8_000)
    .optional()
    .describe('Address of one item; then the other parameters are not allowed.'),
  fate: z
    .enum(fateNames, { error: `one of ${fateNames.join(', ')}` })
    .optional()
    .describe('Current fate.'),
  source: sourceId.optional().describe('Id of a source.'),
  limit: integer(1, 500, 50).describe('Number of items.'),
  cursor,
});
export type LedgerQuery = z.output<typeof LedgerQuery>;

export const AuditQuery = z.strictObject({
  from: day.optional().describe('First seen at or after.'),
  to: day.optional().describe('First seen before; a day counts as a whole.'),
  source: sourceId.optional().describe('Id of a source.'),
  cursor: z
    .string()
    .regex(/^\d{1,15}\.[\w-]{1,63}$/, 'the `next` of the page before')
    .optional()
    .describe('The `next` of the page before: rows after it.'),
});
export type AuditQuery = z.output<typeof AuditQuery>;

export const ReportQuery = z.strictObject({
  period: z
    .enum(reportPeriods, { error: `one of ${reportPeriods.join(', ')}` })
    .default('quarter')
    .describe('Calendar months or quarters, in UTC.'),
  from: day
    .optional()
    .describe(
      'The first period is that of this day or time; of more than 12 the newest are told. Default: that before the last one.',
    ),
  to: day
    .optional()
    .describe('The last period is that of the end of this day, or of this time. Default: now.'),
  source: sources.describe(
    'Ids of sources; default: all that are not paused, and those that brought something.',
  ),
  format: z
    .enum(['json', 'csv'], { error: 'json or csv' })
    .default('json')
    .describe('csv: RFC 4180, a line for each source and period, safe to open in a spreadsheet.'),
});
export type ReportQuery = z.output<typeof ReportQuery>;

export const ChangesQuery = z.strictObject({
  limit: integer(1, 500, 50).describe('Number of entries, newest first.'),
  cursor: z
    .string()
    .regex(/^\d{12}$/, 'the `next` of the page before')
    .optional()
    .describe('The `next` of the page before.'),
});
export type ChangesQuery = z.output<typeof ChangesQuery>;

const deadFilter = {
  group: z
    .string()
    .regex(/^[0-9a-f]{12}$/, 'id of a group: 12 hex digits')
    .optional()
    .describe('Only letters of this group (cause).'),
  reason: z.string().min(1).max(100).optional().describe('Only letters with this reason.'),
  source: z.string().min(1).max(63).optional().describe('Only letters of this source.'),
  stage: z.enum(deadLetterStages).optional().describe('Only letters of this stage.'),
};
const deadTimes = {
  from: day.optional().describe('Only what failed from this day or time on.'),
  to: day.optional().describe('Only what failed before the end of this day, or before this time.'),
};
/** What narrows the dead letters, by groups or one by one. */
export const DeadGroupsQuery = z.strictObject({ ...deadFilter, ...deadTimes });
export type DeadGroupsQuery = z.output<typeof DeadGroupsQuery>;
export const DeadQuery = z.strictObject({
  ...deadFilter,
  ...deadTimes,
  limit: integer(1, 500, 50).describe('Number of letters, newest first.'),
  cursor: z
    .string()
    .regex(/^\d{1,15}\.\d{1,15}$/, 'the `next` of the page before')
    .optional()
    .describe('The `next` of the page before.'),
});
export type DeadQuery = z.output<typeof DeadQuery>;

/** Which letters a query means. */
export function filterOfDead({ group, reason, source, stage, from, to }: DeadGroupsQuery): DeadFilter {
  return { group, reason, source, stage, from: startOf(from), to: endOf(to) };
}

const sourcesQuery = {
  q: queryText.describe(
    'Words that all stand in the id, the name, the language or country (tag or English name), a tag, or the address of a channel.',
  ),
  state: z.enum(sourceStateNames).optional().describe('Only sources in this state.'),
  sort: z
    .enum(sourceOrders)
    .default('attention')
    .describe(
      'attention: those first that need somebody; articles: those with most; recent: with most of the last seven days; waiting: with most items that wait.',
    ),
  page: integer(1, 100_000, 1).describe('Which page, from 1; `total` says how many sources there are.'),
};
/** Sources of one answer of the API. */
export const mostSourcesOfPage = 1_000;
export const SourcesQuery = z.strictObject({
  ...sourcesQuery,
  limit: wholeNumber(1, mostSourcesOfPage).optional().describe('Sources of a page; without it 1000.'),
});
export type SourcesQuery = z.output<typeof SourcesQuery>;
/** Of the page of sources only. */
export const SourcesPageQuery = z.strictObject(sourcesQuery);
export type SourcesPageQuery = z.output<typeof SourcesPageQuery>;

export const NoQuery = z.strictObject({});

const allowPrivate = z
  .array(PrivatePair)
  .max(20)
  .default([])
  .describe(
    'Private host:port pairs that this request may reach, and no others. Naming one needs the scope admin, like writing a source file.',
  );

const sectionPages = z
  .int()
  .min(0)
  .max(20)
  .optional()
  .describe(
    'Section pages of the home page that are looked at for feeds and lists of articles; by default up to 6, where the channels found bring less than 60 % of the articles of the home page.',
  );

/** A source file; its id is that of the address. */
export const SourceBody = Source.partial({ id: true });
export type SourceBody = z.output<typeof SourceBody>;

export const PlanBody = z
  .strictObject({
    sources: z
      .array(Source)
      .max(10_000)
      .optional()
      .describe(
        'Sources as they would be, compared with those of the mill; without them and without file the files of the mill, compared with the sources as it took them up last.',
      ),
    file: z
      .string()
      .max(500_000)
      .optional()
      .describe('Text of one source file (YAML), in the place of sources.'),
    whole: z
      .boolean()
      .default(false)
      .describe('Whether sources of the mill that are not among sources go; else they stay as they are.'),
  })
  .refine(({ sources: given, file }) => given === undefined || file === undefined, {
    error: 'sources or file, not both',
    path: ['file'],
  })
  .refine(({ sources: given, whole }) => !whole || given !== undefined, {
    error: 'only with sources',
    path: ['whole'],
  });
export type PlanBody = z.output<typeof PlanBody>;

/** A source that is sent and has no file; its id may be left out. */
const definition = SourceBody.transform((body) => ({ ...body, id: body.id ?? 'preview' }));

const asSource = {
  source: z
    .string()
    .min(1)
    .max(63)
    .optional()
    .describe(
      'Id of the source as which the address is requested and read; by default the one to which the address belongs.',
    ),
  definition: definition
    .optional()
    .describe(
      'A source that no file has yet, in its place. Its headers may name secrets, so it needs the scope admin, like writing a source file. Its allowPrivate does not count here.',
    ),
};
export const ExamineBody = z.strictObject({
  definition: definition.describe('A source that no file has yet. Its allowPrivate does not count here.'),
  allowPrivate: allowPrivate.describe('Private host:port pairs that this request may reach, and no others.'),
});
export type ExamineBody = z.output<typeof ExamineBody>;

const isOneSource = ({ source, definition }: { source?: string; definition?: object }) =>
  source === undefined || definition === undefined;
const oneSource = { error: 'source or definition, not both', path: ['definition'] };

export const PreviewBody = z
  .strictObject({
    url: z.string().min(1).max(8_000).describe('Address of a feed, a home page or an article.'),
    ...asSource,
    sections: sectionPages,
    allowPrivate,
  })
  .refine(isOneSource, oneSource);
export type PreviewBody = z.output<typeof PreviewBody>;

export const ExtractBody = z
  .strictObject({
    url: z.string().min(1).max(8_000).describe('Address of the page of an article.'),
    ...asSource,
    allowPrivate,
  })
  .refine(isOneSource, oneSource);
export type ExtractBody = z.output<typeof ExtractBody>;

export const AddSourceBody = z.strictObject({
  url: z.string().min(1).max(8_000).describe('Address of a feed or sitemap, or of a page of the publisher.'),
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens, at most 63')
    .optional()
    .describe('Id of the new source; by default made from its name.'),
  name: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Name of the publication; by default the name of the feed.'),
  all: z
    .boolean()
    .default(false)
    .describe(
      'Add every useful channel that was found, not only the best one: feeds, news sitemaps, and the page that lists articles where these miss some.',
    ),
  sections: sectionPages,
  allowPrivate: allowPrivate.describe(
    'Private host:port pairs that this request and the new source may reach. Naming one needs the scope admin.',
  ),
});
export type AddSourceBody = z.output<typeof AddSourceBody>;

export const ImportBody = z.strictObject({
  list: z
    .string()
    .min(1)
    .max(900_000)
    .describe(
      'OPML; a table in CSV whose first line names the column url; or one address a line, at most 25, whose publishers are asked for what they offer.',
    ),
  format: z
    .enum(['opml', 'table', 'addresses'])
    .optional()
    .describe('What the list is; without it its text tells.'),
  dryRun: z.boolean().default(false).describe('Only say what would be written.'),
  allowPrivate: allowPrivate.describe(
    'Private host:port pairs that this request and the new sources may reach. Naming one needs the scope admin.',
  ),
});
export type ImportBody = z.output<typeof ImportBody>;

const deadChoice = {
  ids: z.array(z.string().min(1).max(128)).min(1).max(10_000).optional().describe('Ids of dead letters.'),
  all: z.literal(true).optional().describe('All letters.'),
  ...deadFilter,
  ...deadTimes,
};
type ChoiceBody = z.output<ReturnType<typeof z.object<typeof deadChoice>>>;

/** Letters are named by their ids, or by what they have in common, or all are meant; nothing is meant by silence. */
function isOneChoice({ ids, all, ...rest }: ChoiceBody): boolean {
  const isFiltered = deadFilterNames.some((name) => rest[name] !== undefined);
  return [ids !== undefined, all === true, isFiltered].filter(Boolean).length === 1;
}
const oneChoice = {
  error: `exactly one of ids, all, and a filter (${deadFilterNames.join(', ')})`,
};

/** Which letters a body means. */
export function choiceOfDead({ ids, all, ...query }: ChoiceBody): DeadChoice {
  return { ids, all, ...filterOfDead(query) };
}

export const ReplayBody = z
  .strictObject({
    ...deadChoice,
    dryRun: z.boolean().default(false).describe('Only list the letters that would be replayed.'),
  })
  .refine(isOneChoice, oneChoice);
export type ReplayBody = z.output<typeof ReplayBody>;

export const ReplayRunBody = z
  .strictObject({
    ...deadChoice,
    rate: z.int().min(1).max(10_000).default(20).describe('Messages per second, at most.'),
  })
  .refine(isOneChoice, oneChoice);
export type ReplayRunBody = z.output<typeof ReplayRunBody>;

export const DiscardBody = z
  .strictObject({
    ...deadChoice,
    why: z.string().trim().min(1).max(300).describe('Why they are given up; ledger and receipt keep it.'),
  })
  .refine(isOneChoice, oneChoice);
export type DiscardBody = z.output<typeof DiscardBody>;

export const TrialBody = z
  .strictObject({
    ...deadChoice,
    sample: z.int().min(1).max(100).default(20).describe('Letters that are tried, where more are meant.'),
    ask: z
      .boolean()
      .default(false)
      .describe(
        'Whether a request is made, as a preview does, to see what it gives; for one id, with the scope admin.',
      ),
  })
  .refine(isOneChoice, oneChoice)
  .refine(({ ask, ids }) => !ask || ids?.length === 1, { error: 'only with one id', path: ['ask'] });
export type TrialBody = z.output<typeof TrialBody>;

/** Articles that are compared at once, at most. */
export const mostCompared = 200;

/** Which articles are cleaned again, to see what would change. */
export const AgainBody = z.strictObject({
  q: queryText.describe('Only articles that match, as in a search.'),
  source: sourceId.optional().describe('Only articles of this source.'),
  from: day.optional().describe('Only articles published from this day or time on.'),
  to: day.optional().describe('Only articles published up to this day or time.'),
  sample: z
    .int()
    .min(1)
    .max(mostCompared)
    .default(50)
    .describe('So many of the newest articles of these are cleaned again.'),
});
export type AgainBody = z.output<typeof AgainBody>;

/** A verification of all that is kept. */
export const VerificationBody = z.strictObject({
  mend: z
    .boolean()
    .default(false)
    .describe('Takes damaged pages out of the archive and asks their publishers for them again.'),
});
export type VerificationBody = z.output<typeof VerificationBody>;

export const EditLetterBody = z.strictObject({
  text: z.string().min(1).max(1_000_000).describe('The message as JSON; of a page the facts of it.'),
  edition: z
    .string()
    .max(64)
    .optional()
    .describe(
      'The `edition` of the letter that was edited; where the letter has another one now, the edit is refused.',
    ),
});
export type EditLetterBody = z.output<typeof EditLetterBody>;

export const AddKeyBody = z.strictObject({
  name: z.string().trim().min(1).max(100).describe('Who or what uses the key.'),
  scope: z
    .enum(scopes, { error: 'read, write or admin' })
    .default('read')
    .describe('What it may do; each scope includes the ones before it.'),
  expires: z.iso
    .datetime({ offset: true, error: 'a time such as 2027-01-01T00:00:00Z' })
    .optional()
    .describe('When it ends; without it, never.'),
  rateLimit: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('Requests per minute, instead of NEWSMILL_RATE_LIMIT.'),
});
export type AddKeyBody = z.output<typeof AddKeyBody>;

export const RotateKeyBody = z.strictObject({
  overlap: Duration.default('1d').describe(
    'How long the text before opens as much, such as 1d, so that those who use it can change over; 0s: it ends at once.',
  ),
});
export type RotateKeyBody = z.output<typeof RotateKeyBody>;

export const idPattern = /^[A-Za-z0-9_-]{1,128}$/;

/** Milliseconds of a `from`; undefined without one. */
export function startOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}

/** Milliseconds of a `to`, exclusive: the end of the day where a day is named. */
export function endOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return Date.parse(text) + (text.includes('T') ? 0 : 86_400_000);
}
