import type { FingerprintCandidate } from '@newsmill/contracts';
import type { FingerprintEntry, StateRecord } from '../state.ts';
import {
  exportPlacesScript,
  exportPrintsScript,
  importPrintsScript,
  matchScript,
} from './lua/fingerprints.ts';
import type { RedisConnection } from './redis-connection.ts';
import { chunksOf } from '../chunks-of.ts';
import { replyList, replyNumber, replyText } from './reply.ts';

/** Entries of one run: each looks at its bands and their members. */
const mostMatched = 100;

/** The part of the state that finds near copies. */
export class RedisFingerprints {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async match(entries: readonly FingerprintEntry[], now: number): Promise<FingerprintCandidate[][]> {
    const chunks = chunksOf(entries, mostMatched).map((chunk) => chunk.flatMap(printArguments));
    // All are recorded before the first is matched: entries of one call see each other.
    const recordings =
      chunks.length < 2 ? [] : chunks.map((args) => this.#redis.run(matchScript, [now, 'record', ...args]));
    const matchings = chunks.map((args) =>
      this.#redis.run(matchScript, [now, chunks.length < 2 ? 'both' : 'match', ...args]),
    );
    const [recorded, matched] = await Promise.all([Promise.all(recordings), Promise.all(matchings)]);
    const befores = (chunks.length < 2 ? matched : recorded).flatMap((reply) =>
      replyList(replyList(reply)[0]),
    );
    const answers = matched.flatMap((reply) => replyList(replyList(reply)[1]));
    return entries.map(({ id }, index) => {
      const before = replyList(befores[index] ?? []).map((payload) => ({
        id,
        payload: replyText(payload),
        isEarlier: true,
      }));
      return [...before, ...replyList(answers[index] ?? []).map(readCandidate)];
    });
  }

  async import(entries: readonly FingerprintEntry[]): Promise<void> {
    await Promise.all(
      chunksOf(entries).map((chunk) => this.#redis.run(importPrintsScript, chunk.flatMap(printArguments))),
    );
  }

  /** In the order of recording. */
  async *records(): AsyncGenerator<StateRecord> {
    for (const places of chunksOf((await this.#places()).toSorted((a, b) => a - b))) {
      for (const reply of replyList(await this.#redis.run(exportPrintsScript, places))) {
        const [id, expiresAt, payload, ...bands] = replyList(reply);
        yield {
          kind: 'fingerprint',
          entry: {
            id: replyText(id),
            bands: bands.map(replyText),
            payload: replyText(payload),
            expiresAt: replyNumber(expiresAt),
          },
        };
      }
    }
  }

  async #places(): Promise<number[]> {
    const found = new Set<number>();
    for (let cursor = '0'; cursor !== ''; ) {
      const [next, places] = replyList(await this.#redis.run(exportPlacesScript, [cursor]));
      for (const place of replyList(places)) found.add(replyNumber(place));
      cursor = replyText(next);
    }
    return [...found];
  }
}

function printArguments({ id, bands, payload, expiresAt }: FingerprintEntry): (string | number)[] {
  return [id, expiresAt, payload, bands.length, ...bands];
}

function readCandidate(reply: unknown): FingerprintCandidate {
  const [id, payload, isEarlier] = replyList(reply);
  return { id: replyText(id), payload: replyText(payload), isEarlier: replyNumber(isEarlier) === 1 };
}
