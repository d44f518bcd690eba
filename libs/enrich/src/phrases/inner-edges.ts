import type { Grammar } from './grammar-of.ts';
import type { Token } from './read-tokens.ts';

/** What tells of a token that a name goes on: before it, and behind it. */
export const goesOn = { before: 1, behind: 2 } as const;

/** Words of the longest quotation that is a name: of a film, a programme, a firm. */
const longestTitle = 6;

/** Part of a name; a capital where a sentence begins says so of what could be a noun alone. */
const isNamePart = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.word.isCapital &&
  token.word.isMatter &&
  (!token.isFirst || token.word.kind === undefined || token.word.kind === 'n');

/**
 * Of each token whether it is within a longer name, by `goesOn`: capitals beside it, also beyond a word that links
 * them, and the other words of a short quotation that begins with a capital.
 */
export function innerEdges(
  tokens: readonly Token[],
  { links, leads, determiners }: Pick<Grammar, 'links' | 'leads' | 'determiners'>,
): Uint8Array {
  const edges = new Uint8Array(tokens.length);
  const join = (before: number, behind: number): void => {
    edges[before] = (edges[before] ?? 0) | goesOn.behind;
    edges[behind] = (edges[behind] ?? 0) | goesOn.before;
  };
  let opened = -1;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.isJoined && token.word.isCapital) {
      const previous = tokens[at - 1];
      if (
        isNamePart(previous) ||
        (previous?.word.isCapital === true &&
          leads?.has(previous.word.key) === true &&
          !(previous.isFirst && determiners?.has(previous.word.key) === true))
      )
        join(at - 1, at);
      else if (
        previous?.isJoined === true &&
        links?.has(previous.word.key) === true &&
        isNamePart(tokens[at - 2])
      )
        join(at - 2, at);
    }
    if (token.isOpening) opened = token.word.isCapital ? at : -1;
    if (!token.isClosing || opened === -1) continue;
    if (at - opened < longestTitle)
      for (let inner = opened + 1; inner <= at; inner += 1) join(inner - 1, inner);
    opened = -1;
  }
  return edges;
}
