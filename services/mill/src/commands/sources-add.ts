import type { SourceInput } from '@newsmill/contracts';
import { describeCandidate, worthAdding, type ChannelCandidate } from '@newsmill/fetch';
import { createHttpClient } from '@newsmill/http';
import { discoverChannels } from '../discover-channels.ts';
import { previewUrl } from '../preview-url.ts';
import { complain, say } from '../say.ts';
import { sketchArticle } from '../show-article.ts';
import { sourceIdOf, writeSource } from '../write-source.ts';

export interface AddOptions {
  readonly directory: string;
  readonly id?: string;
  readonly name?: string;
  /** All channels that are worth it, not the best one alone. */
  readonly all: boolean;
  readonly allowPrivate: readonly string[];
  readonly userAgent: string;
  /** Only show what would be written. */
  readonly dryRun: boolean;
}

/** Candidates that are told of. */
const mostShown = 12;

/** The source that candidates make: of the first alone, or of all of them. */
export function sourceOfCandidates(
  candidates: readonly [ChannelCandidate, ...ChannelCandidate[]],
  options: Pick<AddOptions, 'id' | 'name' | 'allowPrivate'>,
): SourceInput {
  const [best] = candidates;
  const told = candidates.find(({ title }) => title !== undefined)?.title;
  const language = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.exec(
    candidates.find((candidate) => candidate.language !== undefined)?.language ?? '',
  )?.[0];
  return {
    id: options.id ?? sourceIdOf(best.url),
    name: options.name ?? told?.slice(0, 200) ?? new URL(best.url).host,
    ...(language === undefined ? {} : { language }),
    channels: candidates.map(({ kind, url }) => ({ kind, url })),
    ...(options.allowPrivate.length === 0 ? {} : { allowPrivate: [...options.allowPrivate] }),
  };
}

/** The candidates that are taken: the best, or all that are worth it. undefined when there is none. */
export function chosen(
  candidates: readonly ChannelCandidate[],
  all: boolean,
): readonly [ChannelCandidate, ...ChannelCandidate[]] | undefined {
  const [best, ...others] = all ? worthAdding(candidates) : candidates.slice(0, 1);
  return best === undefined ? undefined : [best, ...others];
}

/** `newsmill sources add URL`: finds the channels, shows three articles of the best, writes the source file. A running mill takes it up by itself. */
export async function addSource(url: string, options: AddOptions): Promise<number> {
  const http = createHttpClient({ userAgent: options.userAgent });
  try {
    const { candidates, problems } = await discoverChannels(http, url, {
      allowPrivate: options.allowPrivate,
      now: Date.now,
      limitMs: 60_000,
    });
    const taken = chosen(candidates, options.all);
    if (taken === undefined) {
      complain(
        [
          `no feed and no sitemap at ${url}`,
          ...problems,
          'give the address of the feed itself, or write a source with a list page (docs/sources.md)',
        ].join('\n'),
      );
      return 1;
    }
    const [best] = taken;
    const preview = await previewUrl(http, best.url, {
      allowPrivate: options.allowPrivate,
      now: Date.now(),
      articles: 3,
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
    if (!options.all && worthAdding(candidates).length > 1) say('  --all takes all that are worth it');
    if (options.dryRun) return 0;
    const path = writeSource(options.directory, sourceOfCandidates(taken, options));
    say(`written: ${path}\na running mill takes it up within seconds; edit the file to change it`);
    return 0;
  } finally {
    await http.close();
  }
}
