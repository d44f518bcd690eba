import { describe, expect, it } from '@jest/globals';
import { labelCount, mayEnd, mayFollow, OUTSIDE } from './name-labels.ts';
import { bestLabels, labelShares } from './tag-chain.ts';

/** Numbers that look like chance and are always the same. */
function numbers(count: number, seed: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => Math.sin(index * 12.9898 + seed) * 3);
}

/** Every path of a zone that the labels allow, with its score. */
function paths(
  scores: Float64Array,
  steps: Float64Array,
  length: number,
): { labels: number[]; score: number }[] {
  let open = [{ labels: [] as number[], score: 0 }];
  for (let index = 0; index < length; index += 1) {
    open = open.flatMap(({ labels, score }) => {
      const before = labels.at(-1) ?? OUTSIDE;
      return Array.from({ length: labelCount }, (_, label) => label)
        .filter((label) => mayFollow(before, label))
        .map((label) => ({
          labels: [...labels, label],
          score: score + scores[index * labelCount + label]! + steps[before * labelCount + label]!,
        }));
    });
  }
  return open.filter(({ labels }) => mayEnd(labels.at(-1)!));
}

describe.each([1, 2, 3, 4])('a zone of %i words', (length) => {
  const scores = numbers(length * labelCount, length);
  const steps = numbers(labelCount * labelCount, 7);
  const all = paths(scores, steps, length);

  it('gets the labels of the best path', () => {
    const best = all.reduce((top, path) => (path.score > top.score ? path : top));
    expect([...bestLabels(scores, steps, length)]).toEqual(best.labels);
  });
  it('gets the share that the paths through a label have of all paths', () => {
    const { shares } = labelShares(scores, steps.map(Math.exp), length);
    const total = all.reduce((sum, { score }) => sum + Math.exp(score), 0);
    for (let index = 0; index < length; index += 1) {
      for (let label = 0; label < labelCount; label += 1) {
        const through = all
          .filter(({ labels }) => labels[index] === label)
          .reduce((sum, { score }) => sum + Math.exp(score), 0);
        expect(shares[index * labelCount + label]).toBeCloseTo(through / total, 9);
      }
    }
  });
});
