import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  BadLabelledLine,
  codeOfSection,
  readLabelledText,
  TooFewTexts,
  trainTopics,
  writeTopicModel,
  type LabelledText,
} from '@newsmill/enrich';
import { serveArticle, type ArticleDocument } from '@newsmill/contracts';
import { type ExitCode, exitCodes, answer, complain, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';
import type { LabelKind } from '../choices.ts';

export interface TrainTopicsOptions {
  /** File of the model. */
  readonly out: string;
  /**
   * For the articles of the library: the IPTC code that section, breadcrumb and feed name, the section
   * itself, or the source.
   */
  readonly by: LabelKind;
  readonly folds: number;
  readonly data: string;
}

/** Labels with fewer texts are left out: they could not be judged. */
const fewestTexts = 10;
/** Articles that are read from the library. */
const mostArticles = 200_000;
const pageSize = 500;

async function readFiles(files: readonly string[]): Promise<LabelledText[]> {
  const rows: LabelledText[] = [];
  for (const file of files) {
    let number = 0;
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      try {
        rows.push(readLabelledText(line));
      } catch (cause) {
        throw cause instanceof BadLabelledLine
          ? new BadLabelledLine(`${file}:${number}: ${cause.message}`, { cause })
          : cause;
      }
    }
  }
  return rows;
}

/** The labels of an article; none when nothing names them, or different codes are named. */
export function labelsOf(
  article: Pick<ArticleDocument, 'section' | 'breadcrumb' | 'tags' | 'sourceId' | 'language'>,
  by: LabelKind,
): string[] {
  if (by === 'source') return [article.sourceId];
  if (by === 'section') return article.section === undefined ? [] : [article.section];
  const named = [article.section ?? '', ...article.breadcrumb, ...article.tags]
    .map((name) => codeOfSection(name, article.language))
    .filter((code) => code !== undefined);
  return [...new Set(named)];
}

async function readLibrary(data: string, by: LabelKind): Promise<LabelledText[]> {
  return withPorts(data, async ({ library }) => {
    const rows: LabelledText[] = [];
    let reserved = 0;
    let after: string | undefined;
    do {
      const page = await library.list(after === undefined ? { limit: pageSize } : { after, limit: pageSize });
      for (const article of page.items) {
        const labels = labelsOf(article, by);
        const served = serveArticle(article, { way: 'training', now: Date.now() });
        const isReserved = served?.rights?.withheld !== undefined || served === undefined;
        if (isReserved) reserved += 1;
        else if (labels.length > 0) rows.push({ text: `${article.title}\n${article.content}`, labels });
      }
      after = page.next;
    } while (after !== undefined && rows.length < mostArticles);
    if (reserved > 0)
      complain(`left out, reserved against training by their publishers: ${reserved} articles`);
    return rows;
  });
}

/** Rows with the labels that enough texts have; says which were left out. */
function withoutRare(rows: readonly LabelledText[]): LabelledText[] {
  const counts = new Map<string, number>();
  for (const label of rows.flatMap((row) => row.labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
  const rare = [...counts].filter(([, count]) => count < fewestTexts).map(([label]) => label);
  if (rare.length > 0) complain(`left out, fewer than ${fewestTexts} texts: ${rare.join(', ')}`);
  return rows
    .map(({ text, labels }) => ({ text, labels: labels.filter((label) => !rare.includes(label)) }))
    .filter(({ labels }) => labels.length > 0);
}

/**
 * Learns topics from files of labelled texts, or from the library without them,
 * prints the accuracy by cross-validation and writes the model. Exit code 1 when there is too little to learn
 * from.
 */
export async function learnTopics(files: readonly string[], options: TrainTopicsOptions): Promise<ExitCode> {
  try {
    const rows = withoutRare(
      files.length > 0 ? await readFiles(files) : await readLibrary(options.data, options.by),
    );
    const model = trainTopics(rows, {
      folds: options.folds,
      onStep: (step, steps) => complain(`training ${step} of ${steps}`),
    });
    writeFileSync(options.out, writeTopicModel(model));
    const { trained, labels, choice } = model;
    answer({
      rows: trained.rows,
      labels,
      choice,
      folds: trained.folds,
      accuracy: trained.accuracy,
      path: options.out,
    });
    say(
      `${trained.rows} texts, ${labels.length} labels, ${choice === 'one' ? 'one for each text' : 'any number for each text'}: ${labels.join(', ')}`,
    );
    say(`accuracy by cross-validation (${trained.folds} folds): ${trained.accuracy}`);
    say(`written: ${options.out}`);
    return exitCodes.done;
  } catch (error) {
    if (!(error instanceof TooFewTexts) && !(error instanceof BadLabelledLine)) throw error;
    complain(error.message);
    return exitCodes.no;
  }
}
