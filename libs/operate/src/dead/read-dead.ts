import { isUtf8 } from 'node:buffer';
import type { Bus, StoredMessage } from '@newsmill/bus';
import { deadLetterHeader, deadLetters, readDeadLetterFacts } from '@newsmill/contracts';
import type { DeadLetterDetail, DeadLetterView, DeadView } from './dead-view.ts';
import { whereThere } from '../inputs/where-there.ts';
import { Refusal } from '../refusal.ts';

const shownBytes = 65_536;

/** Facts of a letter; one whose header cannot be read is shown all the same, under its place in the topic. */
function viewOf(message: StoredMessage): DeadLetterView {
  const bytes = message.value.byteLength;
  const facts = readDeadLetterFacts(message.headers);
  if (facts !== undefined) return { ...facts, bytes };
  return {
    id: `at-${message.partition}-${message.offset}`,
    stage: 'fetch',
    topic: '',
    reason: 'bad-message',
    detail: `The header ${deadLetterHeader} cannot be read.`,
    attempts: 0,
    at: message.time,
    bytes,
  };
}

interface DeadPorts {
  readonly bus: Bus;
}

/** How many letters there are, and the items that they are of; what cannot be read counts too. */
export async function readLetters(
  bus: Bus,
): Promise<{ readonly total: number; readonly items: ReadonlySet<string> }> {
  const [ids, items] = [new Set<string>(), new Set<string>()];
  for await (const message of whereThere(bus.browse(deadLetters.name))) {
    ids.add(viewOf(message).id);
    items.add(readDeadLetterFacts(message.headers)?.item ?? message.key);
  }
  return { total: ids.size, items };
}

/** All letters by id, newest last; a redelivery that wrote the same letter again counts once. */
async function allLetters(ports: DeadPorts): Promise<ReadonlyMap<string, DeadLetterView>> {
  const letters = new Map<string, DeadLetterView>();
  for await (const message of ports.bus.browse(deadLetters.name)) {
    const view = viewOf(message);
    letters.delete(view.id);
    letters.set(view.id, view);
  }
  return letters;
}

/** The newest dead letters, of one reason where it is given, with the counts of all reasons. */
export async function readDead(
  ports: DeadPorts,
  query: { readonly reason?: string; readonly limit: number },
): Promise<DeadView> {
  const all = [...(await allLetters(ports)).values()];
  const counts = new Map<string, number>();
  for (const { reason } of all) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count);
  const chosen = query.reason === undefined ? all : all.filter(({ reason }) => reason === query.reason);
  return {
    total: all.length,
    reasons,
    letters: chosen.toReversed().slice(0, query.limit),
    ...(query.reason === undefined ? {} : { reason: query.reason }),
  };
}

/** One letter with its headers and bytes. Refuses with unknown-dead-letter. */
export async function readDeadLetter(ports: DeadPorts, id: string): Promise<DeadLetterDetail> {
  let found: DeadLetterDetail | undefined;
  for await (const message of ports.bus.browse(deadLetters.name)) {
    const view = viewOf(message);
    if (view.id !== id) continue;
    const { [deadLetterHeader]: _facts, ...headers } = message.headers;
    const bytes = Buffer.from(message.value);
    const isText = bytes.byteLength <= shownBytes && isUtf8(bytes) && !bytes.includes(0);
    found = {
      ...view,
      headers,
      ...(isText
        ? { text: bytes.toString('utf8') }
        : { base64: bytes.subarray(0, shownBytes).toString('base64') }),
    };
  }
  if (found === undefined)
    throw new Refusal(
      'unknown-dead-letter',
      `No dead letter has the id ${JSON.stringify(id.slice(0, 200))}; it may have been replayed already.`,
    );
  return found;
}

/** Ids of the letters that a replay means, in the order in which they came. */
export async function chooseDead(
  ports: DeadPorts,
  choice: { readonly ids?: readonly string[]; readonly reason?: string; readonly all?: true },
): Promise<readonly string[]> {
  const letters = await allLetters(ports);
  if (choice.ids === undefined)
    return [...letters.values()]
      .filter(({ reason }) => choice.all === true || reason === choice.reason)
      .map(({ id }) => id);
  const unknown = choice.ids.filter((id) => !letters.has(id));
  if (unknown.length > 0)
    throw new Refusal(
      'unknown-dead-letter',
      'Nothing was replayed: some ids belong to no dead letter.',
      unknown.slice(0, 20).map((id) => ({
        pointer: `#/ids/${choice.ids?.indexOf(id) ?? 0}`,
        detail: `no dead letter ${JSON.stringify(id)}`,
      })),
    );
  return [...new Set(choice.ids)];
}
