import { isDeepStrictEqual } from 'node:util';
import { readRecipes } from '../../services/api/src/testing/read-recipes.ts';
import type { Place } from './open-place.ts';
import type { Block } from './read-documents.ts';
import type { Trial } from './try-shell.ts';

/** Whether all that `part` says stands in `whole`. */
function holds(whole: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return isDeepStrictEqual(whole, part);
  return (
    typeof whole === 'object' &&
    whole !== null &&
    Object.entries(part).every(([key, value]) => holds(Reflect.get(whole, key), value))
  );
}

/** Id of an article of the place, for which `ID` stands. */
async function someArticle({ address }: Place): Promise<string> {
  const answer = await fetch(new URL('/api/v1/search?limit=1', address));
  const found: { readonly items: readonly { readonly id: string }[] } = JSON.parse(await answer.text());
  return found.items[0]?.id ?? 'ID';
}

/**
 * Tries a block of a request, and of its answer where one stands below a status line. A question to
 * Elasticsearch is one of the cookbook, whose own test asks it.
 */
export async function tryHttp(block: Block, place: Place): Promise<Trial> {
  const [request = '', answer] = block.text.split(/\n\n(?=HTTP\/1\.1 )/);
  const [first = '', ...body] = request.split('\n');
  const [method = '', written = ''] = first.split(' ');
  const path = /\/articles\/ID\b/.test(written)
    ? written.replace(/\bID\b/, await someArticle(place))
    : written;
  if (path.endsWith('/_search')) {
    const asked: unknown = JSON.parse(body.join('\n'));
    if (!readRecipes().some(({ dsl }) => isDeepStrictEqual(dsl, asked)))
      throw new Error('no recipe of the cookbook asks this');
    return 'parsed';
  }
  const got = await fetch(new URL(path, place.address), { method });
  const [, status = '200', shown] = /^HTTP\/1\.1 (\d+)\n(.*)$/s.exec(answer ?? '') ?? [];
  if (got.status !== Number(status)) throw new Error(`it answers ${got.status} instead of ${status}`);
  const said: unknown = await got.json();
  if (shown !== undefined && !holds(said, JSON.parse(shown)))
    throw new Error(`it answers ${JSON.stringify(said)}`);
  return 'run';
}
