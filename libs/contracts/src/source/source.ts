import { z } from 'zod';
import { channelFacts, channelKinds } from './channel-kinds.ts';
import { Duration } from '../duration.ts';
import { entryRules } from './entry-rule.ts';
import { grantedUses } from '../rights.ts';

const feedOnly = () => z.boolean().optional();

const archives = channelKinds.filter((kind) => channelFacts[kind].isArchive).join(' or ');

/**
 * One way by which a source tells of articles. `list` without `select`, a CSS selector of the links, finds
 * them by itself; `warc` is an archive of old pages, read once.
 */
export const Channel = z
  .strictObject({
    kind: z.enum(channelKinds).default('feed').describe('How the channel is read.'),
    url: z
      .url({ protocol: /^(https?|file)$/ })
      .describe(
        'Address of the feed, sitemap, list page or WARC file; file:///… for a WARC file on the disk of the fetch service.',
      ),
    select: z
      .string()
      .min(1)
      .optional()
      .describe(
        'CSS selector of the article links of a list page; without it they are found by where they stand and what their addresses look like.',
      ),
    within: z
      .array(z.url({ protocol: /^https?$/ }))
      .optional()
      .describe(
        'Beginnings of the addresses that are taken from a WARC file; without it the domains of the other channels.',
      ),
    interval: Duration.optional().describe(
      'How often it is polled; without it the interval adapts to the publisher.',
    ),
    feedOnly: feedOnly().describe(
      'Whether articles are made of the entries of this channel alone and no page is fetched; without it as the source says.',
    ),
    ...entryRules,
  })
  .refine(({ kind, url }) => channelFacts[kind].isArchive || URL.parse(url)?.protocol !== 'file:', {
    error: `only a channel of kind ${archives} may be a file`,
    path: ['url'],
  })
  .refine(({ kind, within }) => channelFacts[kind].isArchive || within === undefined, {
    error: `only a channel of kind ${archives} has within`,
    path: ['within'],
  });
export type Channel = z.output<typeof Channel>;

const Limits = z.strictObject({
  delay: Duration.default('1s').describe('Pause between two requests to one host.'),
  maxBytes: z.int().positive().default(10_485_760).describe('Greatest size of an answer, decoded, in bytes.'),
  timeout: Duration.default('30s').describe('Greatest duration of one request, in all.'),
  maxItemsPerPoll: z
    .int()
    .positive()
    .default(2_000)
    .describe('Greatest number of entries taken at one poll of a channel; the others follow at later polls.'),
});

/** How many a day, or none: without end. */
const daily = () =>
  z.union([z.int().positive(), z.literal('none')], { error: 'a whole number above 0, or none' }).optional();

const Quota = z.strictObject({
  bytes: daily().describe(
    'Bytes of answers, as they come over the wire; without it as NEWSMILL_SOURCE_BYTES_A_DAY says.',
  ),
  pages: daily().describe('Requests for pages; without it as NEWSMILL_SOURCE_PAGES_A_DAY says.'),
  cpu: z
    .union([Duration, z.literal('none')], {
      error: 'a number with ms, s, m, h or d behind it, such as 15m, or none',
    })
    .optional()
    .describe(
      'CPU time of reading its channels and of cleaning and enriching its pages; without it as NEWSMILL_SOURCE_CPU_A_DAY says.',
    ),
});

const selectors = z.array(z.string().min(1).max(300)).min(1).max(10);
const selector = z.string().min(1).max(300);

/** Where the pages of a publication have what cannot be found by itself: CSS selectors. */
export const SiteRules = z.strictObject({
  body: selectors.optional().describe('Elements whose text is the body.'),
  remove: selectors.optional().describe('Elements whose text is not part of the body.'),
  title: selector.optional().describe('Element with the headline.'),
  authors: selector.optional().describe('Elements with one author each.'),
  published: selector
    .optional()
    .describe('Element with the date of publication: its datetime or content attribute, else its text.'),
});
export type SiteRules = z.output<typeof SiteRules>;

/** A private address that may be asked all the same, as it stands in addresses. */
export const PrivatePair = z.string().regex(/^(\[[0-9a-fA-F:.]+\]|[^:\s/]+):\d{1,5}$/, 'host:port');

