import type { FrontierItem, Settlement } from '@newsmill/contracts';
import { mostInPiece, mostPiecesInClaim, type Added, type StateRecord, type StateWriter } from '../state.ts';
import {
  claimScript,
  endClaimsScript,
  nextClaimScript,
  releaseScript,
  renewScript,
  settleScript,
} from './lua/claim.ts';
import {
  addScript,
  channelsOfScript,
  channelsScript,
  countChannelsScript,
  countDueScript,
  countsScript,
  exportFrontierScript,
  getScript,
  importHostsScript,
  importItemsScript,
  importSchedulesScript,
  knowsScript,
  removeScript,
} from './lua/items.ts';
import type { RedisConnection } from './redis-connection.ts';
import { chunksOf } from '../chunks-of.ts';
import { mostInScript, type RedisScript } from './redis-script.ts';
import { replyList, replyNumber, replyNumberOrNull, replyText } from './reply.ts';

type HostRecord = Extract<StateRecord, { kind: 'host' }>;
type ScheduleRecord = Extract<StateRecord, { kind: 'schedule' }>;

/** Scripts over a long list that travel together. */
const scriptsInTrip = 4;

/** Scripts that put what has become due in order for one claim. */
const mostScriptsInClaim = (mostPiecesInClaim * mostInPiece) / mostInScript;

/** The part of the state that knows what to fetch and when. */
export class RedisFrontier {
  readonly #redis: RedisConnection;
  /** How far claims have looked past hosts of sources that hold enough. */
  #passedOver = 0;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async knows(keys: readonly string[]): Promise<boolean[]> {
    return (await this.#inChunks(knowsScript, keys, (key) => [key])).map((known) => known === 1);
  }

