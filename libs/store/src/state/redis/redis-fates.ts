import { foldFate, stageNames, type LedgerEvent } from '@newsmill/contracts';
import { readCursor, writeCursor } from '../../library/cursor.ts';
import { fateNamed, stageAt } from '../fate-names.ts';
import type { FateCount, FateFilter, ItemFate, StateReader, StateRecord } from '../state.ts';
import {
  countScript,
  exportEventsScript,
  fateOfScript,
  hoursInScript,
  importEventsScript,
  listScript,
  recordScript,
} from './lua/fates.ts';
import type { RedisConnection } from './redis-connection.ts';
import { chunksOf } from '../chunks-of.ts';
import { type RedisScript } from './redis-script.ts';
import { replyList, replyNumber, replyText } from './reply.ts';

const hour = 3_600_000;

/** The part of the state that knows what became of each item. */
export class RedisFates {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  record(events: readonly LedgerEvent[]): Promise<void> {
    return this.#fold(recordScript, events);
  }

  import(events: readonly LedgerEvent[]): Promise<void> {
    return this.#fold(importEventsScript, events);
  }

  async #fold(script: RedisScript, events: readonly LedgerEvent[]): Promise<void> {
    await Promise.all(
      chunksOf(events).map((chunk) => this.#redis.run(script, chunk.flatMap(eventArguments))),
    );
  }

  async of(item: string): Promise<ItemFate | undefined> {
    const reply = await this.#redis.run(fateOfScript, [item]);
    const events = reply === null ? [] : replyList(reply).map(readEvent);
    const current = foldFate(events);
    return current === undefined ? undefined : { current, events };
  }

  /** Newest firstSeen first. */
  async list(filter: FateFilter): Promise<Awaited<ReturnType<StateReader['listFates']>>> {
    const { fate, stage, sourceId, from, to, limit, cursor } = filter;
    const items: LedgerEvent[] = [];
    let place = cursor === undefined ? ['', ''] : readCursor(cursor, 'fates', ['number', 'string']);
    while (items.length <= limit) {
      const reply = await this.#redis.run(listScript, [
        limit + 1 - items.length,
        ...place,
        from ?? '',
        to ?? '',
        stage === undefined ? '' : stageNames.indexOf(stage),
        fate ?? '',
        sourceId ?? '',
      ]);
      const [rows, time, item] = replyList(reply);
      items.push(...replyList(rows).map(readEvent));
      if (time === undefined) break;
      place = [replyNumber(time), replyText(item)];
    }
    const last = items[limit - 1];
    if (items.length <= limit || last === undefined) return { items };
    return { items: items.slice(0, limit), next: writeCursor('fates', [last.firstSeen, last.item]) };
  }

  /** Whole hours: an hour counts when it overlaps [from, to). */
  async count(filter: {
    readonly from?: number;
    readonly to?: number;
    readonly sourceId?: string;
  }): Promise<FateCount[]> {
    const found: FateCount[] = [];
    for (let offset = 0; ; offset += hoursInScript) {
      const hours = replyList(
        await this.#redis.run(countScript, [
          (filter.from ?? 0) - hour,
          filter.to ?? Number.MAX_SAFE_INTEGER,
          offset,
        ]),
      );
      found.push(
        ...hours
          .flatMap(readCounts)
          .filter(({ sourceId }) => filter.sourceId === undefined || sourceId === filter.sourceId),
      );
      if (hours.length < hoursInScript) return found;
    }
  }

  async *records(): AsyncGenerator<StateRecord> {
    for (let cursor = '0'; cursor !== ''; ) {
      const [next, rows] = replyList(await this.#redis.run(exportEventsScript, [cursor]));
      for (const row of replyList(rows)) yield { kind: 'event', event: readEvent(row) };
      cursor = replyText(next);
    }
  }
}

function eventArguments({
  item,
  stage,
  version,
  attempt,
  at,
  fate,
  reason,
  url,
  sourceId,
  firstSeen,
  ...rest
}: LedgerEvent): (string | number)[] {
  const others = JSON.stringify(rest);
  return [
    item,
    stageNames.indexOf(stage),
    version,
    attempt,
    at,
    fate,
    reason ?? '',
    url,
    sourceId,
    firstSeen,
    others === '{}' ? '' : others,
  ];
}

function readEvent(reply: unknown): LedgerEvent {
  const [item, stage, version, attempt, at, fate, reason, url, sourceId, firstSeen, others] =
    replyList(reply);
  return {
    ...(others === '' ? {} : JSON.parse(replyText(others))),
    item: replyText(item),
    url: replyText(url),
    sourceId: replyText(sourceId),
    stage: stageAt(replyNumber(stage)),
    version: replyNumber(version),
    attempt: replyNumber(attempt),
    fate: fateNamed(replyText(fate)),
    ...(reason === '' ? {} : { reason: replyText(reason) }),
    firstSeen: replyNumber(firstSeen),
    at: replyNumber(at),
  };
}

/** The counts of one hour, by source, stage, fate and reason. */
function readCounts(reply: unknown): FateCount[] {
  const [start, flat] = replyList(reply);
  const texts = replyList(flat).map(replyText);
  const counts = texts.flatMap((field, i) => {
    if (i % 2 === 1) return [];
    const [stage, fate, sourceId = '', ...reason] = field.split('\n');
    return [
      {
        sourceId,
        hour: replyNumber(start),
        stage: stageAt(Number(stage)),
        fate: fateNamed(replyText(fate)),
        reason: reason.join('\n'),
        count: Number(texts[i + 1]),
      },
    ];
  });
  return counts.toSorted(
    (a, b) =>
      order(a.sourceId, b.sourceId) ||
      order(a.stage, b.stage) ||
      order(a.fate, b.fate) ||
      order(a.reason, b.reason),
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
