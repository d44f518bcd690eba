import type { estypes } from '@elastic/elasticsearch';
import { deleteUpTo, put, refuseOthers, type BulkAction } from './elastic-bulk.ts';
import { heirSince, linkVersion, type ElasticWriter, type WriterParts } from './elastic-writer.ts';
import { storedJson, writtenDocument } from './elastic-document.ts';
import { everyVersion, type ArticleLink } from './library.ts';
import { withOriginal } from './living-original.ts';

/** Copies of one article that are given another original at a time. */
const mostCopies = 1_000;

interface StoredLink {
  readonly version: number;
  readonly link: ArticleLink;
}

/** Takes articles down for good, and back: no version of them comes in until they are lifted, and their copies go on without them. */
export class ElasticTakeDown {
  readonly #parts: WriterParts;
  readonly #writer: ElasticWriter;

  constructor(parts: WriterParts, writer: ElasticWriter) {
    this.#parts = parts;
    this.#writer = writer;
  }

  async takeDown(ids: readonly string[]): Promise<void> {
    await this.#writer.remove(ids.map((id) => ({ id, version: everyVersion, reason: 'taken-down' })));
    for (const id of ids) while ((await this.#promote(id)) === mostCopies);
  }

  async lift(ids: readonly string[]): Promise<void> {
    const { names, places } = this.#parts;
    const marks = await places.marksOf(ids);
    const lifted = ids.filter((id) => marks.get(id)?.buried === everyVersion);
    await this.#send(lifted.map((id) => deleteUpTo({ index: names.tombstones, id }, everyVersion)));
  }

  /** Makes the first copy of an article that is gone the original of the others. Answers how many copies there were. */
  async #promote(id: string): Promise<number> {
    const { names, places } = this.#parts;
    const copies = await this.#copiesOf(id);
    if (copies.length === 0) return 0;
    const articles = await places.read(await places.placesOf(copies.map(({ link }) => link.id)));
    const own = (await places.marksOf([id])).get(id)?.link;
    const first = articles.toSorted(
      (a, b) => a.document.published.localeCompare(b.document.published) || (a.id < b.id ? -1 : 1),
    )[0];
    const heir = own?.duplicateOf ?? first?.id ?? copies[0]?.link.id ?? id;
    const links: BulkAction[] = copies.map(({ version, link }) =>
      link.id === heir
        ? deleteUpTo({ index: names.links, id: heir }, version)
        : put(
            { index: names.links, id: link.id },
            { version, type: 'external_gte' },
            JSON.stringify({ ...link, duplicateOf: heir }),
          ),
    );
    const place: ArticleLink = { id, duplicateOf: heir, since: heirSince, similarity: 1 };
    if (own === undefined)
      links.push(
        put(
          { index: names.links, id },
          { version: linkVersion(place), type: 'external' },
          JSON.stringify(place),
        ),
      );
    await this.#send(links);
    const heirs = articles.filter((article) => article.id === heir);
    await this.#send(
      heirs.map(({ index, version, document }) =>
        put(
          { index, id: heir },
          { version, type: 'external_gte' },
          storedJson(withOriginal(writtenDocument(document), heir), undefined, Date.now()),
        ),
      ),
    );
    await this.#writer.mendArticles(copies.map(({ link }) => link.id));
    return copies.length;
  }

  async #copiesOf(id: string): Promise<StoredLink[]> {
    const { connection, names } = this.#parts;
    await connection.client.indices.refresh({ index: names.links });
    const request: estypes.SearchRequest = {
      index: names.links,
      query: { bool: { filter: [{ term: { duplicateOf: { value: id } } }] } },
      size: mostCopies,
      version: true,
      track_total_hits: false,
    };
    const { hits } = await connection.client.search<ArticleLink>(request);
    return hits.hits.flatMap(({ _version: version = 0, _source: link }) =>
      link === undefined ? [] : [{ version, link }],
    );
  }

  async #send(actions: readonly BulkAction[]): Promise<void> {
    if (actions.length === 0) return;
    for (const answer of await this.#parts.sender.send(actions)) refuseOthers(answer, this.#parts.connection);
  }
}
