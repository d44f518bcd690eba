import type { NameRun } from './name-runs.ts';

/**
 * Names of two words or more that the article mentions, with where; short forms are resolved against them.
 */
export class KnownNames {
  readonly #full: { readonly name: string; readonly start: number }[];

  constructor(runs: readonly NameRun[], people: readonly string[]) {
    const given = people.filter((name) => name.includes(' ')).map((name) => ({ name, start: -1 }));
    this.#full = [
      ...given,
      ...runs.filter((run) => run.words >= 2).map(({ name, start }) => ({ name, start })),
    ];
  }

  /**
   * The full name that a short one stands for: the latest that ends with it, then one that begins with it.
   */
  resolve(name: string, before: number): string {
    if (this.#full.some((full) => full.name === name)) return this.#longer(name);
    const earlier = this.#full.filter((full) => full.start < before);
    const byLast = earlier.findLast((full) => full.name.endsWith(` ${name}`));
    const byFirst = byLast ?? earlier.findLast((full) => full.name.startsWith(`${name} `));
    return byFirst?.name ?? name;
  }

  /** Whether a short or full name belongs to somebody named in full. */
  knows(name: string): boolean {
    return this.#full.some(
      (full) => full.name === name || full.name.endsWith(` ${name}`) || full.name.startsWith(`${name} `),
    );
  }

  /** Anna Maria Berg, where the article says Maria Berg elsewhere. */
  #longer(name: string): string {
    return this.#full.find((full) => full.name.endsWith(` ${name}`))?.name ?? name;
  }
}
