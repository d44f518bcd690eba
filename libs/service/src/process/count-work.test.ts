import { describe, expect, it } from '@jest/globals';
import { quietTelling } from '../../../runtime/src/testing/quiet-telling.ts';
import { countedBetween, peaksOf, readCounted, WorkCount } from './count-work.ts';

const noCpu = { user: 0, system: 0 };

describe('what a process counts', () => {
  it('is read from its metrics, by what became of it at each stage', async () => {
    const { metrics } = quietTelling();
    metrics.articles.inc({ stage: 'clean', outcome: 'accept' }, 3);
    metrics.articles.inc({ stage: 'clean', outcome: 'drop' }, 2);
    metrics.articles.inc({ stage: 'clean', outcome: 'throw' });
    metrics.articles.inc({ stage: 'clean', outcome: 'postponed' }, 50);
    metrics.articles.inc({ stage: 'fetch', outcome: 'passed' }, 7);
    metrics.articles.inc({ stage: 'fetch', outcome: 'gone' }, 2);
    metrics.articles.inc({ stage: 'fetch', outcome: 'duplicate' });
    metrics.articles.inc({ stage: 'another', outcome: 'accept' });
    metrics.deadLetters.inc({ stage: 'clean', reason: 'no-text' });
    metrics.age.observe(4);
    metrics.age.observe(6);
    metrics.stageSeconds.observe({ stage: 'clean' }, 0.25);
    metrics.stageSeconds.observe({ stage: 'enrich' }, 0.5);
    metrics.requests.inc({ kind: 'page', status: '2xx' }, 8);
    metrics.requests.inc({ kind: 'feed', status: '2xx' });
    metrics.requests.inc({ kind: 'page', status: 'timeout' });
    metrics.fetchBytes.inc(1_234);
    expect(await readCounted(metrics, { user: 3_000, system: 500 })).toEqual({
      'passed.clean': 3,
      'dropped.clean': 2,
      'failed.clean': 1,
      'passed.fetch': 7,
      'dropped.fetch': 3,
      'dead.clean': 1,
      searchable: 2,
      searchableMs: 10_000,
      'busyMs.clean': 250,
      'busyMs.enrich': 500,
      'requests.2xx': 9,
      'requests.none': 1,
      bytes: 1_234,
      cpuMs: 3.5,
    });
    expect(await readCounted(quietTelling().metrics, noCpu)).toEqual({
      cpuMs: 0,
      bytes: 0,
      searchable: 0,
      searchableMs: 0,
    });
  });

  it('adds up over readings, though each is a whole number', () => {
    const readings = Array.from({ length: 50 }, (_, n) => ({ cpuMs: n * 1.3 }));
    const sums = readings.slice(1).map((now, n) => countedBetween(readings[n] ?? {}, now).cpuMs ?? 0);
    expect(sums.reduce((sum, one) => sum + one, 0)).toBe(Math.round(49 * 1.3));
    expect(countedBetween({ searchable: 3 }, { searchable: 3, bytes: 1 })).toEqual({ bytes: 1 });
  });

  it('is told in beats; one that perhaps was not taken in is told again as it was', () => {
    const count = new WorkCount(0);
    expect(count.next({ searchable: 5 }, 100, 10_000)).toEqual({
      beat: 1,
      sums: { searchable: 5, byteSeconds: 1_000 },
    });
    expect(count.next({ searchable: 9 }, 100, 20_000)).toEqual({
      beat: 1,
      sums: { searchable: 5, byteSeconds: 1_000 },
    });
    count.taken();
    expect(count.next({ searchable: 9 }, 100, 30_000)).toEqual({
      beat: 2,
      sums: { searchable: 4, byteSeconds: 2_000 },
    });
    count.taken();
    // A clock that goes back, or a process that stood still for an hour.
    expect(count.next({ searchable: 9 }, 100, 0)).toEqual({ beat: 3, sums: {} });
    count.taken();
    expect(count.next({}, 100, 3_600_000)).toEqual({ beat: 4, sums: { byteSeconds: 6_000 } });
  });

  it('has the lag of a group over its topics, and how full things are', () => {
    const lag = (group: string, topic: string, messages: number) => ({ group, topic, messages, ageMs: 0 });
    expect(
      peaksOf(
        [
          lag('newsmill-clean', 'newsmill.page.fetched', 4),
          lag('newsmill-clean', 'newsmill.clean.retry.1', 100),
          lag('newsmill-extension', 'newsmill.extend.tone', 2),
          lag('newsmill-extended', 'newsmill.extended.tone', 3),
          lag('newsmill-ledger-view', 'newsmill.ledger', 0),
        ],
        [
          { of: 'data', bytes: 1, limit: 3 },
          { of: 'state', bytes: 1, limit: 0 },
        ],
      ),
    ).toEqual({ 'lag.clean': 4, 'lag.extension': 5, 'lag.ledger': 0, 'room.data': 333 });
  });
});
