import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Source, SourceInput } from '@newsmill/contracts';
import type { OpmlFeed } from '@newsmill/fetch';
import { Unreadable } from '@newsmill/reading';
import type { Problem } from '@newsmill/source-files';
import { wholeAddress } from '../inputs/whole-address.ts';
import type { FolderPorts } from '../mill-ports.ts';
import { Refusal } from '../refusal.ts';
import { chooseChannels, sourceOfCandidates } from './add-source.ts';
import { addressesOf, addressKey, freeId, planImport, planTable } from './import-sources.ts';
import { discover, type AskingPorts, type DiscoveringPorts } from './preview-address.ts';
import { ownDirectory } from './source-files.ts';
import { writeSource } from './write-source.ts';

/** What a list of publications is: subscriptions of a reader, a table, or addresses alone. */
export type GivenFormat = 'opml' | 'table' | 'addresses';

export interface GivenList {
  /**
   * OPML, a table with a head, or one address a line; empty lines and those that begin with # say nothing. Of
   * bytes OPML says itself in which charset they are; anything else is UTF-8.
   */
  readonly list: string | Uint8Array;
  /** What the text is called in its mistakes. */
  readonly name?: string;
  /** Without it the text tells. */
  readonly format?: GivenFormat | undefined;
  /** Private host:port pairs that may be asked, now and by the new sources. */
  readonly allowPrivate: readonly string[];
  /** Only say what would be written. */
  readonly dryRun: boolean;
  /** Told of each source that is written: how many of how many. */
  readonly report?: (done: number, total: number) => void;
}

/** What became of one address or feed of a list. */
export interface ImportedLine {
  readonly address: string;
  /**
   * `known`: a source has it already. `held`: a file with a mistake names it. `refused`: it can become no
   * source, or could not be written.
   */
  readonly outcome: 'new' | 'known' | 'held' | 'refused';
  /** Of the source, where it is new. */
  readonly id?: string;
  readonly name?: string;
  /** Addresses of its channels. */
  readonly channels?: readonly string[];
  /** The file that was written. */
  readonly file?: string;
  /** Why it is held or refused. */
  readonly reason?: string;
}

export interface ImportedList {
  readonly format: GivenFormat;
  readonly dryRun: boolean;
  readonly lines: readonly ImportedLine[];
  /** Mistakes in a table, by line and column. */
  readonly problems: readonly Problem[];
}

/** Addresses of one list: for each, its publisher is asked for channels while somebody waits. */
const mostAddresses = 25;
/** Publishers that are asked at once. */
const atOnce = 5;
/** Sources of one list. */
const mostSources = 5_000;

type ImportPorts = FolderPorts & AskingPorts & DiscoveringPorts;

/** OPML begins with an element, a table with a line that names the column `url`. */
export function formatOf(text: string): GivenFormat {
  const [head = ''] = text.trimStart().split(/\r?\n/, 1);
  if (head.startsWith('<')) return 'opml';
  const cells = head.toLowerCase().split(/[,;\t]/);
  return cells.some((cell) => cell.replaceAll('"', '').trim() === 'url') ? 'table' : 'addresses';
}

/** What is there before. */
interface Known {
  readonly sources: readonly Source[];
  /** Names of files, which no new source may have. */
  readonly taken: readonly string[];
  /** Whether a file with a mistake has an address: of such a file the text alone can tell. */
  isHeld(address: string): boolean;
}

async function knownIn({ folder }: FolderPorts): Promise<Known> {
  const { sourceFilesIn } = await import('@newsmill/source-files');
  const files = [...new Set(folder.problems().map(({ file }) => file))];
  const out = files.flatMap((file) => {
    try {
      return [readFileSync(file, 'utf8')];
    } catch {
      return [];
    }
  });
  const paths = existsSync(folder.directory) ? sourceFilesIn(folder.directory) : [];
  const taken = paths.map((path) => basename(path).replace(/\.ya?ml$/, ''));
  const isHeld = (address: string) => out.some((text) => text.includes(address));
  return { sources: folder.sources(), taken, isHeld };
}

