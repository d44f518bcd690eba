import { describeCandidate, worthAdding } from '@newsmill/fetch';
import { createHttpClient } from '@newsmill/http';
import { openReadingThread } from '@newsmill/reading';
import {
  chooseChannels,
  discoverChannels,
  domainToAskFor,
  previewUrl,
  sourceOfCandidates,
  wholeAddress,
  writeSource,
} from '@newsmill/operate';
import { type ExitCode, exitCodes } from '../telling/exit-codes.ts';
import { complain, say } from '../telling/say.ts';
import { sketchArticle } from '../telling/show-article.ts';

export interface AddOptions {
  readonly directory: string;
  readonly id?: string;
  readonly name?: string;
  /** Every useful channel, not only the best one. */
  readonly all: boolean;
  readonly allowPrivate: readonly string[];
  readonly userAgent: string;
  /** Only show what would be written. */
  readonly dryRun: boolean;
}

/** Most CPU time for reading one answer, milliseconds: somebody waits. */
const readingMs = 10_000;
/** Candidates that are listed. */
const mostShown = 12;

/**
 * Finds the channels, shows three articles of the best, writes the source file. A
 * running mill takes it up by itself.
 */
export async function addSource(address: string, options: AddOptions): Promise<ExitCode> {
  const url = wholeAddress(address);
  const http = createHttpClient({ userAgent: options.userAgent });
  const thread = openReadingThread({ budgetMs: readingMs });
  try {
    const { candidates, problems } = await discoverChannels(http, url, {
      allowPrivate: options.allowPrivate,
      now: Date.now,
      limitMs: 60_000,
      thread,
    });
    const taken = chooseChannels(candidates, options.all);
    if (taken === undefined) {
      complain(
        [
          `no feed and no sitemap at ${url}`,
          ...problems,
          'give the address of the feed itself, or write a source with a list page (docs/add-sources.md)',
        ].join('\n'),
      );
      return exitCodes.no;
    }
    const [best] = taken;
    const preview = await previewUrl(http, best.url, {
      allowPrivate: options.allowPrivate,
      now: Date.now(),
      articles: 3,
      thread,
    });
    say(`${best.title ?? best.url}: ${describeCandidate(best)}\n`);
    for (const article of preview.articles) say(`${sketchArticle(article)}\n`);
    for (const problem of preview.problems) complain(`  ${problem}`);
    if (candidates.length > 1) say('what this publisher offers, the best first (+ is taken):');
    for (const candidate of candidates.length > 1 ? candidates.slice(0, mostShown) : []) {
      say(
        `  ${taken.includes(candidate) ? '+' : ' '} ${candidate.url}${candidate.title === undefined ? '' : ` (${candidate.title})`}: ${describeCandidate(candidate)}`,
      );
    }
    if (!options.all && worthAdding(candidates).length > 1) say('  --all adds every useful one');
    const source = sourceOfCandidates(taken, { ...options, asked: url });
    const elsewhere = domainToAskFor(best, source.domains ?? []);
    if (elsewhere !== undefined)
      say(
        `its pages lie at ${elsewhere}: if that is the same publisher, add to the file: domains: [${elsewhere}] (docs/add-sources.md, "Which pages belong to a source")`,
      );
    if (options.dryRun) return exitCodes.done;
    const path = await writeSource(options.directory, source);
    say(`written: ${path}\na running mill takes it up within seconds; edit the file to change it`);
    return exitCodes.done;
  } finally {
    await thread.close();
    await http.close();
  }
}
