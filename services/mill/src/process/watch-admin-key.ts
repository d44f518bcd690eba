import type { Role } from '@newsmill/runtime';
import type { AdminKey } from './admin-key.ts';
import { periodicRole } from './periodic-role.ts';

const everyMs = 2_000;
const dayMs = 24 * 3_600_000;
/** From then on a key counts as old, days. */
const oldDays = 365;

/** Takes another admin key from its file, and tells once a day of one that is older than a year. `hide`: keeps a new key out of the log. */
export function watchAdminKey(key: AdminKey, hide: (secrets: readonly string[]) => void): Role {
  let toldAt = Number.NEGATIVE_INFINITY;
  return periodicRole({ name: 'admin-key', takes: [], everyMs }, async ({ health, note, now }) => {
    const { path } = key;
    const found = key.look();
    if (found?.problem !== undefined) {
      health.remark('file-of-admin-key', `${found.problem}. The key before goes on opening.`);
      note('credentials.kept', { setting: path, problem: found.problem });
    } else if (found !== undefined) {
      hide([key.key]);
      health.clearRemark('file-of-admin-key');
      note('credentials.renewed', { setting: path });
    }
    const days = Math.floor((now() - (key.writtenAt() ?? now())) / dayMs);
    if (days <= oldDays || now() - toldAt < dayMs) return;
    toldAt = now();
    note('key.old', { setting: path, days });
  });
}
