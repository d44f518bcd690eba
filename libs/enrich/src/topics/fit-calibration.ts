/** By label: probability = 1 / (1 + exp(-(slope * score + offset))). */
export interface Calibration {
  readonly slopes: readonly number[];
  readonly offsets: readonly number[];
}

const rounds = 60;

/**
 * Platt's sigmoid for one label (Platt 1999, with the targets and Newton steps of Lin, Lin and Weng 2007):
 * scores of texts that the model had not seen, and whether they have the label.
 */
export function fitSigmoid(
  scores: readonly number[],
  targets: readonly boolean[],
): { readonly slope: number; readonly offset: number } {
  const yes = targets.filter(Boolean).length;
  const no = targets.length - yes;
  const high = (yes + 1) / (yes + 2);
  const low = 1 / (no + 2);
  let slope = 1;
  let offset = Math.log((yes + 1) / (no + 1));
  for (let round = 0; round < rounds; round += 1) {
    let [gs, go, hss, hso, hoo] = [0, 0, 1e-6, 0, 1e-6];
    scores.forEach((score, index) => {
      const share = 1 / (1 + Math.exp(-(slope * score + offset)));
      const miss = share - (targets[index] === true ? high : low);
      const spread = share * (1 - share);
      gs += miss * score;
      go += miss;
      hss += spread * score * score;
      hso += spread * score;
      hoo += spread;
    });
    const determinant = hss * hoo - hso * hso;
    if (!(determinant > 1e-12)) break;
    // Steps are bounded: far from the answer Newton's would leave the line.
    const down = Math.max(-2, Math.min(2, (hoo * gs - hso * go) / determinant));
    const aside = Math.max(-2, Math.min(2, (hss * go - hso * gs) / determinant));
    slope = Math.max(0.05, slope - down);
    offset -= aside;
    if (Math.abs(down) + Math.abs(aside) < 1e-6) break;
  }
  return { slope, offset };
}

/**
 * One temperature for scores of which exactly one label is right (Guo et al., ICML 2017), by golden-section
 * search.
 */
export function fitTemperature(scores: readonly ArrayLike<number>[], right: readonly number[]): number {
  const loss = (power: number): number => {
    let sum = 0;
    scores.forEach((row, index) => {
      const lines = Array.from(row, (score) => score * Math.exp(power));
      const greatest = Math.max(...lines);
      sum +=
        greatest +
        Math.log(lines.reduce((total, line) => total + Math.exp(line - greatest), 0)) -
        (lines[right[index] ?? 0] ?? 0);
    });
    return sum;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [from, to] = [-3, 5];
  for (let round = 0; round < 30; round += 1) {
    const lower = to - golden * (to - from);
    const upper = from + golden * (to - from);
    if (loss(lower) < loss(upper)) to = upper;
    else from = lower;
  }
  return Math.exp((from + to) / 2);
}
