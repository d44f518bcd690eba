import { relative } from 'node:path';
import { Source } from '@newsmill/contracts';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import type { RolePorts } from '@newsmill/runtime';
import {
  ApiProblem,
  openSourceFiles,
  type AddSourceInput,
  type AddedSource,
  type ApiPorts,
  type TakedownReceipt,
  type Takedowns,
} from '@newsmill/service-api';
import { createHubCallback, type SourceFolder } from '@newsmill/service-fetch';
import { testWebhook } from './alerts/test-webhook.ts';
import { chosen, sourceOfCandidates } from './commands/sources-add.ts';
import { replayDeadLetters } from './dead-letters.ts';
import { discoverChannels, type Discovery } from './discover-channels.ts';
import { previewUrl, type Preview } from './preview-url.ts';
import { liftTakedown, takeDown, takedowns, UnknownArticle } from './take-down.ts';
import { SourceExists, writeSource } from './write-source.ts';

type PreviewCandidate = NonNullable<Awaited<ReturnType<ApiPorts['preview']>>['candidates']>[number];

/** What asks through the API waits no longer for further channels. */
const discoveryMs = 15_000;

export interface ApiPartners {
  readonly ports: RolePorts;
  readonly folder: SourceFolder;
  /** Whether source files may be written here. */
  readonly canAddSources: boolean;
  readonly key: string;
  readonly http: HttpClient;
  readonly version: string;
}

/** What the API may do, bound to this mill. Previews reach private addresses only where a configured source may. */
export function makeApiPorts({ ports, folder, canAddSources, key, http, version }: ApiPartners): ApiPorts {
  const allowPrivate = () => folder.sources().flatMap((source) => source.allowPrivate);
  async function preview(url: string, articles = 3): Promise<Preview> {
    const options = { allowPrivate: allowPrivate(), now: ports.now(), articles };
    try {
      const first = await previewUrl(http, url, options);
      return first.kind === 'page' && first.articles.length === 0 && first.feedUrl !== undefined
        ? await previewUrl(http, first.feedUrl, options)
        : first;
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      return {
        kind: 'page',
        url,
        feeds: [],
        entries: 0,
        articles: [],
        problems: [`${url}: ${error.message}`],
      };
    }
  }
  async function discover(url: string): Promise<Discovery> {
    try {
      return await discoverChannels(http, url, {
        allowPrivate: allowPrivate(),
        now: ports.now,
        limitMs: discoveryMs,
      });
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      return { candidates: [], problems: [`${url}: ${error.message}`] };
    }
  }
  /** What stands at an address, and the channels of its publisher. */
  async function previewWithChannels(
    url: string,
  ): Promise<Preview & { readonly candidates: readonly PreviewCandidate[] }> {
    const shown = await preview(url);
    const { candidates } = await discover(url);
    const offered = candidates.map(({ kind, url: address, title, entries, hasContent, hub, foundBy }) => ({
      kind,
      url: address,
      title,
      entries,
      hasContent,
      hub,
      foundBy,
    }));
    return { ...shown, feedUrl: shown.feedUrl ?? candidates[0]?.url, candidates: offered };
  }
  async function addSource(input: AddSourceInput): Promise<AddedSource> {
    const { candidates, problems } = await discover(input.url);
    const taken = chosen(candidates, input.all === true);
    if (taken === undefined)
      throw new ApiProblem(
        'bad-address',
        `there is no feed and no sitemap at ${input.url}: ${problems.join('; ')}`,
      );
    const source = sourceOfCandidates(taken, { id: input.id, name: input.name, allowPrivate: [] });
    try {
      const file = writeSource(folder.directory, source);
      return { source: Source.parse(source), file: relative(process.cwd(), file) };
    } catch (error) {
      if (!(error instanceof SourceExists)) throw error;
      throw new ApiProblem('already-there', error.message, [], { cause: error });
    }
  }
  return {
    library: ports.library,
    state: ports.state,
    registry: ports.registry,
    bus: ports.bus,
    now: ports.now,
    version,
    sources: folder.sources,
    sourceProblems: folder.problems,
    preview: previewWithChannels,
    addSource: canAddSources ? addSource : undefined,
    sourceFiles: canAddSources ? openSourceFiles(folder.directory) : undefined,
    rateLimit: ports.settings.rateLimit,
    mostSavedSearches: ports.settings.maxSavedSearches,
    eventStreams: ports.settings.eventStreams,
    testWebhook: (id) => testWebhook(ports.registry, http, id, ports.now()),
    replay: (ids) => replayDeadLetters(ports, { ids }, ports.now()),
    takedowns: takedownsOf(ports),
    hubCallback: ports.settings.publicUrl === undefined ? undefined : createHubCallback(ports),
    publicUrl: ports.settings.publicUrl,
    adminKey: key,
    openReads: ports.settings.openReads,
    vectors: ports.settings.vectors,
    agents: ports.settings.mcp,
    hosts: ports.settings.allowedHosts,
  };
}

/** Undefined instead of the error for an article that is none. */
async function ifKnown(work: Promise<TakedownReceipt>): Promise<TakedownReceipt | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnknownArticle) return undefined;
    throw error;
  }
}

function takedownsOf(ports: RolePorts): Takedowns {
  return {
    takeDown: (request) => ifKnown(takeDown(ports, request, ports.now())),
    lift: (request) => ifKnown(liftTakedown(ports, request, ports.now())),
    async list() {
      const all: TakedownReceipt[] = [];
      for await (const { value } of takedowns(ports.registry).all()) all.push(value);
      return all;
    },
  };
}
