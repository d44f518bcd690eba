import type { FetchedPage } from '@newsmill/contracts';
import { broughtTogether, describeCandidate, worthAdding, type ChannelCandidate } from '@newsmill/fetch';
import { createHttpClient, type HttpClientOptions } from '@newsmill/http';
import { openReadingThread } from '@newsmill/reading';
import {
  chooseChannels,
  discoverChannels,
  domainToAskFor,
  previewChannel,
  sectionsWish,
  sourceOfCandidates,
  wholeAddress,
  writeWithTest,
  type AskingPorts,
  type Discovery,
} from '@newsmill/operate';
import { type ExitCode, exitCodes, answer, complain, say } from '@newsmill/service';
import { sketchArticle } from '../telling/show-article.ts';

export interface AddOptions {
  readonly directory: string;
  readonly id?: string;
  readonly name?: string;
  /** Every useful channel, not only the best one. */
  readonly all: boolean;
  readonly allowPrivate: readonly string[];
  readonly web: HttpClientOptions;
  /** So many section pages are looked at; without it a few, where they are needed. */
  readonly sections?: number | undefined;
  /** Only show what would be written. */
  readonly dryRun: boolean;
}

type Taken = readonly [ChannelCandidate, ...ChannelCandidate[]];

/** Most CPU time for reading one answer, milliseconds: somebody waits. */
const readingMs = 10_000;
/** Candidates that are listed. */
const mostShown = 12;
/** Articles that are shown. */
const mostArticles = 10;

function showSections({ sections }: Discovery): void {
  if (sections === undefined) return;
  const { looked, left, requests } = sections;
  const pages = `${looked} section ${looked === 1 ? 'page' : 'pages'}`;
  const more = left === 0 ? '' : `, ${left} others were left; --sections N looks at more`;
  say(`  looked at ${pages} too (${requests} requests)${more}`);
}

function showCandidates(discovery: Discovery, taken: Taken, all: boolean): void {
  const { candidates, home } = discovery;
  if (candidates.length > 1) say('what this publisher offers, the best first (+ is taken):');
  for (const candidate of candidates.length > 1 ? candidates.slice(0, mostShown) : []) {
    say(
      `  ${taken.includes(candidate) ? '+' : ' '} ${candidate.url}${candidate.title === undefined ? '' : ` (${candidate.title})`}: ${describeCandidate(candidate)}`,
    );
  }
  showSections(discovery);
  const useful = worthAdding(candidates, home);
  const brought = (channels: readonly ChannelCandidate[]) =>
    home.length === 0
      ? ''
      : `, ${broughtTogether(home, channels)} of ${home.length} of the home page together`;
  if (taken.length > 1) say(`  ${taken.length} channels${brought(taken)}`);
  if (!all && useful.length > 1) say(`  --all adds every useful one: ${useful.length}${brought(useful)}`);
}

/** Shows the first articles of the best channel; answers the pages that they were made of. */
async function showArticles(
  ports: AskingPorts,
  best: ChannelCandidate,
  allowPrivate: readonly string[],
): Promise<readonly FetchedPage[]> {
  const pages: FetchedPage[] = [];
  const preview = await previewChannel(ports, best, { allowPrivate, articles: mostArticles, pages });
  say(`${best.title ?? best.url}: ${describeCandidate(best)}\n`);
  for (const article of preview.articles) say(`${sketchArticle(article)}\n`);
  for (const problem of preview.problems) complain(`  ${problem}`);
  return pages;
}

/**
 * Finds the channels, shows ten articles of the best, and what each channel brings of the home page; writes
 * the source file, and a recorded page as its first test. A running mill takes it up by itself.
 */
export async function addSource(address: string, options: AddOptions): Promise<ExitCode> {
  const url = wholeAddress(address);
  const { allowPrivate } = options;
  const http = createHttpClient(options.web);
  const thread = openReadingThread({ budgetMs: readingMs });
  const ports = { http, thread, now: Date.now };
  try {
    const found = await discoverChannels(http, url, {
      allowPrivate,
      now: Date.now,
      limitMs: 60_000,
      thread,
      sections: sectionsWish({ sections: options.sections }, options.web.userAgent),
    });
    const taken = chooseChannels(found, options.all);
    if (taken === undefined) {
      complain(
        [
          `no feed, no sitemap and no list of articles at ${url}`,
          ...found.problems,
          'give the address of the feed itself, or of a page that lists articles, or write a source with `select` (docs/add-sources.md)',
        ].join('\n'),
      );
      return exitCodes.no;
    }
    const [best] = taken;
    const pages = await showArticles(ports, best, allowPrivate);
    showCandidates(found, taken, options.all);
    const source = sourceOfCandidates(taken, { ...options, asked: url });
    const elsewhere = domainToAskFor(best, source.domains ?? []);
    if (elsewhere !== undefined)
      say(
        `its pages lie at ${elsewhere}: if that is the same publisher, add to the file: domains: [${elsewhere}] (docs/add-sources.md, "Which pages belong to a source")`,
      );
    if (options.dryRun) {
      answer({ source, candidates: found.candidates });
      return exitCodes.done;
    }
    const { file, test } = await writeWithTest(thread, options.directory, source, pages);
    answer({ source, file, test, candidates: found.candidates });
    say(`written: ${file}\na running mill takes it up within seconds; edit the file to change it`);
    if (test !== undefined) say(`recorded: ${test}, read again by ./newsmill sources test ${source.id}`);
    return exitCodes.done;
  } finally {
    await thread.close();
    await http.close();
  }
}
