import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  hasForeignCases,
  scoreForeignNames,
  scoreForeignTopics,
} from '../../bench/enrichment/score-foreign.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bench = [process.env['NEWSMILL_BENCH'], join(root, '../shared/bench')].find(
  (folder) => folder !== undefined && hasForeignCases(folder),
);

/** Floors over all languages, of what `bench/enrichment/measure-foreign.ts` prints. */
const floors = {
  tuned: { precision: 0.98, recall: 0.8, topicsTold: 0.8, topicsRight: 0.93 },
  kept: { precision: 0.94, recall: 0.69, topicsTold: 0.88, topicsRight: 0.95 },
};

describe('articles outside Latin script', () => {
  if (bench === undefined) {
    it.skip('scores names and topics (skipped: the public cases are not beside the project)', () => {});
    return;
  }
  it.each(['tuned', 'kept'] as const)('reach the floors of the half %s', (half) => {
    const names = { right: 0, found: 0, reached: 0, wanted: 0 };
    for (const score of scoreForeignNames(bench, half).values()) {
      names.right += score.right;
      names.found += score.found;
      names.reached += score.reached;
      names.wanted += score.wanted;
    }
    const topics = { articles: 0, told: 0, right: 0 };
    for (const score of scoreForeignTopics(bench, half).values()) {
      topics.articles += score.articles;
      topics.told += score.told;
      topics.right += score.right;
    }
    expect(names.right / names.found).toBeGreaterThanOrEqual(floors[half].precision);
    expect(names.reached / names.wanted).toBeGreaterThanOrEqual(floors[half].recall);
    expect(topics.told / topics.articles).toBeGreaterThanOrEqual(floors[half].topicsTold);
    expect(topics.right / topics.told).toBeGreaterThanOrEqual(floors[half].topicsRight);
  });
});
