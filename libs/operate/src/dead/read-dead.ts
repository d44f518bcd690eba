import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Bus, StoredMessage } from '@newsmill/bus';
import { deadLetterHeader, deadLetters, heldArticleOf } from '@newsmill/contracts';
import type { State } from '@newsmill/store';
import { Refusal } from '../refusal.ts';
import { causeOf } from './cause-of.ts';
import { deadIndexOf, letterFacts, type Patience } from './dead-index.ts';
import type { DeadFilter, DeadGroupsView, DeadLetterDetail, DeadView } from './dead-view.ts';
import { editableOf, faultsOf } from './letter-schema.ts';

const shownBytes = 65_536;

interface DeadPorts {
  readonly bus: Bus;
}

/** How many letters there are, and the items that they are of; what cannot be read counts too. */
export async function readLetters(
  bus: Bus,
): Promise<{ readonly total: number; readonly items: ReadonlySet<string> }> {
  const index = await deadIndexOf(bus);
  return {
    total: index.count(),
    get items() {
      return index.items();
    },
  };
}

/**
 * So long whoever looks waits for a long reading; then what is known is told, with how much is unread. Milliseconds.
 */
export const lookMs = 50;

/**
 * Dead letters, newest first, page by page, with the counts of their reasons; reads none of their messages. Waits until
 * all is read, of a long reading at most `waitMs`; where `isPageEnough`, until the page is right, whatever it lacks to
 * count.
 */
export async function readDead(
  { bus }: DeadPorts,
  {
    limit,
    cursor,
    waitMs,
    isPageEnough = false,
    ...filter
  }: DeadFilter & {
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly waitMs?: number | undefined;
    readonly isPageEnough?: boolean;
  },
): Promise<DeadView> {
  const page = { cursor, limit };
  const index = await deadIndexOf(bus, {
    waitMs,
    ...(isPageEnough ? { isEnough: (read) => read.knowsPage(filter, page) } : {}),
  });
  return {
    total: index.count(),
    found: index.count(filter),
    reasons: index.reasons({ ...filter, reason: undefined }),
    ...index.page(filter, page),
    ...(filter.reason === undefined ? {} : { reason: filter.reason }),
    ...unreadOf(index),
  };
}

/** Dead letters grouped by their cause. Waits until all is read, of a long reading at most `waitMs`. */
export async function readDeadGroups(
  { bus }: DeadPorts,
  { waitMs, ...filter }: DeadFilter & { readonly waitMs?: number | undefined },
): Promise<DeadGroupsView> {
  const index = await deadIndexOf(bus, { waitMs });
  return { ...index.groups(filter), ...unreadOf(index) };
}

function unreadOf({ unread }: { readonly unread: number }): { readonly unread?: number } {
  return unread === 0 ? {} : { unread };
}

/** There is no letter of that id. */
export function noLetter(id: string): Refusal {
  return new Refusal(
    'unknown-dead-letter',
    `No dead letter has the id ${JSON.stringify(id.slice(0, 200))}; it may have been replayed or discarded already.`,
  );
}

/** A letter as it stands in its topic. */
export interface WholeLetter {
  readonly facts: ReturnType<typeof letterFacts>;
  /** The newest copy of it: what is shown, tried and sent. */
  readonly message: StoredMessage;
  /** All copies of it, which go together. */
  readonly copies: readonly StoredMessage[];
}

/** Changes with the message of a letter: by it an edit says what it is an edit of. */
export function editionOf({ message: { value, headers } }: WholeLetter): string {
  return createHash('sha256').update(JSON.stringify(headers)).update(value).digest('hex').slice(0, 16);
}