const proxyAddress =
  /^https?:\/\/(?:\$\{NEWSMILL_SECRET_[A-Za-z0-9_]+\}(?::\$\{NEWSMILL_SECRET_[A-Za-z0-9_]+\})?@)?[^\s/@?#$]+\/?$/;
/** A secret and nothing else. */
const secretAlone = z
  .string()
  .regex(/^\$\{NEWSMILL_SECRET_[A-Za-z0-9_]+\}$/, '${NEWSMILL_SECRET_NAME}: the name of a secret');

/** A source of news: the whole of one file `sources/<id>.yaml`. */
export const Source = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens, at most 63')
    .describe('Name of the source in all data; never changes.'),
  name: z.string().min(1).max(200).describe('Name of the publication as readers know it.'),
  channels: z.array(Channel).min(1).describe('Ways by which the source tells of new articles.'),
  domains: z
    .array(z.string().regex(/^[^\s/@?#*A-Z]+$/, 'a host name in lower case, such as paper.example'))
    .default([])
    .describe(
      'Further domains of the publication, where its channels lie elsewhere: a channel speaks for pages of its own domain and of these alone.',
    ),
  enabled: z.boolean().default(true).describe('Whether the source is polled.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a BCP 47 tag such as en or zh-Hant')
    .optional()
    .describe('Main language, as BCP 47 tag.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'two capital letters of ISO 3166-1')
    .optional()
    .describe('Country of the publisher, ISO 3166-1.'),
  timeZone: z.string().optional().describe('IANA time zone of dates that name none.'),
  tags: z.array(z.string().min(1)).default([]).describe('Free labels for searching and grouping.'),
  licence: z.string().optional().describe('Licence or terms under which the articles may be used.'),
  rights: z
    .strictObject({
      ground: z
        .string()
        .min(10, 'at least 10 characters that name it, such as a contract with its date')
        .max(500)
        .describe('Why, in writing: the contract or law that allows it. Shown wherever it counts.'),
      allow: z.array(z.enum(grantedUses)).min(1).describe('Uses that are allowed whatever the pages say.'),
    })
    .optional()
    .describe(
      'What may be done with the articles against what their pages reserve (docs/rights.md), and on what ground. It counts at once, for all articles of the source.',
    ),
  retention: Duration.optional().describe('How long articles are kept; without it, for ever.'),
  robots: z
    .enum(['obey', 'robots-txt', 'ignore'])
    .default('obey')
    .describe(
      "Whether robots.txt and what pages say to robots (noindex) are obeyed: obey both, robots-txt that file alone, ignore neither. All but obey only with the publisher's permission.",
    ),
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string().regex(/^[^\r\n]*$/))
    .default({})
    .describe('Extra request headers; ${NAME} is read from the environment.'),
  access: z
    .strictObject({
      proxy: z
        .string()
        .regex(proxyAddress, 'http://HOST:PORT, with user and password, if any, as ${NEWSMILL_SECRET_NAME}')
        .optional()
        .describe('Proxy by which all requests of the source go, with user and password as secrets.'),
      certificate: secretAlone.optional().describe('Certificate of the client, PEM: a secret.'),
      key: secretAlone.optional().describe('Key of that certificate, PEM: a secret.'),
    })
    .refine(({ certificate, key }) => (certificate === undefined) === (key === undefined), {
      error: 'certificate and key stand together',
    })
    .optional()
    .describe('By what the servers of the source are reached; ${NAME} is read from the environment.'),
  allowPrivate: z
    .array(PrivatePair)
    .default([])
    .describe('Private host:port pairs that this source may reach, exactly as in its addresses.'),
  websub: z
    .enum(['auto', 'off'])
    .default('auto')
    .describe(
      'Whether the hub that a feed names is asked to push it (WebSub); auto where NEWSMILL_PUBLIC_URL is set.',
    ),
  discover: z
    .boolean()
    .default(false)
    .describe('Whether sitemaps that robots.txt names become channels by themselves.'),
  limits: Limits.prefault({}).describe('Limits of requests to this source.'),
  quota: Quota.optional().describe(
    'What the source may use a day (UTC); none: without end. When it is used up, its pages wait for the next day; channels are still polled.',
  ),
  onGone: z
    .enum(['remove', 'keep'])
    .default('remove')
    .describe('Whether an article that its publisher has taken away (404, 410) leaves the library.'),
  entryFallback: z
    .boolean()
    .optional()
    .describe(
      'Whether the whole text of a feed entry stands in for a page that cannot be had: without it where the page fails or a wall (challenge, login, consent) stands before it, true also where it is refused (401, 403), false never. Only for pages that the channel speaks for, and never where robots.txt forbids the page or cannot be had.',
    ),
  feedOnly: feedOnly().describe(
    'Whether articles are made of feed entries alone and no page is fetched: for publishers that forbid fetching, or whose feeds carry whole texts. Only for pages that the channel speaks for.',
  ),
  ...entryRules,
  rules: SiteRules.optional().describe('Where the pages have what is not found by itself.'),
  tests: z
    .array(
      z.strictObject({
        url: z.url(),
        title: z.string().optional(),
        contains: z.array(z.string()).default([]),
      }),
    )
    .default([])
    .describe('Pages and what must be found in them.'),
});
export type Source = z.output<typeof Source>;
export type SourceInput = z.input<typeof Source>;
