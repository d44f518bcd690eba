import { Inject, Injectable } from '@nestjs/common';
import type { Note } from '@newsmill/contracts';
import type { Health } from '@newsmill/runtime';
import { CLOCK, Every, HEALTH, NOTE } from '@newsmill/runtime/nest';
import type { AdminKey } from './admin-key.ts';
import { ADMIN_KEY, HIDE } from './tokens.ts';

const dayMs = 24 * 3_600_000;
/** From then on a key counts as old, days. */
const oldDays = 365;

/** Takes another admin key from its file, and tells once a day of one that is older than a year. */
@Injectable()
export class AdminKeyWatch {
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(ADMIN_KEY) private readonly key: AdminKey | undefined,
    @Inject(HIDE) private readonly hide: (secrets: readonly string[]) => void,
    @Inject(HEALTH) private readonly health: Health,
    @Inject(NOTE) private readonly note: Note,
    @Inject(CLOCK) private readonly now: () => number,
  ) {}

  @Every('2s', 'admin-key')
  look(): void {
    const { key, health, note } = this;
    if (key === undefined) return;
    const { path } = key;
    const found = key.look();
    if (found?.problem !== undefined) {
      health.remark('file-of-admin-key', `${found.problem}. The key before goes on opening.`);
      note('credentials.kept', { setting: path, problem: found.problem });
    } else if (found !== undefined) {
      this.hide([key.key]);
      health.clearRemark('file-of-admin-key');
      note('credentials.renewed', { setting: path });
    }
    const now = this.now();
    const days = Math.floor((now - (key.writtenAt() ?? now)) / dayMs);
    if (days <= oldDays || now - this.#toldAt < dayMs) return;
    this.#toldAt = now;
    note('key.old', { setting: path, days });
  }
}
