import { Parser } from 'htmlparser2';

/** Answers of S3 are four elements deep; the parser takes a time that grows with the square of the depth. */
const deepest = 32;

type Texts<N extends string> = Partial<Record<N, string[]>>;

class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

function readElements<N extends string>(
  xml: string,
  names: readonly N[],
  onEnd: (tag: string, depth: number) => void,
): Texts<N> {
  const found: Texts<N> = {};
  let open: N | undefined;
  let text = '';
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(tag) {
        depth += 1;
        if (depth > deepest) throw new TooDeep(`more than ${deepest} elements within each other`);
        open = names.find((name) => name === tag);
        text = '';
      },
      ontext(piece) {
        text += piece;
      },
      onclosetag(tag, isImplied) {
        depth -= 1;
        if (open === tag && !isImplied) (found[open] ??= []).push(text);
        open = undefined;
        if (!isImplied) onEnd(tag, depth);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  try {
    parser.end(xml);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return {};
  }
  return found;
}

/** Texts of the elements of these names, in their order; other elements are passed over. */
export function readXmlTexts<N extends string>(xml: string, names: readonly N[]): Texts<N> {
  return readElements(xml, names, () => undefined);
}

/** The same of a document that is one element `root`; undefined where it is another, or not whole. */
export function readXmlDocument<N extends string>(
  xml: string,
  root: string,
  names: readonly N[],
): Texts<N> | undefined {
  let isWhole = false;
  const found = readElements(xml, names, (tag, depth) => {
    if (depth === 0) isWhole = tag === root;
  });
  return isWhole ? found : undefined;
}
