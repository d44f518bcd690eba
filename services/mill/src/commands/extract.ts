import { readFileSync } from 'node:fs';
import { FetchedPage } from '@newsmill/contracts';
import { cleanArticle } from '@newsmill/clean';
import { createHttpClient } from '@newsmill/http';
import { itemOf } from '@newsmill/text';
import { ask, pageOf } from '../preview-url.ts';
import { complain, say } from '../say.ts';
import { showArticle } from '../show-article.ts';

export interface ExtractOptions {
  readonly format: 'json' | 'markdown';
  /** Address of a page that is read from a file or standard input. */
  readonly url?: string;
  readonly allowPrivate: readonly string[];
  readonly userAgent: string;
}

async function pageFrom(target: string, options: ExtractOptions): Promise<FetchedPage> {
  const now = Date.now();
  if (/^https?:\/\//i.test(target)) {
    const http = createHttpClient({ userAgent: options.userAgent });
    try {
      const answer = await ask(http, target, options.allowPrivate);
      if (answer.status !== 200) complain(`${answer.url} answered ${answer.status}`);
      return pageOf(answer, target, now);
    } finally {
      await http.close();
    }
  }
  const body = new Uint8Array(readFileSync(target === '-' ? 0 : target));
  const url = options.url ?? 'https://unknown.invalid/';
  return FetchedPage.parse({ item: itemOf(url) ?? url, sourceId: 'extract', url, finalUrl: url, fetchedAt: now, firstSeen: now, status: 200, contentType: '', encoding: 'identity', body });
}

/** Prints the article of a page, with provenance and removals. Exit code 1 when the page is no article. */
export async function extract(target: string, options: ExtractOptions): Promise<number> {
  const page = await pageFrom(target, options);
  const outcome = cleanArticle(page);
  if (outcome.kind === 'pass') {
    say(options.format === 'json' ? JSON.stringify(outcome.value, null, 2) : showArticle(outcome.value));
    return 0;
  }
  complain(`no article: ${outcome.reason}${outcome.kind === 'reject' && outcome.detail !== undefined ? ` (${outcome.detail})` : ''}`);
  return 1;
}
