import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readScored } from '../../libs/clean/src/read-page.ts';
import { measureHtml, scorePage, type MeasuredPage } from '../../libs/clean/src/view-page.ts';
import type { ChooseModels } from './fold-models.ts';
import { packDay, readHtml, type Pack, type PackPage } from './pack.ts';
import type { Run, RunLine } from './score-run.ts';

/** A line of our own run: it also says what kind of page it is, and the lead image. */
export interface CleanerLine extends RunLine {
  readonly text: string;
  readonly language: string | null;
  readonly image: string | null;
  readonly kind: string;
  readonly confidence: number;
}

/**
 * Reads one page as the adapter does: dates as the page gives them, so that their day is the publisher's day.
 */
function readLine({ id, url }: PackPage, measured: MeasuredPage, choose: ChooseModels): CleanerLine {
  const models = choose(url);
  const seen = scorePage(measured, url, models.body);
  const { article, kind, confidence } = readScored(seen, { url, now: packDay }, models);
  return {
    id,
    text: article.text,
    title: article.title,
    authors: article.authors,
    published: article.publishedLocal ?? article.published ?? null,
    language: article.language ?? null,
    image: article.images[0]?.url ?? null,
    kind,
    confidence,
  };
}

function errorLine(id: string, error: unknown): RunLine {
  return { id, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

/**
 * Lets the cleaner read the pages of the pack, once for each choice of models; a page at which it throws is
 * named in its line.
 */
export function runCleaner(
  pack: Pack,
  choices: readonly ChooseModels[],
  sets?: readonly string[],
): readonly Run[] {
  const runs = choices.map(() => new Map<string, RunLine>());
  for (const page of pack.pages) {
    if (sets !== undefined && !sets.includes(page.set)) continue;
    const html = readHtml(pack, page);
    let measured: MeasuredPage | undefined;
    choices.forEach((choose, index) => {
      let line: RunLine;
      try {
        measured ??= measureHtml(html);
        line = readLine(page, measured, choose);
      } catch (error) {
        line = errorLine(page.id, error);
      }
      runs[index]?.set(page.id, line);
    });
  }
  return runs;
}

/** Writes a run in the pack's line protocol. */
export function writeRun(run: Run, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, [...run.values()].map((line) => `${JSON.stringify(line)}\n`).join(''));
}
