import { isRetryTopic, type WaitingWork } from '@newsmill/contracts';
import type { TopicLag } from '@newsmill/bus';

/** What a consumer group has not acknowledged. */
export interface GroupLag extends TopicLag {
  readonly group: string;
}

interface Seen {
  readonly messages: number;
  /** When the oldest message was taken by the bus, epoch milliseconds. */
  readonly oldestAt: number;
  readonly since: number;
}

/** Messages that were taken within so many milliseconds count as one. */
const sameMoment = 1_000;

/**
 * Learns from look to look since when work has not moved: while its oldest message stays the same one, and no
 * fewer wait.
 */
export class WorkWatch {
  readonly #seen = new Map<string, Seen>();

  /** What waits now, without what waits for its next try. */
  look(lags: readonly GroupLag[], now: number): WaitingWork[] {
    const waiting = lags.filter(({ topic, messages }) => messages > 0 && !isRetryTopic(topic));
    const names = new Set(waiting.map(({ group, topic }) => `${group} ${topic}`));
    for (const name of this.#seen.keys()) if (!names.has(name)) this.#seen.delete(name);
    return waiting.map(({ group, topic, messages, ageMs }) => {
      const name = `${group} ${topic}`;
      const known = this.#seen.get(name);
      const oldestAt = now - ageMs;
      const isMoved =
        known === undefined || messages < known.messages || oldestAt - known.oldestAt > sameMoment;
      this.#seen.set(name, { messages, oldestAt, since: isMoved ? now : known.since });
      return { group, topic, messages, ageMs, unmovedSince: isMoved ? now : known.since };
    });
  }
}
