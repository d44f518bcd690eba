import type { estypes } from '@elastic/elasticsearch';
import type { ArticleLink, Deletion } from '../../library.ts';
import { mostSteps } from '../../living-original.ts';
import { deleteUpTo, put } from './bulk.ts';
import type { ElasticMender } from './elastic-mender.ts';
import type { Families } from './elastic-places.ts';
import type { WriterParts } from './writer-parts.ts';

/**
 * Versions of links fall as `since` rises: of several links the server itself keeps that with the smallest.
 * The last eleven bits fall as the id of the original rises (ids are hexadecimal hashes), so that of equally
 * old ones all processes keep the same.
 */
function linkVersion({ since, duplicateOf }: ArticleLink): number {
  const rank = Number.parseInt(duplicateOf.slice(0, 3), 16) >> 1;
  return (
    (2 ** 42 - 1 - Math.min(Math.max(Math.trunc(since), 0), 2 ** 42 - 1)) * 2 ** 11 +
    (2 ** 11 - 1 - (rank & 0x7ff))
  );
}
/**
 * `since` of the link that names who takes the place of an article that was taken down: before all others.
 */
const heirSince = 0;
/** Above the version of every other link: a later heir takes the place of an earlier one. */
const heirVersion = Number.MAX_SAFE_INTEGER;
/** Ids that one search for copies names, and copies that it answers. */
const mostInOneSearch = 500;
const mostCopies = 1_000;

/** Writes which articles are copies of which, and who takes the place of one that is gone. */
export class ElasticLinks {
  readonly #parts: WriterParts;
  readonly #mender: ElasticMender;

  constructor(parts: WriterParts, mender: ElasticMender) {
    this.#parts = parts;
    this.#mender = mender;
  }

  async link(given: readonly ArticleLink[]): Promise<void> {
    const { names, places } = this.#parts;
    const originals = await places.familiesOf(given.map(({ duplicateOf }) => duplicateOf));
    // The first copy of an article that is gone takes its place.
    const heirs = new Map(
      given
        .flatMap(({ id, duplicateOf }) =>
          originals.isGone(duplicateOf) && originals.marks(duplicateOf)?.link === undefined
            ? [[duplicateOf, id] as const]
            : [],
        )
        .toReversed(),
    );
    await this.#nameHeirs(heirs);
    const links = given.map(
      ({ id, duplicateOf, since, similarity }): ArticleLink => ({ id, duplicateOf, since, similarity }),
    );
    await this.#mender.send(
      links.map((link) =>
        put(
          { index: names.links, id: link.id },
          { version: linkVersion(link), type: 'external' },
          JSON.stringify(link),
        ),
      ),
    );
    const ids = links.map(({ id }) => id);
    await this.#mender.mendArticles([...ids, ...(await this.#descendantsOf(ids))]);
  }

  /** Links from articles that are gone to those that stand for them. */
  async #nameHeirs(heirs: ReadonlyMap<string, string>): Promise<void> {
    const links = [...heirs].map(
      ([id, duplicateOf]): ArticleLink => ({ id, duplicateOf, since: heirSince, similarity: 1 }),
    );
    await this.#mender.send(
      links.map((link) =>
        put(
          { index: this.#parts.names.links, id: link.id },
          { version: heirVersion, type: 'external_gte' },
          JSON.stringify(link),
        ),
      ),
    );
  }

  /** Ids of all whose links lead to these articles, directly or by others. */
  async #descendantsOf(ids: readonly string[]): Promise<string[]> {
    const { connection, names } = this.#parts;
    const found = new Set<string>();
    let open = [...new Set(ids)];
    if (open.length > 0) await connection.client.indices.refresh({ index: names.links });
    for (let step = 0; open.length > 0 && step < mostSteps; step += 1) {
      const next: string[] = [];
      for (let from = 0; from < open.length; from += mostInOneSearch)
        next.push(...(await this.#copiesOf(open.slice(from, from + mostInOneSearch))));
      open = next.filter((id) => !found.has(id) && !ids.includes(id));
      for (const id of open) found.add(id);
    }
    return [...found];
  }

  async #copiesOf(ids: readonly string[]): Promise<string[]> {
    const { connection, names } = this.#parts;
    const copies: string[] = [];
    for (let after: estypes.SortResults | undefined; ; ) {
      const request: estypes.SearchRequest = {
        index: names.links,
        query: { bool: { filter: [{ terms: { duplicateOf: [...ids] } }] } },
        sort: [{ id: 'asc' }],
        size: mostCopies,
        search_after: after,
        track_total_hits: false,
      };
      const { hits } = await connection.client.search<ArticleLink>(request);
      copies.push(...hits.hits.flatMap(({ _source: link }) => link?.id ?? []));
      after = hits.hits.at(-1)?.sort;
      if (hits.hits.length < mostCopies || after === undefined) return copies;
    }
  }

  /** Articles that come back take their places again from those that had them. */
  async reclaimPlaces(ids: readonly string[], before: Families): Promise<void> {
    const { names } = this.#parts;
    const held = ids.flatMap((id) => before.marks(id)?.link ?? []).filter(({ since }) => since === heirSince);
    await this.#mender.send(held.map((link) => deleteUpTo({ index: names.links, id: link.id }, heirVersion)));
    if (ids.length > 0) await this.#mender.mendArticles(await this.#descendantsOf(ids));
  }

  /** Names the heirs of articles that are gone: the given ones, or else the first of their copies. */
  async promoteCopies(entries: readonly Deletion[]): Promise<void> {
    const { places } = this.#parts;
    const copies = await this.#descendantsOf(entries.map(({ id }) => id));
    if (copies.length === 0 && entries.every(({ heir }) => heir === undefined)) return;
    const families = await places.familiesOf([...entries.map(({ id }) => id), ...copies]);
    const published = new Map(
      (await places.read(await places.placesOf(copies))).map(({ id, document }) => [
        id,
        Date.parse(document.published),
      ]),
    );
    // Those that are not there come last.
    const at = (id: string): number => published.get(id) ?? Number.MAX_SAFE_INTEGER;
    const order = copies.toSorted((a, b) => at(a) - at(b) || (a < b ? -1 : 1));
    const heirs = new Map<string, string>();
    for (const { id, heir: named } of entries) {
      if (!families.isGone(id)) continue;
      const own = families.marks(id)?.link;
      const head = own === undefined ? id : families.headOf(id, own.duplicateOf);
      if (head !== id && !families.isGone(head)) continue;
      const heir = named ?? order.find((copy) => families.leadsTo(copy, id));
      if (heir !== undefined && heir !== id) heirs.set(id, heir);
    }
    await this.#nameHeirs(heirs);
    await this.#mender.mendArticles([...copies, ...heirs.values()]);
  }
}
