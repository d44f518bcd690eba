import type { NameRun } from './name-runs.ts';

/** Names, and what each begins and ends with at a space. */
function partsOf(names: readonly string[]): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const name of names) {
    if (parts.has(name)) continue;
    parts.add(name);
    for (let at = name.indexOf(' '); at !== -1; at = name.indexOf(' ', at + 1))
      parts.add(name.slice(0, at)).add(name.slice(at + 1));
  }
  return parts;
}

/**
 * Names of two words or more that the article mentions, with where; short forms are resolved against them.
 */
export class KnownNames {
  readonly #full: { readonly name: string; readonly start: number }[];
  /** The full names, and what they begin and end with at a space. */
  #parts: ReadonlySet<string> | undefined;
  /** What stands for itself: NASA is not the NASA Johnson Space Center. */
  readonly #bodies: ReadonlySet<string>;

  constructor(runs: readonly NameRun[], people: readonly string[], organisations: readonly string[]) {
    this.#bodies = new Set(organisations);
    const given = people.filter((name) => name.includes(' ')).map((name) => ({ name, start: -1 }));
    this.#full = [
      ...given,
      ...runs.filter((run) => run.words >= 2).map(({ name, start }) => ({ name, start })),
    ];
  }

  /**
   * The full name that a short one stands for: the latest that ends with it, then, for no organisation, one that begins
   * with it.
   */
  resolve(name: string, before: number): string {
    if (this.#full.some((full) => full.name === name)) return this.#longer(name);
    const [end, beginning] = [` ${name}`, `${name} `];
    const byLast = this.#full.findLast((full) => full.start < before && full.name.endsWith(end));
    if (byLast !== undefined || this.#bodies.has(name)) return byLast?.name ?? name;
    return (
      this.#full.findLast((full) => full.start < before && full.name.startsWith(beginning))?.name ?? name
    );
  }

  /** Whether a short or full name belongs to somebody named in full. */
  knows(name: string): boolean {
    this.#parts ??= partsOf(this.#full.map((full) => full.name));
    return this.#parts.has(name);
  }

  /** Anna Maria Berg, where the article says Maria Berg elsewhere. */
  #longer(name: string): string {
    const end = ` ${name}`;
    return this.#full.find((full) => full.name.endsWith(end))?.name ?? name;
  }
}
