import type { FetchedPage, SourceInput } from '@newsmill/contracts';
import { worthAdding, type ChannelCandidate } from '@newsmill/fetch';
import { wholeAddress } from '../inputs/whole-address.ts';
import type { FolderPorts } from '../mill-ports.ts';
import { Refusal } from '../refusal.ts';
import { domainsOfSource } from './domains-of-source.ts';
import { discover, previewChannel, type AskingPorts, type DiscoveringPorts } from './preview-address.ts';
import { ownDirectory } from './source-files.ts';
import { sourceIdOf } from './write-source.ts';
import { writeWithTest, type WrittenSource } from './write-with-test.ts';

export interface AddSourceInput {
  readonly url: string;
  readonly id?: string;
  readonly name?: string;
  /** Add every channel worth reading, not only the best one. */
  readonly all?: boolean;
  /** So many section pages are looked at; without it a few, where they are needed. */
  readonly sections?: number | undefined;
  /** Private host:port pairs that may be asked, now and by the source. */
  readonly allowPrivate: readonly string[];
}

/**
 * The source that candidates make: of the first alone, or of all of them. `asked`: the address by which they
 * were found.
 */
export function sourceOfCandidates(
  candidates: readonly [ChannelCandidate, ...ChannelCandidate[]],
  options: Omit<AddSourceInput, 'url' | 'all' | 'sections'> & { readonly asked: string },
): SourceInput {
  const [best] = candidates;
  const told = candidates.find(({ title }) => title !== undefined)?.title;
  const domains = domainsOfSource(options.asked, candidates);
  const language = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.exec(
    candidates.find((candidate) => candidate.language !== undefined)?.language ?? '',
  )?.[0];
  return {
    id: options.id ?? sourceIdOf(best.url),
    name: options.name ?? told?.slice(0, 200) ?? new URL(best.url).host,
    ...(language === undefined ? {} : { language }),
    channels: candidates.map(({ kind, url }) => ({ kind, url })),
    ...(domains.length === 0 ? {} : { domains }),
    ...(options.allowPrivate.length === 0 ? {} : { allowPrivate: [...options.allowPrivate] }),
  };
}

/** The candidates that are taken: the best, or all that are worth it. undefined when there is none. */
export function chooseChannels(
  {
    candidates,
    home,
  }: { readonly candidates: readonly ChannelCandidate[]; readonly home: readonly string[] },
  all: boolean,
): readonly [ChannelCandidate, ...ChannelCandidate[]] | undefined {
  const [best, ...others] = all ? worthAdding(candidates, home) : candidates.slice(0, 1);
  return best === undefined ? undefined : [best, ...others];
}

/**
 * Finds the channels of an address and writes the source of the best of them, or of all that are worth it,
 * with a recorded page as its first test.
 * Refuses with not-supported, bad-address and already-there.
 */
export async function addSource(
  ports: AskingPorts & DiscoveringPorts & FolderPorts,
  { url: text, id, name, all = false, sections, allowPrivate }: AddSourceInput,
): Promise<WrittenSource> {
  const directory = ownDirectory(ports);
  const url = wholeAddress(text);
  const found = await discover(ports, url, { allowPrivate, sections, isBestEnough: !all });
  const taken = chooseChannels(found, all);
  if (taken === undefined)
    throw new Refusal(
      'bad-address',
      `there is no feed, no sitemap and no list of articles at ${url}: ${found.problems.join('; ')}`,
    );
  const source = sourceOfCandidates(taken, { id, name, allowPrivate, asked: url });
  const pages: FetchedPage[] = [];
  await previewChannel(ports, taken[0], { allowPrivate, articles: 3, pages });
  return writeWithTest(ports.thread, directory, source, pages);
}
