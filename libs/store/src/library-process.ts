import { countTimeline, countTop, countTrends } from './count-articles.ts';
import { findRelated } from './find-related.ts';
import { isHybrid } from './fused-page.ts';
import { listChanges } from './library-changes.ts';
import { LibraryDatabase } from './library-database.ts';
import { expiredRows } from './library-sweep.ts';
import type { LibraryAnswer, LibraryMessage, LibraryTask } from './library-task.ts';
import { isListed } from './ranked-list.ts';
import { searchLibrary } from './search-library.ts';
import { searchListed } from './search-listed.ts';

/*
 * Entry of the library process: opens the file named on the command line, does one task at a time and ends with its parent.
 * Signals of the terminal go to the whole group: the parent decides when this process ends.
 */
const [, , path = ''] = process.argv;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));

const database = new LibraryDatabase(path);
process.on('message', ({ id, task }: { readonly id: number; readonly task: LibraryTask }) =>
  send({ id, answer: answerTo(task) }),
);
send({ kind: 'ready' });

function send(message: LibraryMessage): void {
  process.send?.(message);
}

function answerTo(task: LibraryTask): LibraryAnswer {
  try {
    return perform(task);
  } catch (error) {
    const errcode =
      error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
        ? error.errcode
        : undefined;
    return error instanceof Error
      ? { kind: 'failed', name: error.name, message: error.message, errcode }
      : { kind: 'failed', name: 'Error', message: String(error) };
  }
}

function perform(task: LibraryTask): LibraryAnswer {
  switch (task.kind) {
    case 'write':
      return { kind: 'write', results: database.write(task.documents, task.isAmend) };
    case 'remove':
      database.remove(task.entries);
      return { kind: 'remove' };
    case 'link':
      database.link(task.links);
      return { kind: 'link' };
    case 'get':
      return { kind: 'get', document: database.get(task.id) };
    case 'search':
      return {
        kind: 'search',
        page:
          isListed(task.request) && !isHybrid(task.request)
            ? searchListed(database, task.request, Date.now())
            : searchLibrary(database, task.request, Date.now()),
      };
    case 'related':
      return { kind: 'related', related: findRelated(database, task.request) };
    case 'timeline':
      return { kind: 'timeline', timeline: countTimeline(database, task.request, Date.now()) };
    case 'top':
      return { kind: 'top', values: countTop(database, task.request, Date.now()) };
    case 'trends':
      return { kind: 'trends', trends: countTrends(database, task.request, Date.now()) };
    case 'list':
      return { kind: 'list', ...database.list(task.options) };
    case 'changes':
      return { kind: 'changes', ...listChanges(database, task.request, Date.now()) };
    case 'export':
      return { kind: 'export', ...database.export(task.part, task.after, task.limit) };
    case 'takeDown':
      database.takeDown(task.ids);
      return { kind: 'takeDown' };
    case 'lift':
      database.lift(task.ids);
      return { kind: 'lift' };
    case 'expired':
      return { kind: 'expired', ...expiredRows(database, task.rules, task.after, task.limit) };
    case 'rebuild':
      return { kind: 'rebuild', ...database.rebuild(task.after, task.limit) };
    case 'check':
      database.check();
      return { kind: 'check' };
    case 'count':
      return { kind: 'count', count: database.count() };
  }
}
