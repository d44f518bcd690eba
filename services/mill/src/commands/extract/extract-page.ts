import { readFileSync } from 'node:fs';
import { FetchedPage, knowsNothing, type CleanArticle, type Source } from '@newsmill/contracts';
import { cleanArticle, toPlainText } from '@newsmill/clean';
import { enrichArticle } from '@newsmill/enrich';
import { createHttpClient, type HttpClientOptions } from '@newsmill/http';
import { readSettings } from '@newsmill/settings';
import { loadEnrichers } from '@newsmill/service-enrich';
import { hostAndPort, itemOf, toSafeHtml } from '@newsmill/text';
import { readSiteFiles, robotsFromAnswer } from '@newsmill/fetch';
import { pageForSource, requestPage, sourceOfAddress, type SiteReaders } from '@newsmill/operate';
import { formatProblem, type Secrets } from '@newsmill/source-files';
import { type ExitCode, exitCodes, complain, say } from '@newsmill/service';
import { showArticle } from '../telling/show-article.ts';
import { sourcesIn } from '../sources/sources-in.ts';
import type { ArticleFormat } from '../choices.ts';

export interface ExtractOptions {
  readonly format: ArticleFormat;
  /** Address of a page that is read from a file or standard input. */
  readonly url?: string;
  readonly allowPrivate: readonly string[];
  readonly web: HttpClientOptions;
  /** Folder of the source files: what a source may ask may be extracted, as it asks and reads it. */
  readonly directory: string;
  /** Id of the source as which it is requested and read; the one to which the address belongs without it. */
  readonly source?: string;
  /** Values that headers of source files refer to. */
  readonly secrets: Secrets;
}

/** A command reads in its own process, which ends with it. */
const readers: SiteReaders = {
  robots: async (body) => robotsFromAnswer({ status: 200, body }),
  files: async (files) => readSiteFiles(files),
};

/** Private addresses that the sources which may ask `target` allow. */
function allowedBySources(sources: readonly Source[], target: string): string[] {
  const place = URL.canParse(target) ? hostAndPort(new URL(target)) : '';
  return sources
    .filter(({ allowPrivate }) => allowPrivate.includes(place))
    .flatMap(({ allowPrivate }) => allowPrivate);
}

async function pageAt(
  target: string,
  sources: readonly Source[],
  options: ExtractOptions,
): Promise<FetchedPage> {
  const { web, secrets, format } = options;
  const http = createHttpClient(web);
  try {
    const { answer, page } = await requestPage(http, target, {
      source: sourceOf(target, sources, options),
      secrets,
      allowPrivate: [...options.allowPrivate, ...allowedBySources(sources, target)],
      now: Date.now(),
      // The only form that shows rights.
      ...(format === 'json' ? { rights: { userAgent: web.userAgent, readers } } : {}),
    });
    if (answer.status !== 200) complain(`${answer.url} answered ${answer.status}`);
    return page;
  } finally {
    await http.close();
  }
}

/** The source that is named, else the first of the folder that has a channel of its site. */
function sourceOf(
  url: string,
  sources: readonly Source[],
  { source: id }: ExtractOptions,
): Source | undefined {
  return id === undefined ? sourceOfAddress(url, sources) : sources.find((source) => source.id === id);
}

/** The page, with what its source says of it. */
async function pageFrom(
  target: string,
  sources: readonly Source[],
  options: ExtractOptions,
): Promise<FetchedPage> {
  const now = Date.now();
  if (/^https?:\/\//i.test(target)) return pageAt(target, sources, options);
  const body = new Uint8Array(readFileSync(target === '-' ? 0 : target));
  const url = options.url ?? 'https://unknown.invalid/';
  const page = FetchedPage.parse({
    item: itemOf(url) ?? url,
    sourceId: 'extract',
    url,
    finalUrl: url,
    fetchedAt: now,
    firstSeen: now,
    status: 200,
    contentType: '',
    encoding: 'identity',
    body,
  });
  return pageForSource(page, sourceOf(url, sources, options));
}

const writers: Record<Exclude<ArticleFormat, 'facts'>, (article: CleanArticle) => string> = {
  markdown: showArticle,
  json: (article) => JSON.stringify(article, null, 2),
  text: (article) => toPlainText(article).trimEnd(),
  html: (article) => toSafeHtml(article).trimEnd(),
  blocks: (article) => article.blocks.map((block) => JSON.stringify(block)).join('\n'),
};

/**
 * What enrich finds in the article, with the enrichers that the settings name: one fact as JSON on each line.
 */
async function factsOf(article: CleanArticle): Promise<string> {
  const { enrichers, topicModel, vectors } = readSettings(process.env);
  const outcome = enrichArticle(
    article,
    knowsNothing,
    await loadEnrichers({ enrichers, topicModel, vectors }),
  );
  return outcome.kind === 'accept'
    ? outcome.value.facts.map((fact) => JSON.stringify(fact)).join('\n')
    : outcome.reason;
}

/**
 * Prints the article of a page; as Markdown with provenance and removals. Exit code 1 when the page is no
 * article.
 */
export async function extractPage(target: string, options: ExtractOptions): Promise<ExitCode> {
  const folder = sourcesIn(options.directory);
  if (options.source !== undefined && folder.sourceOf(options.source) === undefined) {
    const problems = folder.problems();
    for (const problem of problems) complain(formatProblem(problem));
    complain(`there is no sound source ${options.source} in ${options.directory}`);
    return problems.length > 0 ? exitCodes.configuration : exitCodes.no;
  }
  const page = await pageFrom(target, folder.sources(), options);
  const outcome = cleanArticle(page);
  if (outcome.kind === 'accept') {
    say(options.format === 'facts' ? await factsOf(outcome.value) : writers[options.format](outcome.value));
    return exitCodes.done;
  }
  complain(
    `no article: ${outcome.reason}${outcome.kind === 'reject' && outcome.detail !== undefined ? ` (${outcome.detail})` : ''}`,
  );
  return exitCodes.no;
}
