import { stages, type LedgerEvent } from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import type { State } from '@newsmill/store';
import { readLetters } from '../dead/read-dead.ts';
import { whereThere } from '../inputs/where-there.ts';
import { itemsWith } from './items-with.ts';
import { ledgerBehind } from './ledger-behind.ts';
import { extensionsUnderWay, type TakenTopic, topicsOfExtension, topicsOfStage } from './taken-topics.ts';

interface StrandedPorts {
  readonly bus: Bus;
  readonly state: State;
}

/** What happened later than this may still be on its way between two looks. */
const settledMs = 60_000;
const underWay = ['waiting', 'retrying', 'passed', 'replayed'] as const;

/**
 * The stage whose topics hold an item: after `passed` the next one, or an extension; else the one that spoke.
 */
function holderOf({ stage, fate, extension }: LedgerEvent): string | undefined {
  const place = stages.findIndex((entry) => entry.stage === stage);
  if (fate === 'passed' && extension !== undefined) return holderNamed(extension);
  return stages[fate === 'passed' ? place + 1 : place]?.stage;
}

/** An extension as a holder: one may be called as a stage is. */
const holderNamed = (extension: string): string => `extension ${extension}`;

type WaitingKeys = ReadonlyMap<string, ReadonlySet<string>>;

/** Keys of all messages that wait for each stage, in its topic and its retry topics, and for each extension. */
async function waitingKeys(bus: Bus): Promise<WaitingKeys> {
  const keys = new Map<string, ReadonlySet<string>>();
  const gather = async (holder: string, topics: readonly TakenTopic[]) => {
    const found = new Set<string>();
    for (const { topic, group } of topics)
      for await (const { key } of whereThere(bus.backlog(topic, group))) found.add(key);
    keys.set(holder, found);
  };
  for (const entry of stages) await gather(entry.stage, topicsOfStage(entry));
  for (const extension of await extensionsUnderWay(bus))
    await gather(holderNamed(extension), topicsOfExtension(extension));
  return keys;
}

/** Those of the events that neither a message nor the frontier carries on. */
async function uncarried(
  state: State,
  events: readonly LedgerEvent[],
  waiting: WaitingKeys,
): Promise<LedgerEvent[]> {
  const items = await state.getItems(events.map((event) => event.item));
  const due = new Set(items.flatMap((item) => (typeof item?.dueAt === 'number' ? [item.key] : [])));
  return events.filter((event) => {
    const holder = holderOf(event);
    return holder === undefined || holder === 'fetch'
      ? !due.has(event.item)
      : waiting.get(holder)?.has(event.item) !== true;
  });
}

/** Whether nothing was told of the item since this event. */
async function isStill(state: State, event: LedgerEvent): Promise<boolean> {
  const current = (await state.fateOf(event.item))?.current;
  return (
    current !== undefined &&
    current.fate === event.fate &&
    current.stage === event.stage &&
    current.at === event.at
  );
}

/** An item that becomes due within this time is left to that. */
const soonMs = 60_000;

/** Items that are dead by the ledger, of which there is no dead letter, and which are not asked for soon. */
export async function findUnburied({ bus, state }: StrandedPorts, now: number): Promise<LedgerEvent[]> {
  const { items: buried } = await readLetters(bus);
  const unburied: LedgerEvent[] = [];
  for await (const page of itemsWith(state, 'dead')) {
    const suspects = page.filter(({ item, at }) => at < now - settledMs && !buried.has(item));
    const items = await state.getItems(suspects.map(({ item }) => item));
    const isSoon = new Set(
      items.flatMap((item) =>
        typeof item?.dueAt === 'number' && item.dueAt < now + soonMs ? [item.key] : [],
      ),
    );
    unburied.push(...suspects.filter(({ item }) => !isSoon.has(item)));
  }
  return unburied;
}

/**
 * Items that are on their way by the ledger, but which no message and no entry of the frontier carries on:
 * their message expired in the broker before it was read, or a topic was emptied. Beside a running mill only
 * what has been quiet for a minute counts.
 */
export async function findStranded({ bus, state }: StrandedPorts, now: number): Promise<LedgerEvent[]> {
  const suspects: LedgerEvent[] = [];
  let waiting: WaitingKeys | undefined;
  for (const fate of underWay) {
    for await (const page of itemsWith(state, fate)) {
      const settled = page.filter(({ at }) => at < now - settledMs);
      if (settled.length === 0) continue;
      waiting ??= await waitingKeys(bus);
      suspects.push(...(await uncarried(state, settled, waiting)));
    }
  }
  if (suspects.length === 0) return [];
  if ((await ledgerBehind(bus)) > 0) return [];
  // Looked at once more: what moved between the two looks is carried on.
  const still: LedgerEvent[] = [];
  for (const event of suspects) if (await isStill(state, event)) still.push(event);
  return still.length === 0 ? [] : uncarried(state, still, await waitingKeys(bus));
}
