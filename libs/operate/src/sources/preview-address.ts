import type { FetchedPage, Source } from '@newsmill/contracts';
import {
  additionWords,
  coverageWords,
  isFrontPage,
  productToken,
  rulesOf,
  worthAdding,
  type ChannelCandidate,
} from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import type { ReadingThread } from '@newsmill/reading';
import type { Secrets } from '@newsmill/source-files';
import { wholeAddress } from '../inputs/whole-address.ts';
import { discoverChannels, type Discovery } from './discover-channels.ts';
import { failureWords } from './failure-words.ts';
import { namedSource, type NamedSource } from './named-source.ts';
import type { SectionsWish } from './search-sections.ts';
import { previewRules } from './preview-rules.ts';
import { sourceOfAddress, typedRequest } from './own-settings.ts';
import type { SearchOptions } from './channel-search.ts';
import { previewUrl } from './preview-url.ts';
import type { Preview } from './preview-view.ts';

/** What asking publishers needs. */
export interface AskingPorts {
  readonly http: HttpClient;
  /** Reads what comes back. */
  readonly thread: ReadingThread;
  /** Epoch milliseconds. */
  now(): number;
}

/** Who is asking, as robots.txt knows it. */
export interface DiscoveringPorts {
  readonly settings?: { readonly userAgent: string };
}

/** Who waits for an answer waits no longer for further channels, milliseconds. */
const discoveryMs = 15_000;

/** Nor for further articles, milliseconds. */
const articlesMs = 15_000;
/** Articles that a preview shows. */
const mostArticles = 10;

interface PreviewWishes {
  readonly allowPrivate: readonly string[];
  /** Articles to show at most. */
  readonly articles: number;
  /** Takes the pages of the articles. */
  readonly pages?: FetchedPage[];
  readonly asList?: boolean;
  /** Sources whose settings hold for their addresses. */
  readonly sources?: readonly Source[];
  /** The source as which every address is read. */
  readonly as?: Source | undefined;
  readonly secrets?: Secrets | undefined;
}

async function preview(
  { http, thread, now }: AskingPorts,
  url: string,
  { pages, secrets, ...wishes }: PreviewWishes,
): Promise<Preview> {
  const at = now();
  const limit = { end: at + articlesMs, clock: now };
  const keep = pages === undefined ? undefined : (page: FetchedPage) => void pages.push(page);
  try {
    return await previewUrl(http, url, { ...wishes, secrets: secrets ?? {}, now: at, thread, limit, keep });
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return {
      kind: 'page',
      url,
      feeds: [],
      entries: 0,
      articles: [],
      problems: [`${url}: ${failureWords(error, url)}`],
    };
  }
}

/** The first articles of a channel. */
export function previewChannel(
  ports: AskingPorts,
  { url, kind }: Pick<ChannelCandidate, 'url' | 'kind'>,
  wishes: Omit<PreviewWishes, 'asList'>,
): Promise<Preview> {
  return preview(ports, url, { ...wishes, asList: kind === 'list' });
}

/** Nor for section pages, milliseconds: so long, and so much longer for each that was asked for. */
const sectionsMs = 20_000;
const eachSectionMs = 3_000;
/** Section pages that are looked at where nobody said how many. */
const usualSections = 6;
/** Share of the home page from which on channels are enough without those of sections. */
const enoughOfHome = 0.6;

/** How many section pages are looked at, and when. */
export interface SectionsChoice {
  /** By number; without it a few, where the channels bring too little of the home page. */
  readonly sections?: number | undefined;
  /** Whether the best channel alone is wanted: then without a number only where nothing else is found. */
  readonly isBestEnough?: boolean;
}

/** What is wished of section pages. */
export function sectionsWish(
  { sections, isBestEnough = false }: SectionsChoice,
  userAgent: string,
): SectionsWish {
  const agent = productToken(userAgent);
  if (sections !== undefined)
    return {
      most: sections,
      below: Number.POSITIVE_INFINITY,
      limitMs: sectionsMs + sections * eachSectionMs,
      agent,
    };
  return { most: usualSections, below: isBestEnough ? 0 : enoughOfHome, limitMs: sectionsMs, agent };
}

