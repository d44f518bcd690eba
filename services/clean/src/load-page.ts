import { accept, reject, type FetchedPage, type Outcome } from '@newsmill/contracts';
import type { LoadPorts } from '@newsmill/runtime';

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
  const body = passing?.take(page.archive) ?? (await archive.get(page.archive))?.body;
  if (body === undefined) return reject('body-missing', `${page.archive.file} at ${page.archive.offset}`);
  return accept({ ...page, body });
}

/**
 * The further pages of an article; where one is no longer in the archive, or there are too many bytes, the
 * article ends before it.
 */
async function withFollowing(
  page: FetchedPage,
  following: NonNullable<FetchedPage['following']>,
  { archive }: LoadPorts,
): Promise<FetchedPage> {
  const bodies: Uint8Array[] = [];
  let bytes = 0;
  for (const { archive: place } of following) {
    const body = (await archive.get(place))?.body;
    bytes += body?.byteLength ?? 0;
    if (body === undefined || bytes > mostFollowingBytes) break;
    bodies.push(body);
  }
  return {
    ...page,
    following: following.slice(0, bodies.length),
    followingBodies: bodies,
    ...(bodies.length === following.length ? {} : { isUnfinished: true }),
  };
}
