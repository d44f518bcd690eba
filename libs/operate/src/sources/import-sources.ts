import { Source, withoutDefaults, type SourceInput } from '@newsmill/contracts';
import type { OpmlFeed } from '@newsmill/fetch';
import { blockedReason, hostAndPort, urlKey } from '@newsmill/text';
import { sourceIdOf } from './write-source.ts';

export interface ImportPlan {
  readonly sources: readonly SourceInput[];
  /** Addresses that a source has already, or that the file names twice. */
  readonly known: readonly string[];
  /** Feeds that cannot become a source, with the reason. */
  readonly refused: readonly { readonly address: string; readonly reason: string }[];
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * An id that is free: of the host; with the title behind it where several feeds share the host; with a number
 * at last.
 */
export function freeId(
  feed: Pick<OpmlFeed, 'title' | 'xmlUrl'>,
  taken: { has(id: string): boolean },
): string {
  const host = URL.canParse(feed.xmlUrl) ? sourceIdOf(feed.xmlUrl) : 'source';
  const titled = `${host}-${slug(feed.title ?? '')}`.slice(0, 60).replace(/-$/, '');
  const free = [host, titled].find((id) => !taken.has(id));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.has(`${titled.slice(0, 56)}-${number}`)) number += 1;
  return `${titled.slice(0, 56)}-${number}`;
}

function tagsOf(category: string | undefined): string[] {
  return [
    ...new Set(
      (category ?? '')
        .split(/[,/]/)
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    ),
  ];
}

/** By which addresses are the same. */
export function addressKey(url: string): string {
  return urlKey(url) ?? url;
}

/** Keys of the addresses of all channels. */
export function addressesOf(sources: readonly Source[]): Set<string> {
  return new Set(sources.flatMap(({ channels }) => channels.map(({ url }) => addressKey(url))));
}

/**
 * What an OPML file adds to the sources: one source for each feed that none of them has. `taken`: further
 * names that no new source may have.
 */
export function planImport(
  feeds: readonly OpmlFeed[],
  existing: readonly Source[],
  taken: readonly string[] = [],
): ImportPlan {
  const ids = new Set([...existing.map(({ id }) => id), ...taken]);
  const addresses = addressesOf(existing);
  const sources: SourceInput[] = [];
  const known: string[] = [];
  const refused: { address: string; reason: string }[] = [];
  for (const feed of feeds) {
    const address = feed.xmlUrl.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'https:');
    if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
      refused.push({ address: feed.xmlUrl, reason: 'not an http or https address' });
      continue;
    }
    const blocked = blockedReason(new URL(address));
    if (blocked !== undefined) {
      const pair = hostAndPort(new URL(address));
      refused.push({
        address,
        reason: `${blocked}; a source file of its own may name it, with allowPrivate: ['${pair}']`,
      });
      continue;
    }
    if (addresses.has(addressKey(address))) {
      known.push(address);
      continue;
    }
    const input: SourceInput = {
      id: freeId({ ...feed, xmlUrl: address }, ids),
      name: (feed.title ?? new URL(address).host).slice(0, 200),
      channels: [{ kind: 'feed', url: address }],
      tags: tagsOf(feed.category),
    };
    const checked = Source.safeParse(input);
    if (!checked.success) {
      refused.push({
        address,
        reason: checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
      });
      continue;
    }
    ids.add(input.id);
    addresses.add(addressKey(address));
    sources.push(input);
  }
  return { sources, known, refused };
}

/**
 * What a table adds to the sources: those with an id and channels that no source has. `taken` as above; ids
 * alone make no source known.
 */
export function planTable(
  read: readonly Source[],
  existing: readonly Source[],
  taken: readonly string[] = [],
): ImportPlan {
  const ids = new Set([...existing.map(({ id }) => id), ...taken]);
  const addresses = addressesOf(existing);
  const isKnown = ({ channels }: Source) => channels.every(({ url }) => addresses.has(addressKey(url)));
  const fresh = read.filter((source) => !isKnown(source));
  const addressOf = ({ channels }: Source) => channels[0]?.url ?? '';
  return {
    sources: fresh.filter(({ id }) => !ids.has(id)).map(withoutDefaults),
    known: read.filter(isKnown).map(addressOf),
    refused: fresh
      .filter(({ id }) => ids.has(id))
      .map((source) => ({
        address: addressOf(source),
        reason: `the id ${source.id} is that of another source; give this one another id, or add its channels to that file`,
      })),
  };
}

/** The feeds of the sources, for other readers; channels that are no feeds are not theirs. */
export function feedsOf(sources: readonly Source[]): OpmlFeed[] {
  return sources.flatMap(({ name, channels, tags }) =>
    channels
      .filter(({ kind }) => kind === 'feed')
      .map(({ url }) => ({
        title: name,
        xmlUrl: url,
        ...(tags.length === 0 ? {} : { category: tags.join(',') }),
      })),
  );
}
