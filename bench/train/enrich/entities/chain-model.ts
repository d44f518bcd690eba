import { labelCount, OUTSIDE } from '../../../../libs/enrich/src/entities/name-labels.ts';
import { allowedSteps, bestLabels, labelShares } from '../../../../libs/enrich/src/entities/tag-chain.ts';
import { slotCount } from '../../../../libs/enrich/src/entities/name-features.ts';

/**
 * A zone to learn from: the slots of its words one after the other, where each word's begin, its labels and
 * how much it counts.
 */
export interface Example {
  slots: Int32Array;
  starts: Int32Array;
  labels: Uint8Array;
  weight: number;
}

/** A linear-chain conditional random field, learned by AdaGrad with L2 decay on the touched weights. */
export class ChainModel {
  readonly weights = new Float32Array(slotCount * labelCount);
  readonly steps = new Float64Array(labelCount * labelCount);
  private readonly squares = new Float32Array(slotCount * labelCount).fill(1e-4);
  private readonly stepSquares = new Float64Array(labelCount * labelCount).fill(1e-4);

  scores(example: Example): Float64Array {
    const length = example.starts.length - 1;
    const scores = new Float64Array(length * labelCount);
    for (let index = 0; index < length; index += 1) {
      for (let at = example.starts[index]!; at < example.starts[index + 1]!; at += 1) {
        const row = example.slots[at]! * labelCount;
        for (let label = 0; label < labelCount; label += 1)
          scores[index * labelCount + label]! += this.weights[row + label]!;
      }
    }
    return scores;
  }

  best(example: Example): Uint8Array {
    return bestLabels(this.scores(example), this.steps, example.starts.length - 1);
  }

  /** One step on one zone; gives back the log-likelihood. */
  learn(example: Example, rate: number, decay: number, keep: (slot: number) => boolean): number {
    const length = example.starts.length - 1;
    const grow = this.steps.map(Math.exp);
    const { shares, forward, backward, emissions, scale } = labelShares(this.scores(example), grow, length);
    let likelihood = 0;
    for (let index = 0; index < length; index += 1) {
      const gold = example.labels[index]!;
      likelihood += Math.log(Math.max(1e-12, shares[index * labelCount + gold]!));
      const gradient = shares.subarray(index * labelCount, (index + 1) * labelCount);
      for (let at = example.starts[index]!; at < example.starts[index + 1]!; at += 1) {
        const slot = example.slots[at]!;
        if (!keep(slot)) continue;
        const row = slot * labelCount;
        for (let label = 0; label < labelCount; label += 1) {
          const slope = ((label === gold ? 1 : 0) - gradient[label]!) * example.weight;
          if (slope < 1e-4 && slope > -1e-4) continue;
          const g = slope - decay * this.weights[row + label]!;
          this.squares[row + label]! += g * g;
          this.weights[row + label]! += (rate * g) / Math.sqrt(this.squares[row + label]!);
        }
      }
      for (let before = 0; before < labelCount; before += 1) {
        for (let after = 0; after < labelCount; after += 1) {
          const pair = before * labelCount + after;
          if (allowedSteps[pair] !== 1 || (index === 0 && before !== OUTSIDE)) continue;
          const share =
            index === 0
              ? shares[after]!
              : (forward[(index - 1) * labelCount + before]! *
                  grow[pair]! *
                  emissions[index * labelCount + after]! *
                  backward[index * labelCount + after]!) /
                scale[index]!;
          const isGold = (index === 0 ? OUTSIDE : example.labels[index - 1]!) === before && gold === after;
          const g = ((isGold ? 1 : 0) - share) * example.weight;
          this.stepSquares[pair]! += g * g;
          this.steps[pair]! += (rate * g) / Math.sqrt(this.stepSquares[pair]!);
        }
      }
    }
    return likelihood;
  }
}
