import {
  ledgerGroup,
  pipeline,
  retryRungs,
  retryTopic,
  type LedgerEvent,
  type StageName,
} from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import { pageItemOfEvent } from '@newsmill/fetch';
import type { State } from '@newsmill/store';
import { itemsWith } from './items-with.ts';

interface StrandedPorts {
  readonly bus: Bus;
  readonly state: State;
}

/** What happened later than this may still be on its way between two looks. */
const settledMs = 60_000;

/** The stage whose topics hold an item: after `passed` the next one, else the one that spoke. */
function holderOf({ stage, fate }: LedgerEvent): StageName | undefined {
  const place = pipeline.findIndex((entry) => entry.stage === stage);
  return pipeline[fate === 'passed' ? place + 1 : place]?.stage;
}

/** Keys of all messages that wait for each stage, in its topic and its retry topics. */
async function waitingKeys(bus: Bus): Promise<ReadonlyMap<StageName, ReadonlySet<string>>> {
  const keys = new Map<StageName, ReadonlySet<string>>();
  for (const entry of pipeline) {
    if (!('from' in entry)) continue;
    const found = new Set<string>();
    const topics = [
      entry.from.name,
      ...Array.from({ length: retryRungs }, (_, rung) => retryTopic(entry.stage, rung).name),
    ];
    for (const topic of topics) for await (const { key } of bus.backlog(topic, entry.group)) found.add(key);
    keys.set(entry.stage, found);
  }
  return keys;
}

async function unfinished(state: State): Promise<LedgerEvent[]> {
  return (
    await Promise.all(
      (['waiting', 'retrying', 'passed', 'replayed'] as const).map((fate) => itemsWith(state, fate)),
    )
  ).flat();
}

/** Whether the frontier will fetch the item by itself. */
async function scheduled(state: State, events: readonly LedgerEvent[]): Promise<ReadonlySet<string>> {
  const items = await state.getItems(events.map((event) => event.item));
  return new Set(items.flatMap((item) => (typeof item?.dueAt === 'number' ? [item.key] : [])));
}

/**
 * Items that are on their way by the ledger, but which no message and no entry of the frontier carries on: their message expired in
 * the broker before it was read, or a topic was emptied. Beside a running mill only what has been quiet for a minute counts.
 */
export async function findStranded({ bus, state }: StrandedPorts, now: number): Promise<LedgerEvent[]> {
  const before = new Map((await unfinished(state)).map((event) => [event.item, event]));
  if (before.size === 0) return [];
  const waiting = await waitingKeys(bus);
  const behind = (await bus.lag(ledgerGroup)).reduce((sum, lag) => sum + lag.messages, 0);
  if (behind > 0) return [];
  const still = (await unfinished(state)).filter((event) => {
    const known = before.get(event.item);
    return known !== undefined && known.at === event.at && event.at < now - settledMs;
  });
  const due = await scheduled(state, still);
  return still.filter((event) => {
    const holder = holderOf(event);
    return holder === undefined || holder === 'fetch'
      ? !due.has(event.item)
      : waiting.get(holder)?.has(event.item) !== true;
  });
}

/** Makes stranded items due at once; without validators, so that the publisher sends the page and not "unchanged". Answers how many. */
export async function mendStranded(
  state: State,
  events: readonly LedgerEvent[],
  now: number,
): Promise<number> {
  const items = await state.getItems(events.map((event) => event.item));
  const unknown = events.flatMap((event, index) =>
    items[index] === undefined ? (pageItemOfEvent(event) ?? []) : [],
  );
  await state.addItems(unknown.map((item) => ({ ...item, dueAt: now })));
  const known = items.flatMap((item) => (item === undefined ? [] : [item]));
  await state.settleItems(
    known.map(({ key, fetchedAt, data }) => {
      const { etag: _etag, lastModified: _lastModified, contentHash: _contentHash, ...rest } = data;
      return { key, dueAt: now, attempt: 0, fetchedAt, data: rest, hostFreeAt: 0 };
    }),
  );
  return known.length + unknown.length;
}
