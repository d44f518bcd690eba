import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerEvent, Source, type Fate, type StageName } from '@newsmill/contracts';
import {
  openSqliteFile,
  openSqliteLibrary,
  openSqliteState,
  type Library,
  type State,
} from '@newsmill/store';
import { sampleArticle } from '../../../store/src/testing/sample-article.ts';
import { ReportQuery } from '../inputs/parameters.ts';
import { readReport, reportAsCsv } from './read-report.ts';

const now = Date.parse('2026-11-24T16:20:00Z');
const sources = ['herald', 'quiet', 'off'].map((id) =>
  Source.parse({
    id,
    name: id === 'herald' ? '=The Herald' : id,
    enabled: id !== 'off',
    channels: [{ url: `https://${id}.example/feed` }],
  }),
);

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);

/** An article that was found a minute after its publication. */
function article(sourceId: string, number: number, published: number) {
  return sampleArticle(`${sourceId}-${number}`, {
    sourceId,
    published: new Date(published).toISOString(),
    publishedPrecision: 'second',
    firstSeen: new Date(published + 60_000).toISOString(),
  });
}

function event(
  number: number,
  sourceId: string,
  firstSeen: string,
  [stage, fate]: readonly [StageName, Fate],
) {
  return LedgerEvent.parse({
    item: `item-${number}`,
    url: `https://${sourceId}.example/${number}`,
    sourceId,
    stage,
    version: 1,
    attempt: 1,
    fate,
    firstSeen: at(firstSeen),
    at: at(firstSeen),
  });
}

describe('the report of sources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-report-'));
  const db = openSqliteFile(join(folder, 'mill.sqlite'));
  let library: Library;
  let state: State;
  beforeAll(async () => {
    library = await openSqliteLibrary({ path: join(folder, 'library.sqlite'), searchLimitMs: 60_000 });
    state = await openSqliteState({ db });
    await library.write([
      // On two days.
      ...Array.from({ length: 40 }, (_, i) =>
        article('herald', i, at('2026-10-02T08:00:00Z') + (i % 2) * 24 * hour + i),
      ),
      article('gone', 1, at('2026-08-02T08:00:00Z')),
    ]);
    await state.recordEvents([
      ...Array.from({ length: 40 }, (_, i) =>
        event(i, 'herald', '2026-10-02T08:00:00Z', ['index', 'indexed']),
      ),
      ...Array.from({ length: 5 }, (_, i) =>
        event(100 + i, 'herald', '2026-11-01T08:00:00Z', ['clean', 'dropped']),
      ),
      event(200, 'quiet', '2026-11-01T08:00:00Z', ['fetch', 'dead']),
      event(201, 'quiet', '2026-11-24T08:00:00Z', ['fetch', 'retrying']),
      event(202, 'quiet', '2026-11-24T08:00:00Z', ['fetch', 'retrying']),
    ]);
  });
  afterAll(async () => {
    for (const port of [library, state, db]) await port.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const read = (query: object) =>
    readReport(
      {
        library,
        state,
        folder: { sources: () => sources, sourceOf: (id) => sources.find((one) => one.id === id) },
        now: () => now,
      },
      ReportQuery.parse(query),
    );

  it('has the running period and the one before, each source that is there or brought something', async () => {
    const { periods, items } = await read({});
    expect(periods.map(({ name, days, isRunning }) => [name, days, isRunning])).toEqual([
      ['2026-Q4', 55, true],
      ['2026-Q3', 92, false],
    ]);
    expect(
      items.map(({ period, sourceId, articles, silentDays }) => [period, sourceId, articles, silentDays]),
    ).toEqual([
      ['2026-Q4', 'herald', 40, 53],
      ['2026-Q4', 'quiet', 0, 55],
      ['2026-Q3', 'gone', 1, 91],
      ['2026-Q3', 'herald', 0, 92],
      ['2026-Q3', 'quiet', 0, 92],
    ]);
    expect(items[0]).toMatchObject({
      sourceName: '=The Herald',
      copies: 0,
      newest: '2026-10-03T08:00:00.039Z',
      found: { measured: 40 },
      items: { discovered: 45, indexed: 40, dropped: 5, dead: 0, underWay: 0 },
    });
    expect(Math.abs((items[0]?.found?.p95 ?? 0) - 60)).toBeLessThan(1);
    // It was taken in just now, more than a week after it was found.
    expect(items[0]?.searchable).toBeUndefined();
    expect(items[1]?.items).toMatchObject({ discovered: 3, dead: 1, underWay: 2 });
    expect(items[2]?.sourceName).toBeUndefined();
  });
  it('is of one source and of the periods of a span, a paused one too', async () => {
    const { periods, items } = await read({
      period: 'month',
      from: '2026-10-15',
      to: '2026-10-31',
      source: 'off',
    });
    expect(periods.map(({ name }) => name)).toEqual(['2026-10']);
    expect(items.map(({ sourceId, silentDays }) => [sourceId, silentDays])).toEqual([['off', 31]]);
  });
  it('is a table that is safe to open', async () => {
    const lines = reportAsCsv(await read({ source: 'herald', from: '2026-10-01' })).split('\r\n');
    expect(lines[0]).toBe(
      '"period","source","name","articles","copies","silent_days","newest","found_measured","found_p50_seconds","found_p95_seconds","searchable_measured","searchable_p50_seconds","searchable_p95_seconds","items_discovered","items_indexed","items_duplicate","items_dropped","items_gone","items_denied","items_dead","items_under_way"',
    );
    expect(lines[1]).toMatch(
      /^"2026-Q4","herald","'=The Herald",40,0,53,"2026-10-03T08:00:00.039Z",40,60.?\d*,60.?\d*,,,,45,40,0,5,0,0,0,0$/,
    );
    expect(lines).toHaveLength(3);
  });
});
