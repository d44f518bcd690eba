import type { ArticleDocument } from '@newsmill/contracts';
import type { FieldDifference } from './article-differences.ts';

/** An article of which something is told. */
export interface ReportedArticle {
  readonly id: string;
  readonly url: string;
  readonly lines: readonly string[];
}

/** Articles of which the same is told: how many, and some of them. */
export interface ReportedGroup {
  readonly name: string;
  readonly articles: number;
  readonly samples: readonly ReportedArticle[];
}

/** What today's cleaner makes of the articles of a library. */
export interface ArchiveReport {
  readonly read: number;
  /** Articles that are as they were. */
  readonly same: number;
  /** Articles that the cleaner reads otherwise now. */
  readonly changed: number;
  /** Of those that changed: a newer version came meanwhile, or they are gone. */
  readonly overtaken: number;
  /** By field, most articles first. */
  readonly fields: readonly ReportedGroup[];
  /** Articles that stay as they are, by the reason: most articles first. */
  readonly kept: readonly ReportedGroup[];
}

/** Why an article stays as it is, where the reason is none of the cleaner's. */
export const keptReasons = {
  'no-page': 'The archive does not hold the page, or not all of its pages.',
  'no-source': 'The source is no longer configured.',
  'fewer-pages': 'An article of several pages would lose some of them.',
} as const;

const mostSamples = 3;

/** Counts under names, each with a few samples: ids are hashes, so the smallest are as good as drawn by lot. */
class Groups {
  readonly #groups = new Map<string, { articles: number; samples: readonly ReportedArticle[] }>();

  add(name: string, article: ReportedArticle): void {
    const { articles, samples } = this.#groups.get(name) ?? { articles: 0, samples: [] };
    const chosen = [...samples, article].toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, mostSamples);
    this.#groups.set(name, { articles: articles + 1, samples: chosen });
  }

  all(): ReportedGroup[] {
    return [...this.#groups]
      .map(([name, group]) => ({ name, ...group }))
      .toSorted((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
  }
}

/** What is told while it is found. */
export class ArchiveTally {
  readonly #fields = new Groups();
  readonly #kept = new Groups();
  #same = 0;
  #changed = 0;
  #overtaken = 0;
  #kepts = 0;

  same(): void {
    this.#same += 1;
  }

  changed({ id, url }: ArticleDocument, differences: readonly FieldDifference[]): void {
    this.#changed += 1;
    for (const { field, lines } of differences) this.#fields.add(field, { id, url, lines });
  }

  overtaken(): void {
    this.#overtaken += 1;
  }

  kept({ id, url, title }: ArticleDocument, why: string): void {
    this.#kepts += 1;
    this.#kept.add(why, { id, url, lines: [title] });
  }

  report(): ArchiveReport {
    return {
      read: this.#same + this.#changed + this.#kepts,
      same: this.#same,
      changed: this.#changed,
      overtaken: this.#overtaken,
      fields: this.#fields.all(),
      kept: this.#kept.all(),
    };
  }
}
