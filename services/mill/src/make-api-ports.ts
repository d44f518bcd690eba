import { relative } from 'node:path';
import { Source } from '@newsmill/contracts';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import type { RolePorts } from '@newsmill/runtime';
import { ApiProblem, type AddSourceInput, type AddedSource, type ApiPorts } from '@newsmill/service-api';
import type { SourceFolder } from '@newsmill/service-fetch';
import { sourceOfPreview } from './commands/sources-add.ts';
import { replayDeadLetters } from './dead-letters.ts';
import { previewUrl, type Preview } from './preview-url.ts';
import { SourceExists, writeSource } from './write-source.ts';

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
      return first.kind === 'page' && first.articles.length === 0 && first.feedUrl !== undefined ? await previewUrl(http, first.feedUrl, options) : first;
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      return { kind: 'page', url, feeds: [], entries: 0, articles: [], problems: [`${url}: ${error.message}`] };
    }
  }
  async function addSource(input: AddSourceInput): Promise<AddedSource> {
    const found = await preview(input.url, 1);
    const feed = found.kind === 'feed' ? found : found.feedUrl === undefined ? undefined : await preview(found.feedUrl, 1);
    if (feed?.feedUrl === undefined || feed.kind !== 'feed') throw new ApiProblem('bad-address', `there is no feed at ${input.url}: ${[...found.problems, 'the page links to none'].join('; ')}`);
    const source = sourceOfPreview(feed, feed.feedUrl, { id: input.id, name: input.name, allowPrivate: [] });
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
    bus: ports.bus,
    now: ports.now,
    version,
    sources: folder.sources,
    sourceProblems: folder.problems,
    preview: (url) => preview(url),
    addSource: canAddSources ? addSource : undefined,
    replay: (ids) => replayDeadLetters(ports, { ids }, ports.now()),
    adminKey: key,
    openReads: ports.settings.openReads,
    hosts: ports.settings.allowedHosts,
  };
}
