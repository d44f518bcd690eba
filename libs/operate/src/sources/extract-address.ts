import type { CleanArticle, FetchedPage, HttpAnswer, Source } from '@newsmill/contracts';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import { Unreadable, type ReadingThread } from '@newsmill/reading';
import type { Secrets } from '@newsmill/source-files';
import { wholeAddress } from '../inputs/whole-address.ts';
import { failureWords } from './failure-words.ts';
import { namedSource, type NamedSource } from './named-source.ts';
import { ownRequest, pageForSource, sourceOfAddress, typedRequest, type OwnRequest } from './own-settings.ts';
import type { AskingPorts, DiscoveringPorts } from './preview-address.ts';
import { apart, ask, pageOf } from './preview-url.ts';
import { withSiteRights, type SiteReaders } from './site-rights-at.ts';

/** What became of a page that was extracted. */
export interface Extraction {
  /** Address that answered, else the one that was asked for. */
  readonly url: string;
  /** Id of the source as which it was requested and read. */
  readonly source?: string;
  readonly status?: number;
  readonly article?: CleanArticle;
  /** Why it is no article: a reason of the cleaner. */
  readonly reason?: string;
  /** The same in words, or why nothing came. */
  readonly problem?: string;
}

/** How a page is asked for by hand. */
export interface PageRequest {
  readonly source: Source | undefined;
  readonly secrets: Secrets;
  readonly allowPrivate: readonly string[];
  readonly now: number;
  /** Whether somebody typed the address who may not choose what is asked by the proxy of the source. */
  readonly isTyped?: boolean;
  /** Where the files of the site are read too, for what they say of rights: who asks, and what reads them. */
  readonly rights?: { readonly userAgent: string; readonly readers: SiteReaders };
}

/** Requests a page as a source says, and hands it on as for that source. Throws HttpFailure. */
export async function requestPage(
  http: HttpClient,
  url: string,
  { source, secrets, allowPrivate, now, isTyped = false, rights }: PageRequest,
): Promise<{ readonly answer: HttpAnswer; readonly page: FetchedPage }> {
  const settingsOf = isTyped ? typedRequest : ownRequest;
  const requestOf = async (address: string): Promise<OwnRequest> =>
    source === undefined ? {} : settingsOf(source, secrets, address);
  const answer = await ask(http, url, allowPrivate, await requestOf(url));
  const page = pageForSource(pageOf(answer, url, now), source);
  if (rights === undefined || answer.status !== 200) return { answer, page };
  const asking = { http, allowPrivate, requestOf, asksRobots: source?.robots !== 'ignore', ...rights };
  return { answer, page: await withSiteRights(page, asking) };
}

/** What reads the files of a site in the thread for foreign bytes. */
function readersIn(thread: ReadingThread): SiteReaders {
  return {
    robots: (body) => thread.read('robots', { status: 200, encoding: 'identity', body }),
    files: (files) => thread.read('siteFiles', files),
  };
}

/**
 * The article of one page, requested and read as the source says that is named, else as the one to which the
 * address belongs; keeps nothing. Of private addresses it asks those of `allowPrivate` alone. Refuses with
 * bad-address and unknown-source.
 */
export async function extractAddress(
  ports: AskingPorts &
    DiscoveringPorts & {
      readonly folder?: { sources(): readonly Source[] };
      readonly secrets?: Secrets;
    },
  text: string,
  wishes: NamedSource & { readonly allowPrivate: readonly string[] },
): Promise<Extraction> {
  const url = wholeAddress(text);
  const source = namedSource(ports.folder, wishes) ?? sourceOfAddress(url, ports.folder?.sources() ?? []);
  const named = source === undefined ? {} : { source: source.id };
  const { allowPrivate } = wishes;
  try {
    const secrets = ports.secrets ?? {};
    const rights = { userAgent: ports.settings?.userAgent ?? 'newsmill', readers: readersIn(ports.thread) };
    const request = { source, secrets, allowPrivate, now: ports.now(), isTyped: true, rights };
    const { answer, page } = await requestPage(ports.http, url, request);
    const facts = { url: answer.url, ...named, status: answer.status };
    if (answer.status !== 200) return { ...facts, problem: `answered ${answer.status}` };
    const outcome = await ports.thread.read('article', apart(page));
    if (outcome.kind === 'accept') return { ...facts, article: outcome.value };
    const detail = outcome.kind === 'reject' ? outcome.detail : undefined;
    const problem = `no article: ${outcome.reason}${detail === undefined ? '' : ` (${detail})`}`;
    return { ...facts, reason: outcome.reason, problem };
  } catch (error) {
    if (error instanceof HttpFailure) return { url, ...named, problem: failureWords(error, url) };
    if (!(error instanceof Unreadable)) throw error;
    return { url, ...named, status: 200, problem: error.message };
  }
}
