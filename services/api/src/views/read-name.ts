import { factOf, type CountScope } from '@newsmill/contracts';
import { servedLibrary, type MillPorts } from '@newsmill/operate';
import { hiddenFrom } from '@newsmill/search';
import type { NameKind, NameView } from '@newsmill/service-console';
import { nameOfSource } from './name-of-source.ts';
import { readTops } from './read-tops.ts';
import { wholeTimeline } from './whole-timeline.ts';

const dayMs = 86_400_000;
const spans = {
  month: { ms: 30 * dayMs, interval: 'day' },
  year: { ms: 365 * dayMs, interval: 'week' },
} as const;
const articlesShown = 10;
/** One more than is shown, for the name itself is among them. */
const namesCounted = 11;

/** What is known of a name: when it was in the news, beside whom, and the newest articles. Errors of searches. */
export async function readName(
  ports: MillPorts,
  { kind, name, span }: Pick<NameView, 'name' | 'span'> & { readonly kind: NameKind },
): Promise<NameView> {
  const { ms, interval } = spans[span];
  const now = ports.now();
  const query = { kind: 'phrase', field: kind, text: name } as const;
  const window = { from: new Date(now - ms).toISOString(), to: new Date(now).toISOString() };
  const scope: CountScope = {
    query,
    ...window,
    withoutFlags: hiddenFrom(query),
  };
  const library = servedLibrary(ports, 'search');
  const [page, timeline, top] = await Promise.all([
    library.search({ query, sort: 'newest', limit: articlesShown, facets: [] }),
    ports.library.timeline({ ...scope, interval }),
    readTops(ports.library, scope, namesCounted),
  ]);
  const newest = page.items[0] === undefined ? undefined : await library.get(page.items[0].id);
  const entity = factOf(newest?.facts ?? [], 'entities')?.find(
    (one) => one.kind === kind && one.name.toLowerCase() === name.toLowerCase(),
  );
  return {
    kind,
    name,
    span,
    page,
    timeline: timeline.total === 0 ? timeline : wholeTimeline(timeline, window),
    top,
    entity,
    sourceName: nameOfSource(ports),
  };
}
