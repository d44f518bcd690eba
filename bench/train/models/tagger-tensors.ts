/** A tagger as the product reads it. */
export function taggerTensors(tagger: {
  /** Signed bytes, one a slot and label. */
  readonly weights: Int8Array;
  /** What a byte of 1 weighs. */
  readonly unit: number;
  /** Weight of each label after each other, by `before * labelCount + after`. */
  readonly steps: readonly number[];
  /** Scores are divided by this where shares are asked for: it makes them as sure as they are right. */
  readonly temperature: number;
}) {
  return {
    weights: tagger.weights,
    unit: Float64Array.of(tagger.unit),
    steps: Float64Array.from(tagger.steps),
    temperature: Float64Array.of(tagger.temperature),
  };
}
