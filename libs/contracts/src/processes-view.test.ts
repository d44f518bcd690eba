import { describe, expect, it } from '@jest/globals';
import type { Announcement } from './announcement.ts';
import { problemsInWords, viewProcesses } from './processes-view.ts';

const minute = 60_000;
const now = 100 * minute;
const process = (
  id: string,
  services: readonly string[],
  more: Partial<Announcement> = {},
): Announcement => ({
  id,
  services,
  version: '0.1.0',
  host: 'mill',
  pid: 1,
  since: 0,
  seenAt: now,
  problems: [],
  waiting: [],
  ...more,
});
const waits = (unmovedSince: number) => ({
  group: 'newsmill-clean',
  topic: 'newsmill.page.fetched',
  messages: 4,
  ageMs: 90 * minute,
  unmovedSince,
});
const read = (processes: readonly Announcement[]) => viewProcesses(processes, 10 * minute, now);

describe('viewProcesses', () => {
  it('names the services that no process runs', () => {
    const view = read([process('a', ['index', 'api']), process('b', ['fetch'])]);
    expect(view.missing).toEqual(['clean', 'enrich']);
    expect(view.processes.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('knows nothing to be missing where nobody has said a word', () => {
    expect(read([])).toEqual({ processes: [], missing: [], stuck: [], room: [] });
  });

  it('names an extension that takes nothing, and the service that takes nothing back', () => {
    const stands = { messages: 4, ageMs: 90 * minute, unmovedSince: now - 20 * minute };
    const { stuck } = read([
      process('a', ['enrich'], {
        waiting: [
          { group: 'newsmill-extension', topic: 'newsmill.extend.tone', ...stands },
          { group: 'newsmill-extended', topic: 'newsmill.extended.tone', ...stands },
        ],
      }),
    ]);
    expect(stuck.map(({ service }) => service)).toEqual(['extension tone', 'enrich']);
  });

  it('believes the process that has looked longest, and tells what has not moved for long', () => {
    const started = process('a', ['fetch'], { waiting: [waits(now - minute)] });
    const old = process('b', ['api'], { waiting: [waits(now - 20 * minute)] });
    expect(read([started]).stuck).toEqual([]);
    expect(read([started, old]).stuck).toEqual([{ ...waits(now - 20 * minute), service: 'clean' }]);
  });

  it('tells of the state once, of disks by host, and in words what is short', () => {
    const state = { of: 'state' as const, bytes: 1, limit: 10 };
    const disk = { of: 'data' as const, bytes: 95, limit: 100 };
    const view = read([
      process('a', ['fetch', 'clean', 'enrich'], { room: [{ ...state, bytes: 0 }, disk], seenAt: now - 1 }),
      process('b', ['index', 'api'], { host: 'other', room: [state] }),
    ]);
    expect(view.room).toEqual([
      { ...state, host: 'other' },
      { ...disk, host: 'mill' },
    ]);
    expect([...problemsInWords(view).keys()]).toEqual(['short-data-mill']);
  });
});
