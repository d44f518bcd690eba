import { stageNames } from '@newsmill/contracts';
import { fateNamed, stageAt } from '../fate-names.ts';
import { settledFields, settledItem, type SettledItem } from '../settled.ts';
import { mostInPiece, type Retired, type StateKeeper, type StateRecord } from '../state.ts';
import { exportSettledScript, importSettledScript, retireScript } from './lua/fates.ts';
import { settledFlags } from './lua/settled.ts';
import type { RedisConnection } from './redis-connection.ts';
import { chunksOf } from '../chunks-of.ts';
import { replyList, replyNumber, replyText } from './reply.ts';

/** The part of the state that keeps what is settled and old. */
export class RedisSettled {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async retire({ before, limit }: Parameters<StateKeeper['retire']>[0]): Promise<Retired> {
    const reply = await this.#redis.run(retireScript, [before, Math.min(limit, mostInPiece)]);
    const [looked, retired, isDone] = replyList(reply).map(replyNumber);
    return { looked: looked ?? 0, retired: retired ?? 0, isDone: isDone === 1 };
  }

  async import(list: readonly SettledItem[]): Promise<void> {
    await Promise.all(
      chunksOf(list).map((chunk) => this.#redis.run(importSettledScript, chunk.flatMap(settledArguments))),
    );
  }

  async *records(): AsyncGenerator<StateRecord> {
    for await (const settled of this.items()) yield { kind: 'settled', settled };
  }

  async *items(): AsyncGenerator<SettledItem> {
    for (let next = 0; next >= 0; ) {
      const [following, rows] = replyList(await this.#redis.run(exportSettledScript, [next]));
      for (const row of replyList(rows)) yield readSettled(row);
      next = replyNumber(following);
    }
  }
}

const { hasPage, hasFate, isOwner, isUnfetched, isOwnArticle } = settledFlags;

function settledArguments(item: SettledItem): (string | number)[] {
  const fields = settledFields(item);
  const flags =
    (fields.stamp === undefined ? 0 : hasPage) |
    (fields.hasFate ? hasFate : 0) |
    (fields.isOwner ? isOwner : 0) |
    (fields.hasFate && !fields.isFetched ? isUnfetched : 0) |
    (fields.isOwnArticle ? isOwnArticle : 0);
  return [
    fields.key,
    flags,
    stageNames.indexOf(fields.stage),
    fields.fate,
    fields.sourceId,
    fields.reason,
    fields.time,
    fields.firstSeen,
    fields.articleId,
    fields.stamp ?? '',
  ];
}

function readSettled(reply: unknown): SettledItem {
  const [key, bits, rank, fate, source, reason, time, firstSeen, article, stamp] = replyList(reply);
  const flags = replyNumber(bits);
  const has = (flag: number): boolean => (flags & flag) !== 0;
  return settledItem({
    key: replyText(key),
    firstSeen: replyNumber(firstSeen),
    sourceId: replyText(source),
    hasFate: has(hasFate),
    stage: stageAt(replyNumber(rank)),
    fate: fateNamed(replyText(fate)),
    reason: replyText(reason),
    time: replyNumber(time),
    isFetched: !has(isUnfetched),
    articleId: replyText(article),
    isOwnArticle: has(isOwnArticle),
    stamp: has(hasPage) ? replyText(stamp) : undefined,
    isOwner: has(isOwner),
  });
}
