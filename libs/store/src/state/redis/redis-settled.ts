import { stageNames } from '@newsmill/contracts';
import { fateNamed, stageAt } from '../fate-names.ts';
import { isFetched, type SettledItem } from '../settled.ts';
import type { Retired, StateKeeper, StateRecord } from '../state.ts';
import { exportSettledScript, importSettledScript, retireScript } from './lua/fates.ts';
import { settledFlags } from './lua/settled.ts';
import type { RedisConnection } from './redis-connection.ts';
import { chunksOf, mostInScript } from './redis-script.ts';
import { replyList, replyNumber, replyText } from './reply.ts';

/** The part of the state that keeps what is settled and old. */
export class RedisSettled {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async retire({ before, limit }: Parameters<StateKeeper['retire']>[0]): Promise<Retired> {
    const reply = await this.#redis.run(retireScript, [before, Math.min(limit, mostInScript)]);
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

function settledArguments({
  key,
  firstSeen,
  sourceId,
  fate,
  stamp,
  isOwner: owns,
}: SettledItem): (string | number)[] {
  const flags =
    (stamp === undefined ? 0 : hasPage) |
    (fate === undefined ? 0 : hasFate) |
    (owns ? isOwner : 0) |
    (fate === undefined || isFetched(fate) ? 0 : isUnfetched) |
    (fate?.isOwnArticle === true ? isOwnArticle : 0);
  return [
    key,
    flags,
    fate === undefined ? 0 : stageNames.indexOf(fate.stage),
    fate?.fate ?? '',
    sourceId,
    fate?.reason ?? '',
    fate === undefined ? 0 : isFetched(fate) ? fate.version : fate.at,
    firstSeen,
    fate?.articleId ?? '',
    stamp ?? '',
  ];
}

function readSettled(reply: unknown): SettledItem {
  const [key, flagBits, rank, fate, source, reason, version, firstSeen, article, stamp] = replyList(reply);
  const flags = replyNumber(flagBits);
  const at = replyNumber(version);
  const articleId = replyText(article);
  const reasonText = replyText(reason);
  return {
    key: replyText(key),
    firstSeen: replyNumber(firstSeen),
    sourceId: replyText(source),
    ...((flags & hasFate) === 0
      ? {}
      : {
          fate: {
            stage: stageAt(replyNumber(rank)),
            fate: fateNamed(replyText(fate)),
            ...(reasonText === '' ? {} : { reason: reasonText }),
            version: (flags & isUnfetched) === 0 ? at : 0,
            at,
            ...(articleId === '' ? {} : { articleId }),
            isOwnArticle: (flags & isOwnArticle) !== 0,
          },
        }),
    ...((flags & hasPage) === 0 ? {} : { stamp: replyText(stamp) }),
    isOwner: (flags & isOwner) !== 0,
  };
}