const heldReason = 'it stands in a file that has a mistake; mend that first';

/** A source to be written, and the address by which the list names it. */
interface FoundSource {
  readonly address: string;
  readonly source: SourceInput;
}

interface Planned {
  readonly sources: readonly FoundSource[];
  readonly lines: readonly ImportedLine[];
  readonly problems: readonly Problem[];
}

type Plan = ReturnType<typeof planImport>;

function planned(plan: Plan, held: readonly string[], problems: readonly Problem[] = []): Planned {
  return {
    sources: plan.sources.map((source) => ({ address: source.channels[0]?.url ?? '', source })),
    problems,
    lines: [
      ...plan.known.map((address): ImportedLine => ({ address, outcome: 'known' })),
      ...held.map((address): ImportedLine => ({ address, outcome: 'held', reason: heldReason })),
      ...plan.refused.map(({ address, reason }): ImportedLine => ({ address, outcome: 'refused', reason })),
    ],
  };
}

/** Of a text the charset that it declares is void: it is read by now. A mark of UTF-8 says so (Unicode, 23.8). */
function bytesOf(list: GivenList['list']): Uint8Array {
  return typeof list === 'string' ? Buffer.from(`\uFEFF${list}`) : list;
}

async function planFeeds({ thread }: ImportPorts, { list }: GivenList, known: Known): Promise<Planned> {
  let feeds: readonly OpmlFeed[];
  try {
    feeds = (await thread.read('opml', { body: bytesOf(list) }))?.feeds ?? [];
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Refusal('bad-list', `The list could not be read: ${error.message}`, [], { cause: error });
  }
  if (feeds.length === 0)
    throw new Refusal('bad-list', 'It holds no feeds: an OPML file has <outline xmlUrl="…"> for each.');
  const isHeld = ({ xmlUrl }: OpmlFeed) => known.isHeld(xmlUrl);
  const plan = planImport(
    feeds.filter((feed) => !isHeld(feed)),
    known.sources,
    known.taken,
  );
  return planned(
    plan,
    feeds.filter(isHeld).map(({ xmlUrl }) => xmlUrl),
  );
}

async function planRows(text: string, { name = 'the table' }: GivenList, known: Known): Promise<Planned> {
  const { readSourceTable } = await import('@newsmill/source-files');
  const given = new Set([...known.sources.map(({ id }) => id), ...known.taken]);
  const { sources: read, problems } = readSourceTable(text, name, ({ url, title }, taken) =>
    freeId({ xmlUrl: url, title }, { has: (id) => taken.has(id) || given.has(id) }),
  );
  const isHeld = ({ channels }: Source) => channels.some(({ url }) => known.isHeld(url));
  const plan = planTable(
    read.filter((source) => !isHeld(source)),
    known.sources,
    known.taken,
  );
  const held = read.filter(isHeld).flatMap(({ channels }) => channels.map(({ url }) => url));
  return planned(plan, held, problems);
}

function addressesIn(text: string): readonly string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return [...new Set(lines)];
}

/** The source of the channels worth reading that a publisher offers, or why there is none. */
async function findSource(
  ports: ImportPorts,
  line: string,
  allowPrivate: readonly string[],
): Promise<SourceInput | ImportedLine> {
  const refused = (reason: string): ImportedLine => ({ address: line, outcome: 'refused', reason });
  try {
    const asked = wholeAddress(line);
    const found = await discover(ports, asked, { allowPrivate });
    const channels = chooseChannels(found, true);
    if (channels === undefined)
      return refused(`there is no feed, no sitemap and no list of articles: ${found.problems.join('; ')}`);
    return sourceOfCandidates(channels, { allowPrivate, asked });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error.message);
  }
}

