import {
  seriesTiers,
  StepCounts,
  type Announcement,
  type KeptSteps,
  type ProcessCounts,
} from '@newsmill/contracts';
import { z } from 'zod';
import { readAnnouncement } from '../read-announcement.ts';
import type { State } from '../state.ts';
import { announcementsScript, announceScript, countedStepsScript, withdrawScript } from './lua/processes.ts';
import type { RedisConnection } from './redis-connection.ts';
import { replyList, replyText } from './reply.ts';

/** A list that is empty is written `{}` by the server. */
const Counted = z.object({
  now: z.number(),
  steps: z.union([
    z.array(z.object({ start: z.number(), counts: StepCounts })),
    z.strictObject({}).transform(() => []),
  ]),
});

/** The part of the state that knows which processes live, and what they counted. */
export class RedisProcesses {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async announce(announcement: Announcement, expiresAt: number, counts?: ProcessCounts): Promise<void> {
    const { beat = 0, sums = {}, peaks = {} } = counts ?? {};
    await this.#redis.run(announceScript, [
      announcement.id,
      expiresAt,
      JSON.stringify(announcement),
      beat,
      Object.keys(sums).length,
      ...Object.entries(sums).flat(),
      ...Object.entries(peaks).flat(),
    ]);
  }

  async withdraw(id: string): Promise<void> {
    await this.#redis.run(withdrawScript, [id]);
  }

  async list(now: number): Promise<Announcement[]> {
    return replyList(await this.#redis.run(announcementsScript)).flatMap((reply) => {
      const text = replyText(reply);
      const colon = text.indexOf(':');
      return Number(text.slice(0, colon)) > now ? readAnnouncement(text.slice(colon + 1)) : [];
    });
  }

  async countedSteps({ stepMs, steps }: Parameters<State['countedSteps']>[0]): Promise<KeptSteps> {
    const ring = seriesTiers.find((tier) => tier.stepMs === stepMs)?.steps ?? 0;
    const reply = await this.#redis.run(countedStepsScript, [stepMs, ring, Math.min(steps, ring)]);
    return Counted.parse(JSON.parse(replyText(reply)));
  }
}
