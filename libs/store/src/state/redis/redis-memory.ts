import type { ArticleClaim } from '@newsmill/contracts';
import type { ArticleClaimed, StateEntry, StateRecord, Tally } from '../state.ts';
import {
  addToScript,
  claimArticlesScript,
  findClaimsScript,
  exportMemoryScript,
  importClaimsScript,
  importEntriesScript,
  importOwnersScript,
  ownersScript,
  readScript,
  writeScript,
} from './lua/memory.ts';
import type { RedisConnection } from './redis-connection.ts';
import { chunksOf } from '../chunks-of.ts';
import { replyList, replyText } from './reply.ts';

type ClaimRecord = Extract<StateRecord, { kind: 'claim' }>;
type OwnerRecord = Extract<StateRecord, { kind: 'owner' }>;

/** The part of the state that remembers entries and who owns which article. */
export class RedisMemory {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async read(keys: readonly string[], now: number): Promise<Map<string, string>> {
    const replies = await Promise.all(
      chunksOf(keys).map((chunk) => this.#redis.run(readScript, [now, ...chunk])),
    );
    const values = replies.flatMap(replyList);
    return new Map(keys.flatMap((key, i) => (values[i] === null ? [] : [[key, replyText(values[i])]])));
  }

  async write(entries: readonly StateEntry[]): Promise<void> {
    await Promise.all(
      chunksOf(entries).map((chunk) =>
        this.#redis.run(
          writeScript,
          chunk.flatMap(({ key, value, expiresAt }) => [
            key,
            value === null ? 0 : 1,
            value ?? '',
            expiresAt ?? '',
          ]),
        ),
      ),
    );
  }

  async addTo(tallies: readonly Tally[], now: number): Promise<number[]> {
    const replies = await Promise.all(
      chunksOf(tallies).map((chunk) =>
        this.#redis.run(addToScript, [
          now,
          ...chunk.flatMap(({ key, amount, expiresAt }) => [key, amount, expiresAt]),
        ]),
      ),
    );
    return replies.flatMap(replyList).map((reply) => Number(replyText(reply)));
  }

  async claim(claims: readonly ArticleClaim[]): Promise<ArticleClaimed[]> {
    const replies = await Promise.all(
      chunksOf(claims).map((chunk) =>
        this.#redis.run(
          claimArticlesScript,
          chunk.flatMap(({ item, ownId, canonicalId }) => [item, ownId, canonicalId ?? '']),
        ),
      ),
    );
    return replies.flatMap(replyList).map((reply) => {
      const [articleId, owner] = replyList(reply);
      return { articleId: replyText(articleId), owner: replyText(owner) };
    });
  }

  async itemsAt(id: string): Promise<string[]> {
    const articles = new Set([id]);
    for (let cursor = '0'; cursor !== ''; ) {
      const [next, page] = replyList(await this.#redis.run(findClaimsScript, [cursor, id]));
      const texts = replyList(page).map(replyText);
      for (let i = 0; i + 1 < texts.length; i += 2) {
        const { ownId, canonicalId, articleId } = readClaim(texts[i] ?? '', texts[i + 1] ?? '');
        if (ownId === id || canonicalId === id) articles.add(articleId);
      }
      cursor = replyText(next);
    }
    const owners = await Promise.all(
      chunksOf([...articles]).map((chunk) => this.#redis.run(ownersScript, chunk)),
    );
    return [
      ...new Set(owners.flatMap(replyList).flatMap((owner) => (owner === null ? [] : [replyText(owner)]))),
    ];
  }

  async importEntries(entries: readonly StateEntry[]): Promise<void> {
    const kept = entries.flatMap(({ key, value, expiresAt }) =>
      value === null ? [] : [[key, value, expiresAt ?? '']],
    );
    await Promise.all(chunksOf(kept).map((chunk) => this.#redis.run(importEntriesScript, chunk.flat())));
  }

  async importClaims(claims: readonly ClaimRecord[]): Promise<void> {
    await Promise.all(
      chunksOf(claims).map((chunk) =>
        this.#redis.run(
          importClaimsScript,
          chunk.flatMap(({ ownId, canonicalId, articleId }) => [ownId, canonicalId ?? '', articleId]),
        ),
      ),
    );
  }

  async importOwners(owners: readonly OwnerRecord[]): Promise<void> {
    await Promise.all(
      chunksOf(owners).map((chunk) =>
        this.#redis.run(
          importOwnersScript,
          chunk.flatMap(({ articleId, item }) => [articleId, item]),
        ),
      ),
    );
  }

  async *records(): AsyncGenerator<StateRecord> {
    for await (const [key, value] of this.#rows('entries'))
      yield { kind: 'entry', entry: readEntry(key, value) };
    for await (const [claim, answer] of this.#rows('claims')) yield readClaim(claim, answer);
    for await (const [articleId, item] of this.#rows('owners'))
      yield { kind: 'owner', articleId, item: item === '' ? articleId : item };
  }

  async *#rows(
    hash: 'entries' | 'claims' | 'owners',
  ): AsyncGenerator<readonly [name: string, value: string]> {
    for (let cursor = '0'; cursor !== ''; ) {
      const [next, page] = replyList(await this.#redis.run(exportMemoryScript, [hash, cursor]));
      const texts = replyList(page).map(replyText);
      for (let i = 0; i + 1 < texts.length; i += 2) yield [texts[i] ?? '', texts[i + 1] ?? ''];
      cursor = replyText(next);
    }
  }
}

function readEntry(key: string, text: string): StateEntry {
  const colon = text.indexOf(':');
  return {
    key,
    value: text.slice(colon + 1),
    ...(colon === 0 ? {} : { expiresAt: Number(text.slice(0, colon)) }),
  };
}

function readClaim(claim: string, answer: string): ClaimRecord {
  const space = claim.indexOf(' ');
  const [ownId, canonicalId] = [claim.slice(0, space), claim.slice(space + 1)];
  return { kind: 'claim', ownId, canonicalId, articleId: answer === '1' ? canonicalId : ownId };
}
