import type { Announcement } from '@newsmill/contracts';
import { readAnnouncement } from '../read-announcement.ts';
import { announcementsScript, announceScript, withdrawScript } from './lua/processes.ts';
import type { RedisConnection } from './redis-connection.ts';
import { replyList, replyText } from './reply.ts';

/** The part of the state that knows which processes live. */
export class RedisProcesses {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async announce(announcement: Announcement, expiresAt: number): Promise<void> {
    await this.#redis.run(announceScript, [announcement.id, expiresAt, JSON.stringify(announcement)]);
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
}
