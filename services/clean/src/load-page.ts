import { accept, reject, type ArchiveReference, type FetchedPage, type Outcome } from '@newsmill/contracts';
import type { StagePorts } from '@newsmill/runtime';
import { ArchiveDamaged } from '@newsmill/store';

/** Where pages lie. */
type LoadPorts = Pick<StagePorts, 'archive' | 'passing'>;

/**
 * An article of many pages ends where they have so many bytes together: they are in memory at the same time.
 */
const mostFollowingBytes = 20_000_000;

/**
 * A page that travels by reference lies in the archive; here its bytes come back, and those of the pages that
 * follow.
 */
export async function loadPage(page: FetchedPage, ports: LoadPorts): Promise<Outcome<FetchedPage>> {
  const outcome = await loadBody(page, ports);
  return outcome.kind === 'accept' && page.following !== undefined
    ? accept(await withFollowing(outcome.value, page.following, ports))
    : outcome;
}

async function loadBody(page: FetchedPage, { archive, passing }: LoadPorts): Promise<Outcome<FetchedPage>> {
  if (page.archive === undefined || page.body.byteLength > 0) return accept(page);
  const { file, offset } = page.archive;
  const body = passing?.take(page.archive) ?? (await readBody(archive, page.archive));
  if (body === undefined) return reject('body-missing', `${file} at ${offset}`);
  if (body === 'damaged') return reject('body-missing', `${file} at ${offset} is damaged`);
  return accept({ ...page, body });
}

/** What lies in the archive. Another try would find the same damage: it is an answer, no fault of the world. */
async function readBody(
  archive: LoadPorts['archive'],
  place: ArchiveReference,
): Promise<Uint8Array | 'damaged' | undefined> {
  try {
    return (await archive.get(place))?.body;
  } catch (error) {
    if (error instanceof ArchiveDamaged) return 'damaged';
    throw error;
  }
}

/**
 * The further pages of an article; where one is no longer in the archive, is damaged there, or there are too many
 * bytes, the article ends before it.
 */
async function withFollowing(
  page: FetchedPage,
  following: NonNullable<FetchedPage['following']>,
  { archive }: LoadPorts,
): Promise<FetchedPage> {
  const bodies: Uint8Array[] = [];
  let bytes = 0;
  for (const { archive: place } of following) {
    const body = await readBody(archive, place);
    if (body === undefined || body === 'damaged') break;
    bytes += body.byteLength;
    if (bytes > mostFollowingBytes) break;
    bodies.push(body);
  }
  return {
    ...page,
    following: following.slice(0, bodies.length),
    followingBodies: bodies,
    ...(bodies.length === following.length ? {} : { isUnfinished: true }),
  };
}
