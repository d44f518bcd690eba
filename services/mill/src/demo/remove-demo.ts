import { rmSync } from 'node:fs';
import { expireArticles } from '@newsmill/operate';
import type { Role } from '@newsmill/runtime';
import { periodicRole } from '../process/periodic-role.ts';
import { leftOfDemo } from './wants-demo.ts';

/** Looks without a find, one a minute, after which nothing that was under way arrives any more. */
const lastLooks = 10;

/** Takes the articles of a removed demonstration out of library and archive, until none is left. */
export function removeDemo(data: string): Role {
  let emptyLooks = 0;
  return periodicRole({ name: 'demonstration', takes: [], everyMs: 60_000 }, async (ports) => {
    const files = leftOfDemo(data);
    if (files.length === 0) return;
    const { demoSources } = await import('./serve-demo.ts');
    const now = ports.now();
    const rules = demoSources('http://127.0.0.1:1').map(({ id }) => ({ sourceId: id, before: now + 1 }));
    const gone = await expireArticles(ports, rules, now);
    if (gone > 0) ports.note('articles.expired', { articles: gone });
    // What was under way when the mill stopped may arrive yet: a later look finds it.
    emptyLooks = gone > 0 ? 0 : emptyLooks + 1;
    if (emptyLooks >= lastLooks) for (const file of files) rmSync(file, { force: true });
  });
}
