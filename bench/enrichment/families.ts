/** Groups that grow together: each id leads itself until it is joined to another. */
export class Families {
  readonly #leaders = new Map<string, string>();

  leaderOf(id: string): string {
    let at = id;
    for (let above = this.#leaders.get(at) ?? at; above !== at; above = this.#leaders.get(at) ?? at)
      at = above;
    this.#leaders.set(id, at);
    return at;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.leaderOf(one), this.leaderOf(other)];
    if (a !== b) this.#leaders.set(b, a);
  }
}

/** Precision, recall and F1. */
export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function scoresOf(precision: number, recall: number): Scores {
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** An id with the group that gold gives it and the one that was found. */
export interface Grouped {
  readonly id: string;
  readonly gold: string;
  readonly found: string;
}

function sizes(rows: readonly Grouped[], keyOf: (row: Grouped) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}

const both = ({ gold, found }: Grouped) => `${gold}\n${found}`;

/** Over pairs of the same group. */
export function pairScores(rows: readonly Grouped[]): Scores {
  const pairs = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  // Of no pairs, all are right.
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  const right = pairs(sizes(rows, both));
  return scoresOf(
    share(right, pairs(sizes(rows, ({ found }) => found))),
    share(right, pairs(sizes(rows, ({ gold }) => gold))),
  );
}

/** B-cubed (Bagga and Baldwin 1998): the mean over members of what they share with their group. */
export function bCubed(rows: readonly Grouped[]): Scores {
  const gold = sizes(rows, (row) => row.gold);
  const found = sizes(rows, (row) => row.found);
  const right = sizes(rows, both);
  const mean = (counts: ReadonlyMap<string, number>, keyOf: (row: Grouped) => string) =>
    rows.reduce((sum, row) => sum + (right.get(both(row)) ?? 0) / (counts.get(keyOf(row)) ?? 1), 0) /
    Math.max(1, rows.length);
  return scoresOf(
    mean(found, (row) => row.found),
    mean(gold, (row) => row.gold),
  );
}

export function written({ precision, recall, f1 }: Scores): string {
  return `P ${precision.toFixed(4)} R ${recall.toFixed(4)} F1 ${f1.toFixed(4)}`;
}