  async add(list: readonly FrontierItem[]): Promise<Added[]> {
    return (await this.#inChunks(addScript, list, itemArguments)).map(readAdded);
  }

  async claim({
    now,
    limit,
    leaseMs,
    kinds,
    underWay,
  }: Parameters<StateWriter['claimItems']>[0]): Promise<FrontierItem[]> {
    const wanted = kinds === undefined ? 'cp' : kinds.map(kindLetter).join('');
    // No more than a script may hand out in one go.
    const args = [now, Math.min(limit, mostInPiece), leaseMs, wanted];
    const shares =
      underWay === undefined ? [''] : [limit, this.#passedOver, ...[...underWay].flatMap((pair) => pair)];
    for (let piece = 1; ; piece += 1) {
      const isLast = piece >= mostScriptsInClaim;
      const reply = await this.#redis.run(claimScript, [...args, isLast ? '1' : '0', ...shares]);
      if (reply === 0) continue;
      const [place, claimed] = replyList(reply);
      this.#passedOver = replyNumber(place);
      return replyList(claimed).map(readItem);
    }
  }

  async settle(settlements: readonly Settlement[]): Promise<void> {
    await this.#inChunks(
      settleScript,
      settlements,
      ({ key, dueAt, attempt, fetchedAt, data, hostFreeAt, domainFreeAt }) => [
        key,
        dueAt ?? '',
        attempt,
        fetchedAt,
        ...dataArguments(data),
        hostFreeAt,
        domainFreeAt ?? '',
      ],
    );
  }

  async release(keys: readonly string[]): Promise<void> {
    await this.#inChunks(releaseScript, keys, (key) => [key]);
  }

  async renew(keys: readonly string[], lease: number): Promise<void> {
    await Promise.all(
      chunksOf(keys, mostInScript).map((chunk) => this.#redis.run(renewScript, [lease, ...chunk])),
    );
  }

  async endClaims(): Promise<void> {
    let ended = mostInScript;
    while (ended === mostInScript) ended = replyNumber(await this.#redis.run(endClaimsScript));
  }

  async nextClaimAt(): Promise<number | undefined> {
    return replyNumberOrNull(await this.#redis.run(nextClaimScript)) ?? undefined;
  }

  async get(keys: readonly string[]): Promise<(FrontierItem | undefined)[]> {
    return (await this.#inChunks(getScript, keys, (key) => [key])).map((row) =>
      row === null ? undefined : readItem(row),
    );
  }

  async channels(): Promise<FrontierItem[]> {
    const found: FrontierItem[] = [];
    for (;;) {
      const page = replyList(await this.#redis.run(channelsScript, [found.length])).map(readItem);
      found.push(...page);
      if (page.length < mostInPiece) return found;
    }
  }

  async channelsOf(sourceIds: readonly string[]): Promise<FrontierItem[]> {
    const wanted = new Set(sourceIds);
    if (wanted.size === 0) return [];
    // A script would have to be told all of them again for each piece.
    if (wanted.size > mostInPiece)
      return (await this.channels()).filter(({ sourceId }) => wanted.has(sourceId));
    const found: FrontierItem[] = [];
    for (let from = 0; ; from += mostInPiece) {
      const [looked, rows] = replyList(await this.#redis.run(channelsOfScript, [from, ...wanted]));
      found.push(...replyList(rows).map(readItem));
      if (replyNumber(looked) < mostInPiece) return found;
    }
  }

  async countChannels(): Promise<{ readonly all: number; readonly failing: number }> {
    const [all, failing] = replyList(await this.#redis.run(countChannelsScript));
    return { all: replyNumber(all), failing: replyNumber(failing) };
  }

  async countDue(now: number): Promise<number> {
    return replyNumber(await this.#redis.run(countDueScript, [now]));
  }

  async remove(keys: readonly string[]): Promise<void> {
    await this.#inChunks(removeScript, keys, (key) => [key]);
  }

  async counts(): Promise<
    {
      readonly sourceId: string;
      readonly kind: FrontierItem['kind'];
      readonly waiting: number;
      readonly claimed: number;
    }[]
  > {
    return replyList(await this.#redis.run(countsScript)).map((row) => {
      const [field, due, held] = replyList(row);
      const claimed = replyNumber(held);
      return {
        sourceId: replyText(field).slice(1),
        kind: readKind(replyText(field)[0]),
        waiting: replyNumber(due) - claimed,
        claimed,
      };
    });
  }

  async importItems(list: readonly FrontierItem[]): Promise<void> {
    await this.#inChunks(importItemsScript, list, itemArguments);
  }

  async importSchedules(list: readonly ScheduleRecord[]): Promise<void> {
    await this.#inChunks(importSchedulesScript, list, ({ key, dueAt, attempt, fetchedAt }) => [
      key,
      dueAt ?? '',
      attempt,
      fetchedAt,
    ]);
  }

  async importHosts(list: readonly HostRecord[]): Promise<void> {
    await this.#inChunks(importHostsScript, list, ({ host, domain, freeAt, domainFreeAt, holder, lease }) => [
      host,
      domain,
      freeAt,
      domainFreeAt ?? '',
      holder ?? '',
      lease ?? '',
    ]);
  }

  async *records(): AsyncGenerator<StateRecord> {
    for (const what of ['channels', 'pages'] as const)
      for await (const row of this.#rows(what)) yield { kind: 'item', item: readItem(row) };
    for await (const row of this.#rows('hosts')) yield readHost(row);
  }

  async *#rows(what: 'channels' | 'pages' | 'hosts'): AsyncGenerator<unknown> {
    for (let cursor = '0'; cursor !== ''; ) {
      const [next, rows] = replyList(await this.#redis.run(exportFrontierScript, [what, cursor]));
      yield* replyList(rows);
      cursor = replyText(next);
    }
  }

  /**
   * Runs the script on all of the list and joins what it answers: some pieces in each round trip, so that neither
   * this process nor the server has much to do at once.
   */
  async #inChunks<T>(
    script: RedisScript,
    list: readonly T[],
    argumentsOf: (one: T) => (string | number)[],
  ): Promise<unknown[]> {
    const answers: unknown[] = [];
    for (const part of chunksOf(list, mostInScript * scriptsInTrip)) {
      const replies = await Promise.all(
        chunksOf(part, mostInScript).map((chunk) => this.#redis.run(script, chunk.flatMap(argumentsOf))),
      );
      for (const reply of replies) if (reply !== null) answers.push(...replyList(reply));
    }
    return answers;
  }
}

function kindLetter(kind: FrontierItem['kind']): string {
  return kind === 'channel' ? 'c' : 'p';
}

function readKind(letter: unknown): FrontierItem['kind'] {
  return letter === 'c' ? 'channel' : 'page';
}

function readAdded(reply: unknown): Added {
  if (reply === 'new' || reply === 'known' || reply === 'changed' || reply === 'taken') return reply;
  throw new TypeError(`Redis answered ${String(reply)} for an item that was added`);
}

/**
 * The entry lies beside the rest, so that a change of the channel can replace it without reading the rest.
 */
function dataArguments({ entry, ...rest }: FrontierItem['data']): [rest: string, entry: string] {
  return [JSON.stringify(rest), entry === undefined ? '' : JSON.stringify(entry)];
}

function itemArguments(item: FrontierItem): (string | number)[] {
  return [
    item.key,
    kindLetter(item.kind),
    item.url,
    item.sourceId,
    item.host,
    item.priority,
    item.attempt,
    item.firstSeen,
    item.fetchedAt,
    item.stamp,
    ...dataArguments(item.data),
    item.domain,
    item.dueAt ?? '',
  ];
}

function readItem(reply: unknown): FrontierItem {
  const [
    key,
    kind,
    url,
    source,
    host,
    domain,
    due,
    priority,
    attempt,
    firstSeen,
    fetchedAt,
    stamp,
    rest,
    entry,
  ] = replyList(reply);
  const data = JSON.parse(replyText(rest));
  return {
    key: replyText(key),
    kind: readKind(kind),
    url: replyText(url),
    sourceId: replyText(source),
    host: replyText(host),
    domain: replyText(domain),
    dueAt: replyNumberOrNull(due),
    priority: replyNumber(priority),
    attempt: replyNumber(attempt),
    firstSeen: replyNumber(firstSeen),
    fetchedAt: replyNumber(fetchedAt),
    stamp: replyText(stamp),
    data: entry === '' ? data : { ...data, entry: JSON.parse(replyText(entry)) },
  };
}

function readHost(reply: unknown): StateRecord {
  const [host, domain, free, pause, holder, lease] = replyList(reply);
  const pauseAt = replyNumber(pause);
  return {
    kind: 'host',
    host: replyText(host),
    domain: replyText(domain),
    freeAt: replyNumber(free),
    ...(pauseAt === 0 ? {} : { domainFreeAt: pauseAt }),
    ...(holder === '' ? {} : { holder: replyText(holder), lease: replyNumber(lease) }),
  };
}
