import { readHtml, type Gold, type Pack } from './pack.ts';
import { compareBody, mean, pageF1, tokensOf } from './score-body.ts';
import type { Figure, Figures, Run } from './score-run.ts';

/** Rows of which less is better; of all others more is. */
export const lessIsBetter = /^(?:author_noise\.|authors_beyond_gold\.|thrown$|stopped$|empty$)/;

const judgedSets = new Set(['aeb', 'fundus', 'wcxb']);

function shareOf(text: string, characters: RegExp): number {
  return (text.match(characters)?.length ?? 0) / Math.max(1, text.length);
}

/**
 * Korean and Japanese by the script of the gold text; Norwegian by Fundus' region, or by what the page says
 * of itself.
 */
function languageOf(gold: Gold, html: () => string): string | undefined {
  const text = gold.body ?? '';
  if (shareOf(text, /[\uac00-\ud7af]/g) > 0.2) return 'korean';
  if (shareOf(text, /[\u3040-\u30ff]/g) > 0.1) return 'japanese';
  if (gold.region !== undefined) return gold.region === 'no' ? 'norwegian' : undefined;
  return /<html[^>]{0,500}\blang=["']?(?:no|nb|nn)\b/i.test(html().slice(0, 20_000))
    ? 'norwegian'
    : undefined;
}

/**
 * Languages of the pages with a gold body, by id; of pages in aeb, fundus and wcxb, and only the three that
 * the table asks for.
 */
export function languagesOf(pack: Pack): ReadonlyMap<string, string> {
  const pages = new Map(pack.pages.map((page) => [page.id, page]));
  return new Map(
    pack.gold.flatMap((gold) => {
      const page = pages.get(gold.id);
      if (page === undefined || !gold.body || !judgedSets.has(gold.set)) return [];
      const language = languageOf(gold, () => readHtml(pack, page));
      return language === undefined ? [] : [[gold.id, language] as const];
    }),
  );
}

function languageRows(
  gold: readonly Gold[],
  languages: ReadonlyMap<string, string>,
  run: Run,
): Record<string, Figure> {
  if (![...run.values()].some((line) => line.text)) return {};
  const values: Record<string, number[]> = {};
  for (const page of gold) {
    const language = languages.get(page.id);
    if (language !== undefined)
      (values[`language.${language}`] ??= []).push(
        pageF1(compareBody(page.body ?? '', run.get(page.id)?.text ?? '', true)),
      );
  }
  return Object.fromEntries(
    Object.entries(values).map(([row, list]) => [row, { value: mean(list), pages: list.length }]),
  );
}

/**
 * Precision and recall of `kind: article`, the page types of wcxb as gold; nothing for a run that says no
 * kinds.
 */
function kindRows(gold: readonly Gold[], run: Run): Record<string, Figure> {
  const judged = gold.filter((page) => page.set === 'wcxb' && run.get(page.id)?.kind !== undefined);
  if (judged.length === 0) return {};
  const said = judged.filter((page) => run.get(page.id)?.kind === 'article');
  const right = said.filter((page) => page.type === 'article').length;
  const articles = gold.filter((page) => page.set === 'wcxb' && page.type === 'article').length;
  return {
    'kind.precision': { value: said.length === 0 ? 0 : right / said.length, pages: said.length },
    'kind.recall': { value: right / Math.max(1, articles), pages: articles },
  };
}

/**
 * Share of pages whose gold names nobody, or is silent, where the run names somebody: of fundus, and of the
 * articles of wcxb. Gold that is silent makes this an upper bound of the noise.
 */
function beyondGoldRows(gold: readonly Gold[], run: Run): Record<string, Figure> {
  if (![...run.values()].some((line) => line.authors?.length)) return {};
  return Object.fromEntries(
    ['fundus', 'wcxb'].flatMap((set) => {
      const pages = gold.filter(
        (page) =>
          page.set === set &&
          (set === 'fundus' || page.type === 'article') &&
          !page.authors?.length &&
          run.has(page.id),
      );
      return pages.length === 0
        ? []
        : [
            [
              `authors_beyond_gold.${set}`,
              {
                value: mean(pages.map((page) => (run.get(page.id)?.authors?.length ? 1 : 0))),
                pages: pages.length,
              },
            ],
          ];
    }),
  );
}

/** Whether the gold body of a page has 60 to 120 words (or characters, where words have no spaces). */
export function isShort(gold: Gold): boolean {
  const { length } = tokensOf(gold.body ?? '', true);
  return length >= 60 && length <= 120;
}

/** Mean F1 of the short articles among the news sets. */
function shortRow(gold: readonly Gold[], run: Run): Record<string, Figure> {
  if (![...run.values()].some((line) => line.text)) return {};
  const values = gold
    .filter((page) => judgedSets.has(page.set) && (page.set !== 'wcxb' || page.type === 'article'))
    .filter(isShort)
    .map((page) => pageF1(compareBody(page.body ?? '', run.get(page.id)?.text ?? '', true)));
  return values.length === 0 ? {} : { short_news: { value: mean(values), pages: values.length } };
}

/**
 * Pages at which an extractor threw, those at which its process hung or died, and pages with a gold body or
 * wanted snippets for which it gave no text: counts.
 */
export function failureRows(gold: readonly Gold[], run: Run): Record<string, Figure> {
  const read = gold.filter((page) => run.has(page.id));
  const withText = read.filter((page) => page.body || page.with?.length);
  const givesText = [...run.values()].some((line) => line.text);
  const errors = read.map((page) => run.get(page.id)).filter((line) => line?.error !== undefined);
  const stopped = errors.filter((line) => line?.stopped !== undefined).length;
  return {
    thrown: { value: errors.length - stopped, pages: read.length },
    stopped: { value: stopped, pages: read.length },
    ...(givesText
      ? {
          empty: {
            value: withText.filter((page) => !run.get(page.id)?.text?.trim()).length,
            pages: withText.length,
          },
        }
      : {}),
  };
}

/**
 * The rows of the table that the pack's scorer does not print: languages, kinds, authors where gold names
 * none, failures. Language rows are mean F1 of pages, counted by characters where words have no spaces.
 */
export function scoreRows(gold: readonly Gold[], languages: ReadonlyMap<string, string>, run: Run): Figures {
  return {
    ...languageRows(gold, languages, run),
    ...shortRow(gold, run),
    ...kindRows(gold, run),
    ...beyondGoldRows(gold, run),
    ...failureRows(gold, run),
  };
}
