import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatementSync } from 'node:sqlite';
import { openSqliteFile, type SqliteFile } from '../../sqlite/sqlite-file.ts';
import { item, now, settlement } from '../../testing/state-samples.ts';
import { mostInPiece, type State } from '../state.ts';
import { openSqliteState } from './sqlite-state.ts';

const count = mostInPiece * 4 + 10;
/** A piece changes its items and their hosts, and has some rows of its own. */
const mostChanged = mostInPiece * 2 + 20;

/** The greatest number of rows that one statement answered, and that one piece of work changed. */
interface Most {
  read: number;
  changed: number;
}

/** A file that keeps count, and notes what it was asked. */
function counted(file: SqliteFile, most: Most, asked: string[]): SqliteFile {
  const changes = () => Number(file.statement('SELECT total_changes() AS changes').get()?.['changes']);
  return {
    path: file.path,
    execute: (sql) => file.execute(sql),
    addColumn: (table, column, type) => file.addColumn(table, column, type),
    foreignVersion: () => file.foreignVersion(),
    close: () => file.close(),
    statement(sql) {
      asked.push(sql);
      return new Proxy(file.statement(sql), {
        get(statement: StatementSync, name) {
          if (name !== 'all') return Reflect.get(statement, name).bind(statement);
          return (...values: Parameters<StatementSync['all']>) => {
            const rows = statement.all(...values);
            most.read = Math.max(most.read, rows.length);
            return rows;
          };
        },
      });
    },
    write: (work) =>
      file.write(() => {
        const before = changes();
        const answer = work();
        most.changed = Math.max(most.changed, changes() - before);
        return answer;
      }),
  };
}

describe('the frontier in SQLite, in pieces', () => {
  let directory: string;
  let file: SqliteFile;
  let state: State;
  let most: Most;
  let asked: string[];
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'newsmill-pieces-'));
    file = openSqliteFile(join(directory, 'state.db'));
    most = { read: 0, changed: 0 };
    asked = [];
    state = await openSqliteState({ db: counted(file, most, asked) });
    await state.addItems(
      Array.from({ length: count }, (_, n) =>
        item(`channel:${n}`, {
          kind: 'channel',
          host: `h${n}:443`,
          domain: `h${n}`,
          dueAt: now,
          attempt: n % 2,
        }),
      ),
    );
  });
  afterEach(async () => {
    await state.close();
    await file.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('moves no more than a piece of what became due in one transaction', async () => {
    expect(await state.claimItems({ now, limit: 10, leaseMs: 60_000 })).toHaveLength(10);
    expect(most.changed).toBeGreaterThan(mostInPiece);
    expect(most.changed).toBeLessThanOrEqual(mostChanged);
    expect(most.read).toBeLessThanOrEqual(mostInPiece);
  });

  it('settles, gives back and takes away a piece in one transaction', async () => {
    const channels = await state.channels();
    expect(channels).toHaveLength(count);
    await state.settleItems(channels.map(({ key }) => settlement(key, { dueAt: now })));
    await state.releaseItems(channels.map(({ key }) => key));
    await state.removeItems(channels.map(({ key }) => key));
    expect(most.changed).toBeLessThanOrEqual(mostChanged);
    expect(most.read).toBeLessThanOrEqual(mostInPiece);
  });

  it('counts channels without reading one', async () => {
    most.read = 0;
    asked.length = 0;
    expect(await state.countChannels()).toEqual({ all: count, failing: count / 2 });
    expect(most.read).toBe(0);
    const plan = file
      .statement(`EXPLAIN QUERY PLAN ${asked.find((sql) => sql.includes('failing')) ?? ''}`)
      .all();
    const looks = plan.map(({ detail }) => String(detail)).filter((detail) => detail.includes(' item '));
    expect(looks).toHaveLength(2);
    // An index that covers what is asked for has no need of the rows.
    expect(looks.filter((detail) => !detail.includes('COVERING INDEX'))).toEqual([]);
  });
});