/** Asks publishers, some at a time; answers in the order of the lines. */
async function findSources(
  ports: ImportPorts,
  lines: readonly string[],
  allowPrivate: readonly string[],
): Promise<readonly (SourceInput | ImportedLine)[]> {
  const found: (SourceInput | ImportedLine)[] = [];
  const waiting = [...lines.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      found[next[0]] = await findSource(ports, next[1], allowPrivate);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found;
}

async function planAddresses(
  ports: ImportPorts,
  text: string,
  { allowPrivate }: GivenList,
  known: Known,
): Promise<Planned> {
  const addresses = addressesIn(text);
  if (addresses.length > mostAddresses)
    throw new Refusal(
      'bad-list',
      `It has ${addresses.length} addresses: at most ${mostAddresses} at once, since each publisher is asked while you wait. OPML and tables name feeds and may be longer.`,
    );
  const had = addressesOf(known.sources);
  const ids = new Set([...known.sources.map(({ id }) => id), ...known.taken]);
  const sources: FoundSource[] = [];
  const lines: ImportedLine[] = [];
  const asked: string[] = [];
  for (const address of addresses)
    if (known.isHeld(address)) lines.push({ address, outcome: 'held', reason: heldReason });
    else if (had.has(addressKey(address))) lines.push({ address, outcome: 'known' });
    else asked.push(address);
  for (const [place, one] of (await findSources(ports, asked, allowPrivate)).entries()) {
    const address = asked[place] ?? '';
    if ('outcome' in one) {
      lines.push(one);
      continue;
    }
    const fresh = one.channels.filter(({ url }) => !had.has(addressKey(url)));
    const [first] = fresh;
    if (first === undefined) {
      lines.push({ address, outcome: 'known' });
      continue;
    }
    for (const { url } of fresh) had.add(addressKey(url));
    const id = freeId({ xmlUrl: first.url, title: one.name }, ids);
    ids.add(id);
    sources.push({ address, source: { ...one, id, channels: fresh } });
  }
  return { sources, lines, problems: [] };
}

async function writeOne(
  directory: string,
  { address, source }: FoundSource,
  dryRun: boolean,
): Promise<ImportedLine> {
  const { id, name } = source;
  const line = { address, id, name, channels: source.channels.map(({ url }) => url) };
  if (dryRun) return { ...line, outcome: 'new' };
  try {
    return { ...line, outcome: 'new', file: await writeSource(directory, source) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { address, outcome: 'refused', reason: error.message };
  }
}

/**
 * Makes sources of a list: of the feeds of an OPML file, the rows of a table, or what the publishers of
 * addresses offer; those that no source has yet, one file each. Only for addresses is anybody asked.
 * Refuses with not-supported and bad-list.
 */
export async function importGiven(ports: ImportPorts, given: GivenList): Promise<ImportedList> {
  const directory = given.dryRun ? ports.folder.directory : ownDirectory(ports);
  const { list } = given;
  const text = typeof list === 'string' ? list : new TextDecoder().decode(list);
  const format = given.format ?? formatOf(text);
  const known = await knownIn(ports);
  const plans = {
    opml: () => planFeeds(ports, given, known),
    table: () => planRows(text, given, known),
    addresses: () => planAddresses(ports, text, given, known),
  };
  const { sources, lines, problems } = await plans[format]();
  if (sources.length > mostSources)
    throw new Refusal(
      'bad-list',
      `It makes ${sources.length} sources: at most ${mostSources} at once. Part it into several lists.`,
    );
  const { takeTurns } = await import('@newsmill/source-files');
  const turn = takeTurns();
  const written: ImportedLine[] = [];
  for (const source of sources) {
    await turn();
    written.push(await writeOne(directory, source, given.dryRun));
    given.report?.(written.length, sources.length);
  }
  return { format, dryRun: given.dryRun, lines: [...written, ...lines], problems };
}
