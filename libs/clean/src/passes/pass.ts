import type { PageLine } from '../body/page-lines.ts';
import type { SiteView } from '../site/view-site.ts';

/** What a pass sees: the lines in and around the body, in order, and what is already known of the article. */
export interface PassPage {
  readonly lines: readonly PageLine[];
  /** Whether the page is read as an article, and not as a whole of any kind. */
  readonly isArticle: boolean;
  readonly title: string;
  readonly authors: readonly string[];
  /** Registrable domain of the page; empty where it has none. */
  readonly host: string;
  /** Number of the first and the last body block; -1 where there is no body. */
  readonly firstBody: number;
  readonly lastBody: number;
  /** Dominant script of the body. */
  readonly script: string;
  /** Language of the body by its stop words; empty when they do not tell. */
  readonly language: string;
  /** What other articles of the site have in common with this one. */
  readonly site: SiteView;
  /** Whether an earlier pass has taken a line. */
  readonly isTaken: (line: PageLine) => boolean;
}

/** A line that a pass takes away, and why. */
export interface Taking {
  readonly line: PageLine;
  readonly why: string;
}

/** Takes lines of one kind away; it changes nothing itself. */
export type Pass = (page: PassPage) => Taking[];

/** The lines for which `reason` answers a text. */
export function takeWhere(
  lines: readonly PageLine[],
  reason: (line: PageLine) => string | undefined,
): Taking[] {
  const takings: Taking[] = [];
  for (const line of lines) {
    const why = reason(line);
    if (why !== undefined) takings.push({ line, why });
  }
  return takings;
}
