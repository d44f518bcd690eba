import { z } from 'zod';

/** What may be done with an article, and what each word means. */
export const uses = {
  index: 'found by searches and shown at all',
  snippet: 'a piece of its text shown: summary, standfirst, found words',
  fullText: 'its whole text read in this mill',
  archive: 'its raw page kept once it has been read',
  export: 'its text handed on in an export',
  agents: 'its text given to a language model that answers questions',
  training: 'its text used to train a model',
} as const;
export type Use = keyof typeof uses;
// biome-ignore format: a table, read by its rows
export const useNames = [
  'index', 'snippet', 'fullText', 'archive', 'export', 'agents', 'training',
] as const satisfies readonly Use[];

/** Uses that a source file may allow against what the pages say; `robots` of the file decides on `index`. */
// biome-ignore format: a table, read by its rows
export const grantedUses = [
  'snippet', 'fullText', 'archive', 'export', 'agents', 'training',
] as const satisfies readonly Use[];

/** A rule as it was found: where, and its own words. */
const RightsRule = z.looseObject({
  source: z.string().describe('Where it stands, such as "meta robots" or "X-Robots-Tag".'),
  value: z.string().describe('What it says, at most 200 characters.'),
});
export type RightsRule = z.output<typeof RightsRule>;

/** What the rules come to for one use. */
export const UseDecision = z.looseObject({
  decision: z.enum(['allowed', 'denied', 'limited']),
  limit: z.int().nonnegative().optional().describe('Characters at most, where it is limited.'),
  rules: z.array(RightsRule).describe('The rules that say so.'),
});
export type UseDecision = z.output<typeof UseDecision>;

const decision = (use: Use) => UseDecision.optional().describe(`${uses[use]}.`);

/** What is said of the rights in an article. A use of which nothing is said is missing, and allowed. */
export const Rights = z.looseObject({
  index: decision('index'),
  snippet: decision('snippet'),
  fullText: decision('fullText'),
  archive: decision('archive'),
  export: decision('export'),
  agents: decision('agents'),
  training: decision('training'),
  reserved: z
    .array(z.string())
    .describe('Uses that are denied or limited, and `later` where it must not be shown after a time.'),
  unavailableAfter: z.string().optional().describe('ISO 8601, UTC: not to be shown after that.'),
  licence: z
    .looseObject({ name: z.string().optional(), url: z.string().optional() })
    .optional()
    .describe('The licence, with its name where it is one of Creative Commons.'),
  terms: z
    .array(z.looseObject({ source: z.string(), url: z.string() }))
    .optional()
    .describe('Where terms or licences are to be had: addresses that the page names; they are not read.'),
  credit: z.string().optional().describe('How the publisher wants to be named (schema.org creditText).'),
  withheld: z
    .array(z.string())
    .optional()
    .describe('In an answer: what was left out of it, and the rules that say so.'),
});
export type Rights = z.output<typeof Rights>;

/** Names of what is reserved, for searches: `reserved` of the rights. */
export function reservedOf(rights: Pick<Rights, Use | 'unavailableAfter'>): string[] {
  const names: string[] = useNames.filter((use) => (rights[use]?.decision ?? 'allowed') !== 'allowed');
  return rights.unavailableAfter === undefined ? names : [...names, 'later'];
}

/** How one rule bears on uses; `limited` takes its number from the rule. */
export interface RuleFacts {
  /** Where it is written down. */
  readonly spec: string;
  readonly says: string;
  readonly effects: Readonly<Partial<Record<Use, 'denied' | 'limited'>>>;
}

const google = 'Google, robots meta tag and X-Robots-Tag';
const reservation = { export: 'denied', agents: 'denied', training: 'denied' } as const;

/**
 * The rules that are read, by name. One without effects is read and named, for nothing that the mill does
 * depends on it.
 */
export const rightsRules = {
  noindex: { spec: google, says: 'not to be found', effects: { index: 'denied' } },
  none: { spec: google, says: 'noindex and nofollow', effects: { index: 'denied' } },
  noarchive: { spec: google, says: 'no copy of the page to be kept', effects: { archive: 'denied' } },
  nosnippet: {
    spec: google,
    says: 'no piece of the text to be shown',
    effects: { snippet: 'denied', fullText: 'denied' },
  },
  'max-snippet': {
    spec: google,
    says: 'no more than so many characters to be shown; -1: any number, 0: as nosnippet',
    effects: { snippet: 'limited', fullText: 'limited' },
  },
  unavailable_after: { spec: google, says: 'not to be shown after a time', effects: {} },
  nofollow: { spec: google, says: 'its links not to be followed', effects: {} },
  noimageindex: { spec: google, says: 'its pictures not to be found', effects: {} },
  'max-image-preview': { spec: google, says: 'size of the pictures shown', effects: {} },
  'max-video-preview': { spec: google, says: 'length of the videos shown', effects: {} },
  notranslate: { spec: google, says: 'no translation to be offered', effects: {} },
  noai: { spec: 'DeviantArt, 2022', says: 'not for artificial intelligence', effects: reservation },
  noimageai: {
    spec: 'DeviantArt, 2022',
    says: 'its pictures not for artificial intelligence',
    effects: {},
  },
  'tdm-reservation': {
    spec: 'W3C TDM Reservation Protocol, 2024',
    says: 'text and data mining reserved (1)',
    effects: reservation,
  },
  'train-ai': {
    spec: 'IETF AIPREF drafts, Content-Usage',
    says: 'not for training (n)',
    effects: { training: 'denied' },
  },
  'ai-train': {
    spec: 'draft-romm-aipref-contentsignals, Content-Signal',
    says: 'not for training (no)',
    effects: { training: 'denied' },
  },
  'ai-input': {
    spec: 'draft-romm-aipref-contentsignals, Content-Signal',
    says: 'not as input of a model (no)',
    effects: { agents: 'denied' },
  },
  'ai-robots': {
    spec: 'robots.txt (RFC 9309), groups of robots that gather texts for training',
    says: 'the page is closed to such a robot by name',
    effects: { training: 'denied' },
  },
  'answer-robots': {
    spec: 'robots.txt (RFC 9309), groups of robots that fetch pages for answers of a model',
    says: 'the page is closed to such a robot by name',
    effects: { agents: 'denied' },
  },
  'ai.txt': {
    spec: 'Spawning, ai.txt, 2023',
    says: 'texts, or the page itself, not for training',
    effects: { training: 'denied' },
  },
  'rsl-train': {
    spec: 'Really Simple Licensing 1.0, usage ai-train',
    says: 'training prohibited, not among what is permitted, or to be paid for',
    effects: { training: 'denied' },
  },
  'rsl-input': {
    spec: 'Really Simple Licensing 1.0, usage ai-input',
    says: 'input of a model prohibited, not among what is permitted, or to be paid for',
    effects: { agents: 'denied' },
  },
  search: {
    spec: 'Content-Usage (n) and Content-Signal (no)',
    says: 'not to be found',
    effects: { index: 'denied' },
  },
} as const satisfies Readonly<Record<string, RuleFacts>>;
export type RuleName = keyof typeof rightsRules;
