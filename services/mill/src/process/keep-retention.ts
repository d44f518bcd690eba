import { expireArticles, grantsOf, removeOverdue, removeUnkept, retentionRules } from '@newsmill/operate';
import type { Role } from '@newsmill/runtime';
import type { SourceFolder } from '@newsmill/source-files';
import { periodicRole } from './periodic-role.ts';

/**
 * Articles that have had their time or may not be shown any more, and raw pages that are not to be kept, every hour.
 * `folder`: the source files as they are now.
 */
export function keepRetention(folder: Pick<SourceFolder, 'sources' | 'sourceOf'>): Role {
  const grants = grantsOf(folder.sourceOf);
  /** Where the sweep for `noarchive` goes on. */
  let since: number | undefined;
  return periodicRole({ name: 'retention', takes: ['retention'], everyMs: 3_600_000 }, async (ports) => {
    const gone = await expireArticles(
      ports,
      retentionRules(folder.sources(), ports.settings.retention, ports.now()),
      ports.now(),
    );
    const overdue = await removeOverdue(ports, ports.now());
    if (gone + overdue > 0) ports.note('articles.expired', { articles: gone + overdue });
    const unkept = await removeUnkept(ports, { grants, since, now: ports.now() });
    since = unkept.until;
    if (unkept.pages > 0) ports.note('archive.released', { pages: unkept.pages });
  });
}
