import type { Source } from '@newsmill/contracts';
import { expireArticles, retentionRules } from '@newsmill/operate';
import type { Role } from '@newsmill/runtime';
import { periodicRole } from './periodic-role.ts';

/** Articles that have had their time, every hour. `sources`: the source files as they are now. */
export function keepRetention(sources: () => readonly Source[]): Role {
  return periodicRole({ name: 'retention', takes: ['retention'], everyMs: 3_600_000 }, async (ports) => {
    const gone = await expireArticles(
      ports,
      retentionRules(sources(), ports.settings.retention, ports.now()),
      ports.now(),
    );
    if (gone > 0) ports.note('articles.expired', { articles: gone });
  });
}
