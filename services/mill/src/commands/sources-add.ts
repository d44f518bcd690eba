import type { SourceInput } from '@newsmill/contracts';
import { createHttpClient } from '@newsmill/http';
import { previewUrl, type Preview } from '../preview-url.ts';
import { complain, say } from '../say.ts';
import { sketchArticle } from '../show-article.ts';
import { sourceIdOf, writeSource } from '../write-source.ts';

export interface AddOptions {
  readonly directory: string;
  readonly id?: string;
  readonly name?: string;
  readonly allowPrivate: readonly string[];
  readonly userAgent: string;
  /** Only show what would be written. */
  readonly dryRun: boolean;
}

/** The source that a preview suggests. */
export function sourceOfPreview(preview: Preview, feedUrl: string, options: Pick<AddOptions, 'id' | 'name' | 'allowPrivate'>): SourceInput {
  const language = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.exec(preview.language ?? '')?.[0];
  return {
    id: options.id ?? sourceIdOf(feedUrl),
    name: options.name ?? preview.title?.slice(0, 200) ?? new URL(feedUrl).host,
    ...(language === undefined ? {} : { language }),
    channels: [{ kind: 'feed', url: feedUrl }],
    ...(options.allowPrivate.length === 0 ? {} : { allowPrivate: [...options.allowPrivate] }),
  };
}

/** `newsmill sources add URL`: finds the feed, shows three of its articles, writes the source file. A running mill takes it up by itself. */
export async function addSource(url: string, options: AddOptions): Promise<number> {
  const http = createHttpClient({ userAgent: options.userAgent });
  try {
    const settings = { allowPrivate: options.allowPrivate, now: Date.now(), articles: 3 };
    const first = await previewUrl(http, url, settings);
    const preview = first.kind === 'page' && first.feedUrl !== undefined ? await previewUrl(http, first.feedUrl, settings) : first;
    if (preview.kind !== 'feed' || preview.feedUrl === undefined) {
      complain([`no feed at ${url}, and the page links to none`, ...first.problems, 'give the address of the feed itself, or write a source with a list page (docs/sources.md)'].join('\n'));
      return 1;
    }
    say(`${preview.title ?? preview.feedUrl}: ${preview.entries} entries in ${preview.feedUrl}\n`);
    for (const article of preview.articles) say(`${sketchArticle(article)}\n`);
    for (const problem of preview.problems) complain(`  ${problem}`);
    for (const other of first.feeds.filter((feed) => feed.url !== preview.feedUrl)) say(`  another feed of that page: ${other.url}${other.title === undefined ? '' : ` (${other.title})`}`);
    if (options.dryRun) return 0;
    const path = writeSource(options.directory, sourceOfPreview(preview, preview.feedUrl, options));
    say(`written: ${path}\na running mill takes it up within seconds; edit the file to change it`);
    return 0;
  } finally {
    await http.close();
  }
}