/** The channels of a publisher; an address that brings no answer has none. */
export async function discover(
  { http, thread, now, settings }: AskingPorts & DiscoveringPorts,
  url: string,
  { allowPrivate, requestOf, ...choice }: SectionsChoice & Pick<SearchOptions, 'allowPrivate' | 'requestOf'>,
): Promise<Discovery> {
  const sections = sectionsWish(choice, settings?.userAgent ?? 'newsmill');
  try {
    const limitMs = discoveryMs;
    return await discoverChannels(http, url, { allowPrivate, requestOf, now, limitMs, thread, sections });
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { candidates: [], home: [], requests: 1, problems: [`${url}: ${failureWords(error, url)}`] };
  }
}

/** Whether the address is a channel of the source, for which it has rules. */
function hasRules(source: Source, url: string): boolean {
  return source.channels.some((channel) => channel.url === url) && rulesOf(source, url).length > 0;
}

/** How an address is previewed. */
export interface PreviewQuestion extends NamedSource, Pick<SectionsChoice, 'sections'> {
  readonly allowPrivate: readonly string[];
}

/**
 * What stands at an address, read as the source says that is named, else as the one to which it belongs where it is
 * one of ours, and the channels of its publisher. A front page, or one that is no article, shows the articles of its
 * best channel. Of private addresses it asks those named alone. Refuses with bad-address and unknown-source.
 */
export async function previewAddress(
  ports: AskingPorts &
    DiscoveringPorts & {
      readonly folder?: { sources(): readonly Source[] };
      /** Values that headers of these refer to. */
      readonly secrets?: Secrets;
    },
  text: string,
  { allowPrivate, sections, ...named }: PreviewQuestion,
): Promise<Preview> {
  const url = wholeAddress(text);
  const as = namedSource(ports.folder, named);
  const sources = as === undefined ? (ports.folder?.sources() ?? []) : [as];
  const wishes = { allowPrivate, articles: mostArticles, sources, as, secrets: ports.secrets };
  const first = await preview(ports, url, wishes);
  const requestOf = async (address: string) => {
    const source = as ?? sourceOfAddress(address, sources);
    return source === undefined ? {} : typedRequest(source, ports.secrets ?? {}, address);
  };
  const found = await discover(ports, url, { allowPrivate, requestOf, sections });
  const { candidates, home } = found;
  const best = candidates.find(({ entries, isComments }) => entries > 0 && !isComments);
  const isArticle = first.kind !== 'page' || (first.articles.length > 0 && !isFrontPage(first.url));
  const shown = isArticle || best === undefined ? first : await previewChannel(ports, best, wishes);
  const useful = worthAdding(candidates, home);
  const offered = candidates.map((candidate) => {
    const { kind, url: address, title, entries, hasContent, hub, foundBy, section } = candidate;
    const coverage =
      candidate.coverage === undefined
        ? undefined
        : { ...candidate.coverage, says: coverageWords(candidate.coverage) };
    const adds =
      candidate.adds === undefined ? undefined : { ...candidate.adds, says: additionWords(candidate.adds) };
    const isUseful = useful.includes(candidate);
    const facts = { kind, url: address, title, entries, hasContent, hub, foundBy };
    return { ...facts, section, coverage, adds, isUseful };
  });
  const owners = sources.filter((source) => hasRules(source, url));
  const rules = await Promise.all(
    owners.map((source) => previewRules(ports, { ...source, allowPrivate: [...allowPrivate] }, url)),
  );
  return {
    ...shown,
    feedUrl: shown.feedUrl ?? candidates.find(({ kind }) => kind !== 'list')?.url,
    candidates: offered,
    sections: found.sections,
    ...(owners.length === 0 ? {} : { rules: rules.flat() }),
  };
}
