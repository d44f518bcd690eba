/** Python's `\w`: letters, numbers and the underscore, marks not among them. */
export const words = /[\p{L}\p{N}_]+/gu;
const unspaced =
  /[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;
const invisible = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

/** A text without soft hyphens and characters of no width. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

/**
 * The tokens of a text as the pack's scorer counts them; with `eachCharacter` Han, Kana, Hangul and Thai
 * characters are one token each.
 */
export function tokensOf(text: string, eachCharacter: boolean): readonly string[] {
  return (eachCharacter ? withoutInvisible(text).replace(unspaced, ' $& ') : text).match(words) ?? [];
}

/** How often each item occurs. */
function countsOf(items: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function shinglesOf(tokens: readonly string[]): string[] {
  if (tokens.length === 0) return [];
  return Array.from({ length: Math.max(1, tokens.length - 3) }, (_, index) =>
    tokens.slice(index, index + 4).join(' '),
  );
}

function overlap(some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [item, count] of some) sum += Math.min(count, others.get(item) ?? 0);
  return sum;
}

/**
 * What a page's text shares with its gold, by shingles of four tokens; the three shares sum to 1 (or are 0
 * when both are empty).
 */
export interface BodyRow {
  readonly found: number;
  readonly extra: number;
  readonly lost: number;
  readonly isIdentical: boolean;
  /** F1 of the bags of words. */
  readonly wordF1: number;
}

function compare(gold: string, text: string, eachCharacter: boolean): BodyRow {
  const goldTokens = tokensOf(gold, eachCharacter);
  const tokens = tokensOf(text, eachCharacter);
  const goldShingles = shinglesOf(goldTokens);
  const shingles = shinglesOf(tokens);
  const found = overlap(countsOf(goldShingles), countsOf(shingles));
  const sum = goldShingles.length + shingles.length - found;
  if (sum === 0) return { found: 0, extra: 0, lost: 0, isIdentical: true, wordF1: 1 };
  const lower = (list: readonly string[]) => countsOf(list.map((token) => token.toLowerCase()));
  const isIdentical =
    goldTokens.length === tokens.length && goldTokens.every((token, index) => token === tokens[index]);
  return {
    found: found / sum,
    extra: (shingles.length - found) / sum,
    lost: (goldShingles.length - found) / sum,
    isIdentical,
    wordF1: (2 * overlap(lower(goldTokens), lower(tokens))) / (goldTokens.length + tokens.length),
  };
}

/** What was compared last with each gold text: several rows ask the same, and so do runs that read a page alike. */
const compared = new Map<
  string,
  { readonly text: string; readonly eachCharacter: boolean; readonly row: BodyRow }
>();

/** Compares a text with its gold as the metric of scrapinghub/article-extraction-benchmark does. */
export function compareBody(gold: string, text: string, eachCharacter: boolean): BodyRow {
  const last = compared.get(gold);
  if (last?.text === text && last.eachCharacter === eachCharacter) return last.row;
  const row = compare(gold, text, eachCharacter);
  compared.set(gold, { text, eachCharacter, row });
  return row;
}

/** F1 of one page. */
export function pageF1({ found, extra, lost }: BodyRow): number {
  return found + extra + lost === 0 ? 1 : (2 * found) / (2 * found + extra + lost);
}

/** The mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Means of precision and recall over pages, and the F1 of the two means. */
export function precisionAndRecall(rows: readonly BodyRow[]): {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
} {
  const precision = mean(
    rows
      .filter(({ found, extra }) => found + extra > 0)
      .map(({ found, extra, lost }) => (extra === 0 && lost === 0 ? 1 : found / (found + extra))),
  );
  const recall = mean(
    rows
      .filter(({ found, lost }) => found + lost > 0)
      .map(({ found, extra, lost }) => (extra === 0 && lost === 0 ? 1 : found / (found + lost))),
  );
  return {
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    precision,
    recall,
  };
}
