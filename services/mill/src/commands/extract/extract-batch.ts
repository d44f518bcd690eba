import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { readPage } from '@newsmill/clean';
import { type ExitCode, exitCodes, complain } from '@newsmill/service';
import { BadManifestLine, readManifestLine, readManifestPage, type ManifestLine } from './read-manifest.ts';

export interface BatchOptions {
  /** JSON lines `{ id, url, html }`; `html` is a file below the folder of the manifest, `.gz` allowed. */
  readonly manifest: string;
  /** File of the answers, one line for each line of the manifest; `-` is standard output. */
  readonly out: string;
  /** Charset of all pages, as a server would have said it; pages say it themselves without it. */
  readonly charset?: string | undefined;
}

interface Tally {
  pages: number;
  articles: number;
  failed: number;
}

/** The answer for one line of a manifest, or the mistake in it with its remedy. */
function answerLine(
  text: string,
  number: number,
  folder: string,
  options: BatchOptions & { readonly now: number },
): Record<string, unknown> {
  let line: ManifestLine | undefined;
  const begin = performance.now();
  try {
    line = readManifestLine(text);
    const bytes = readManifestPage(folder, line.html);
    const { article, kind, confidence, flags } = readPage(
      {
        bytes,
        contentType: options.charset === undefined ? 'text/html' : `text/html; charset=${options.charset}`,
      },
      { url: line.url, now: options.now },
    );
    const { publishedLocal, ...fields } = article;
    return {
      id: line.id,
      url: line.url,
      ...fields,
      published: publishedLocal ?? article.published ?? null,
      publishedUtc: article.published ?? null,
      language: article.language ?? null,
      kind,
      confidence,
      flags,
      ms: Math.round((performance.now() - begin) * 100) / 100,
    };
  } catch (error) {
    const mistake =
      error instanceof BadManifestLine
        ? { code: error.code, message: error.message, remedy: error.remedy }
        : {
            code: 'not-read',
            message: error instanceof Error ? error.message : String(error),
            remedy: 'report this page: the cleaner answers for every page',
          };
    return {
      id: line?.id ?? (error instanceof BadManifestLine ? error.id : undefined) ?? null,
      url: line?.url ?? null,
      line: number,
      error: mistake,
      ms: Math.round((performance.now() - begin) * 100) / 100,
    };
  }
}

/**
 * Reads all pages of a manifest, one after the other. Exit code 1 when a line could not be read; the others
 * are read all the same.
 */
export async function extractBatch(options: BatchOptions): Promise<ExitCode> {
  const folder = dirname(resolve(options.manifest));
  const lines = createInterface({ input: createReadStream(options.manifest), crlfDelay: Infinity });
  const out = options.out === '-' ? 1 : openSync(options.out, 'w');
  const tally: Tally = { pages: 0, articles: 0, failed: 0 };
  const now = Date.now();
  let number = 0;
  try {
    for await (const text of lines) {
      number += 1;
      if (text.trim() === '') continue;
      const answer = answerLine(text, number, folder, { ...options, now });
      tally.pages += 1;
      if ('error' in answer) tally.failed += 1;
      else if (answer['kind'] === 'article') tally.articles += 1;
      writeSync(out, `${JSON.stringify(answer)}\n`);
    }
  } finally {
    if (out !== 1) closeSync(out);
  }
  complain(
    `${tally.pages} pages: ${tally.articles} articles, ${tally.pages - tally.articles - tally.failed} of other kinds, ${tally.failed} not read`,
  );
  return tally.failed > 0 ? exitCodes.no : exitCodes.done;
}
