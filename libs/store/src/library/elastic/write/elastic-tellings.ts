import { LibraryUnreachable, mostTellers, type Telling } from '../../library.ts';
import { add, refuseOthers } from './bulk.ts';
import type { ElasticMender } from './elastic-mender.ts';
import type { StoredTelling } from './elastic-places.ts';
import type { WriterParts } from './writer-parts.ts';

/** So often a telling is sent again that others change at the same time. */
const mostTries = 10;

/**
 * Writes which sources told of which items. An entry of an item, or of an article, has its sources as the keys
 * of an object, to which the server itself adds: several writers take nothing from each other. Whoever adds
 * to the entry of an item reads it after, and hands on what it holds to the article to which the item leads; so
 * the later of two who tell a source and the article sees the other.
 */
export class ElasticTellings {
  readonly #parts: WriterParts;
  readonly #mender: ElasticMender;

  constructor(parts: WriterParts, mender: ElasticMender) {
    this.#parts = parts;
    this.#mender = mender;
  }

  async tell(tellings: readonly Telling[]): Promise<void> {
    const { places } = this.#parts;
    const items = [...new Set(tellings.map(({ item }) => item))];
    const before = await places.marksOf(items);
    await this.#add(
      tellings.map(({ item, sources, articleId }) => ({
        id: item,
        sources: room(before.get(item)?.told ?? [], sources),
        leadsTo: articleId === item ? undefined : articleId,
      })),
    );
    const marks = await places.marksOf(items);
    const led = items.flatMap((item) => {
      const { told = [], leadsTo } = marks.get(item) ?? {};
      return leadsTo === undefined || told.length === 0 ? [] : [{ id: leadsTo, told }];
    });
    const there = await places.marksOf(led.map(({ id }) => id));
    await this.#add(led.map(({ id, told }) => ({ id, sources: room(there.get(id)?.told ?? [], told) })));
    const told = items.filter((item) => (marks.get(item)?.told ?? []).length > 0);
    if (told.length > 0) await this.#mender.mendArticles([...told, ...led.map(({ id }) => id)]);
  }

  async #add(
    entries: readonly {
      readonly id: string;
      readonly sources: readonly string[];
      readonly leadsTo?: string | undefined;
    }[],
  ): Promise<void> {
    const { connection, names, sender } = this.#parts;
    let open = entries
      .filter(({ sources, leadsTo }) => sources.length > 0 || leadsTo !== undefined)
      .map(({ id, sources, leadsTo }) => {
        const told: StoredTelling['sources'] = Object.fromEntries(sources.map((source) => [source, true]));
        return add({ index: names.tellings, id }, JSON.stringify({ id, sources: told, leadsTo }));
      });
    for (let tries = 0; open.length > 0; tries += 1) {
      if (tries === mostTries)
        throw new LibraryUnreachable(
          connection.address,
          `${open.length} tellings change faster than they can be added to`,
          'newsmill tries again',
        );
      const answers = await sender.send(open);
      for (const answer of answers) refuseOthers(answer, connection);
      open = open.filter((_, place) => answers[place]?.status === 409);
    }
  }
}

/** Those of the sources that are not among the known ones, as many as there is room for. */
function room(known: readonly string[], sources: readonly string[]): readonly string[] {
  return sources
    .filter((source) => !known.includes(source))
    .slice(0, Math.max(0, mostTellers - known.length));
}
