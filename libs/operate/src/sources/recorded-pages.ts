import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FetchedPage, type CleanArticle, type Outcome, type Source } from '@newsmill/contracts';
import { sourceFacts } from '@newsmill/fetch';
import { decodeBody, itemOf } from '@newsmill/text';
import { z } from 'zod';

/**
 * What is expected of a recorded page: `page.html` with its facts and its article in `article.json` beside
 * it.
 */
const Recorded = z.object({
  url: z.string(),
  contentType: z.string(),
  fetchedAt: z.int(),
  expected: z.record(z.string(), z.unknown()),
});
export type Recorded = z.output<typeof Recorded>;

/** A recorded page of a source. */
export interface RecordedPage {
  readonly name: string;
  readonly recorded: Recorded;
  readonly body: Uint8Array;
}

/** Folder with the recorded pages of a source, beside its file. */
function folderOf(directory: string, id: string): string {
  return join(directory, `${id}.pages`);
}

/** A short name of an address for a folder. */
function nameOf(url: string): string {
  const words = new URL(url).pathname
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(-60)
    .replace(/^-+/, '');
  return `${words === '' ? 'page' : words}-${createHash('sha256').update(url).digest('hex').slice(0, 6)}`;
}

/**
 * What the present code and rules make of a page, in the fields that a reader sees; of a page that is no
 * article, the reason.
 */
async function readRecorded(
  source: Source,
  { url, contentType, fetchedAt }: PageFacts,
  body: Uint8Array,
): Promise<Record<string, unknown>> {
  const { cleanArticle } = await import('@newsmill/clean');
  return fieldsOf(cleanArticle(recordedPage(source, { url, contentType, fetchedAt }, body)));
}

type PageFacts = Omit<Recorded, 'expected'>;

/** A recorded page as the fetch stage would hand it on for its source, without what a channel said of it. */
export function recordedPage(
  source: Source,
  { url, contentType, fetchedAt }: PageFacts,
  body: Uint8Array,
): FetchedPage {
  return FetchedPage.parse({
    ...sourceFacts(source),
    item: itemOf(url) ?? url,
    url,
    finalUrl: url,
    fetchedAt,
    firstSeen: fetchedAt,
    status: 200,
    contentType,
    encoding: 'identity',
    body,
  });
}

/** What is expected of a page: the fields that a reader sees, or why it is no article. */
export function fieldsOf(outcome: Outcome<CleanArticle>): Record<string, unknown> {
  if (outcome.kind !== 'accept') return { outcome: outcome.reason };
  const {
    title,
    subtitle,
    authors,
    published,
    modified,
    language,
    section,
    paywalled,
    authorBio,
    disclaimer,
    flags,
    blocks,
    images,
  } = outcome.value;
  const fields = {
    outcome: 'article',
    title,
    subtitle,
    authors,
    published,
    modified,
    language,
    section,
    paywalled,
    authorBio,
    disclaimer,
    flags,
    blocks: blocks.map(({ kind, text }) => `${kind}: ${text}`),
    images: images.map((image) => image.url),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Writes a page with what is made of it now; answers its folder. */
export async function recordPage(
  directory: string,
  source: Source,
  page: FetchedPage,
): Promise<{ readonly folder: string; readonly expected: Record<string, unknown> }> {
  const { mostPageBytes } = await import('@newsmill/clean');
  const body = decodeBody(page.body, page.encoding, mostPageBytes).bytes;
  const facts = { url: page.finalUrl, contentType: page.contentType, fetchedAt: page.fetchedAt };
  const expected = await readRecorded(source, facts, body);
  return { folder: writeRecorded(directory, source.id, { ...facts, expected }, body), expected };
}

/** Writes a recorded page beside the file of its source; answers its folder. */
export function writeRecorded(directory: string, id: string, recorded: Recorded, body: Uint8Array): string {
  const folder = join(folderOf(directory, id), nameOf(recorded.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'page.html'), body);
  writeFileSync(join(folder, 'article.json'), `${JSON.stringify(recorded, null, 2)}\n`);
  return folder;
}

/** A recorded page that cannot be read, and why. */
interface BrokenPage {
  readonly name: string;
  readonly error: string;
}

function readRecordedPage(folder: string, name: string): RecordedPage | BrokenPage {
  try {
    const recorded = Recorded.parse(JSON.parse(readFileSync(join(folder, name, 'article.json'), 'utf8')));
    return { name, recorded, body: new Uint8Array(readFileSync(join(folder, name, 'page.html'))) };
  } catch (error) {
    return { name, error: error instanceof Error ? error.message : String(error) };
  }
}

/** The recorded pages of a source, by name, each read when its turn comes. */
export function* recordedPages(directory: string, id: string): Generator<RecordedPage | BrokenPage> {
  const folder = folderOf(directory, id);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).sort()) yield readRecordedPage(folder, name);
}

function shown(value: unknown): string {
  return value === undefined ? '(nothing)' : JSON.stringify(value);
}

function listDifferences(field: string, expected: readonly unknown[], found: readonly unknown[]): string[] {
  const texts = (list: readonly unknown[]) => list.map((one) => String(one));
  const [before, now] = [texts(expected), texts(found)];
  const lines = [
    ...before.filter((text) => !now.includes(text)).map((text) => `- ${field}: ${text}`),
    ...now.filter((text) => !before.includes(text)).map((text) => `+ ${field}: ${text}`),
  ];
  return lines.length > 0 || before.join('\n') === now.join('\n')
    ? lines
    : [`~ ${field}: in another order, or less often`];
}

/**
 * What a reading of a page lacks of what `tests` of its source file say: `-` expected, `+` found. `contains`
 * is looked for in title and text.
 */
export function missingOf(
  { title, contains }: Pick<Source['tests'][number], 'title' | 'contains'>,
  found: Readonly<Record<string, unknown>>,
): string[] {
  if (found['outcome'] !== 'article')
    return ['- outcome: "article"', `+ outcome: ${shown(found['outcome'])}`];
  const blocks = Array.isArray(found['blocks']) ? found['blocks'].map(String) : [];
  const text = [String(found['title'] ?? ''), ...blocks].join('\n');
  return [
    ...(title === undefined || title === found['title']
      ? []
      : [`- title: ${shown(title)}`, `+ title: ${shown(found['title'])}`]),
    ...contains.filter((words) => !text.includes(words)).map((words) => `- contains: ${shown(words)}`),
  ];
}

/** What differs between two readings of a page, line by line: `-` expected, `+` found. */
export function differencesOf(
  expected: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
): string[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])].flatMap((field) => {
    const [before, now] = [expected[field], found[field]];
    if (Array.isArray(before) && Array.isArray(now)) return listDifferences(field, before, now);
    return shown(before) === shown(now) ? [] : [`- ${field}: ${shown(before)}`, `+ ${field}: ${shown(now)}`];
  });
}
