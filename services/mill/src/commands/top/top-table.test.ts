import { describe, expect, it } from '@jest/globals';
import type { MillNow, StageNow } from '@newsmill/operate';
import { topLine, topTable } from './top-table.ts';

const at = Date.UTC(2026, 10, 24, 16);
const stage = (name: StageNow['stage'], more: Partial<StageNow> = {}): StageNow => ({
  stage: name,
  copies: 2,
  perMinute: 52.3,
  passed: 3_120,
  dropped: 12,
  failed: 0,
  dead: 0,
  ...more,
});
const now: MillNow = {
  at,
  stages: [
    stage('fetch'),
    stage('clean', { waiting: 57, oldestMs: 7_200_000, copies: 0 }),
    stage('enrich', { waiting: 0 }),
    stage('index', { waiting: 1, oldestMs: 1_500, failed: 3, dead: 1 }),
  ],
  roles: [{ service: 'api', copies: 1, versions: ['0.1.0'], hosts: ['mill-1'] }],
  library: {
    searchablePerMinute: 50,
    searchable: 3_000,
    delaySeconds: 4.2,
    newestAt: at - 90_000,
    articles: 5,
  },
  channels: { all: 6, failing: 1 },
  requests: { perMinute: 161, all: 8_361, failed: 95, bytes: 243_700_000 },
  resources: { processes: 3, memory: 305_200_000, processors: 0.026 },
  room: [{ of: 'data', host: 'mill-1', bytes: 61, limit: 100 }],
  warnings: [
    {
      name: 'no-clean',
      text: 'no process runs clean',
      next: { text: 'Start one', command: 'newsmill run --role clean' },
    },
  ],
};

describe('how the mill stands, in text', () => {
  it('is a table that a terminal of 120 columns holds', () => {
    expect(topTable(now)).toEqual([
      'newsmill 0.1.0 at 2026-11-24T16:00:00Z  3 processes (1 with the API), 305.2 MB of memory, 0.03 cores',
      'sources   6 channels, 1 failing; 161 requests a minute; in the last hour 8,361, 95 failed, 243.7 MB',
      'library   50 searchable a minute, 3,000 in the last hour after 4.2 s on average, newest 90 s ago',
      '',
      'stage      copies  a minute   waiting    oldest    passed   dropped    failed      dead',
      'fetch           2      52.3         -         -     3,120        12         0         0',
      'clean           0      52.3        57       2 h     3,120        12         0         0',
      'enrich          2      52.3         0         -     3,120        12         0         0',
      'index           2      52.3         1     1.5 s     3,120        12         3         1',
      '',
      'mill-1  disk of the data folder: 61 B of 100 B',
      '! no process runs clean (newsmill run --role clean)',
    ]);
  });
  it('is a line with the names of what somebody must look after', () => {
    expect(topLine(now)).toBe(
      '2026-11-24T16:00:00Z  fetch 52.3/min  clean 52.3/min 57 waiting  enrich 52.3/min 0 waiting  index 52.3/min 1 waiting  newest 90 s ago  305.2 MB  no-clean',
    );
    expect(topLine({ ...now, warnings: [], library: { ...now.library, newestAt: undefined } })).toMatch(
      /nothing new in a day {2}305\.2 MB {2}all works$/,
    );
  });
});