/** The letters with these ids, with their messages; those that are gone are left out. */
export async function takeLetters(
  bus: Bus,
  ids: readonly string[],
  patience?: Patience,
): Promise<readonly WholeLetter[]> {
  const index = await deadIndexOf(bus, patience);
  const letters: WholeLetter[] = [];
  for (const id of ids) {
    const copies: StoredMessage[] = [];
    for (const place of index.placesOf(id))
      for await (const message of bus.browse(deadLetters.name, { from: place.offset, limit: 1 }))
        if (message.offset === place.offset) copies.push(message);
    const message = copies.at(-1);
    if (message !== undefined) letters.push({ facts: letterFacts(message), message, copies });
  }
  return letters;
}

/** One letter with its message, all copies of it. Refuses with unknown-dead-letter. */
export async function takeLetter(bus: Bus, id: string, patience?: Patience): Promise<WholeLetter> {
  const [letter] = await takeLetters(bus, [id], patience);
  if (letter === undefined) throw noLetter(id);
  return letter;
}

/** Who only looks at a letter waits until its newest copy is known. */
function lookAt(bus: Bus, id: string): Promise<WholeLetter> {
  return takeLetter(bus, id, { isEnough: (index) => index.placesOf(id).length > 0 });
}

/**
 * One letter with its headers and bytes, and what its schema says against it. Refuses with unknown-dead-letter.
 */
export async function readDeadLetter(
  { bus, state }: DeadPorts & { readonly state: Pick<State, 'fateOf'> },
  id: string,
): Promise<DeadLetterDetail> {
  const letter = await lookAt(bus, id);
  const { facts, message } = letter;
  const { [deadLetterHeader]: _facts, ...headers } = message.headers;
  const bytes = Buffer.from(message.value);
  const isText = bytes.byteLength <= shownBytes && isUtf8(bytes) && !bytes.includes(0);
  const fate = facts.item === undefined ? undefined : await state.fateOf(facts.item);
  const articleId = heldArticleOf(fate?.events ?? []);
  const editable = editableOf(facts, message);
  return {
    ...facts,
    group: causeOf(facts).id,
    bytes: bytes.byteLength,
    headers,
    ...(isText
      ? { text: bytes.toString('utf8') }
      : { base64: bytes.subarray(0, shownBytes).toString('base64') }),
    faults: faultsOf(facts, message),
    edition: editionOf(letter),
    ...(editable === undefined ? {} : { editable }),
    ...(articleId === undefined ? {} : { articleId }),
  };
}

/** The exact bytes of a letter. Refuses with unknown-dead-letter. */
export async function readLetterBytes({ bus }: DeadPorts, id: string): Promise<Uint8Array> {
  return (await lookAt(bus, id)).message.value;
}

/** Which letters somebody means: by id, by what they have in common, or all. */
export interface DeadChoice extends DeadFilter {
  readonly ids?: readonly string[] | undefined;
  readonly all?: boolean | undefined;
}

/** Which letters are meant, in words. */
export function choiceInWords({ ids, all: _, ...filter }: DeadChoice): string {
  if (ids !== undefined)
    return `${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ` and ${ids.length - 20} more` : ''}`;
  const parts = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${name} ${typeof value === 'number' ? new Date(value).toISOString() : value}`],
  );
  return parts.length === 0 ? 'all' : parts.join(', ');
}

/**
 * Ids of the letters that are meant, in the order in which they came. Refuses with unknown-dead-letter where one is
 * named that is not there.
 */
export async function chooseDead({ bus }: DeadPorts, choice: DeadChoice): Promise<readonly string[]> {
  const index = await deadIndexOf(bus);
  const { ids, all: _, ...filter } = choice;
  if (ids === undefined) return index.ids(filter);
  const unknown = ids.filter((id) => index.placesOf(id).length === 0);
  if (unknown.length > 0)
    throw new Refusal(
      'unknown-dead-letter',
      'Nothing was done: some ids belong to no dead letter.',
      unknown.slice(0, 20).map((id) => ({
        pointer: `#/ids/${ids.indexOf(id)}`,
        detail: `no dead letter ${JSON.stringify(id)}`,
      })),
    );
  return [...new Set(ids)];
}
