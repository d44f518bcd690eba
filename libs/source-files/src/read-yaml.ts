import { Composer, type CST, Lexer, Parser, type Document, type LineCounter } from 'yaml';

/** A file of YAML, or the place and the reason why it is not read. */
export type YamlReading =
  | { readonly document: Document }
  | { readonly offset: number; readonly message: string };

/**
 * Far beyond any source file; a reader that goes deeper calls itself as often, and files of a megabyte that
 * use the rest take minutes.
 */
const most = { depth: 40, pieces: 100_000, keys: 1_000, marks: 200 };

/** Reads YAML within bounds of size and depth; syntax errors are in the document. */
export function readYaml(text: string, lines: LineCounter): YamlReading {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  let pieces = 0;
  let marks = 0;
  for (const piece of new Lexer().lex(text)) {
    tokens.push(...parser.next(piece));
    pieces += 1;
    if (piece.startsWith('&') || piece.startsWith('!') || piece.startsWith('*')) marks += 1;
    const top = parser.stack.at(-1);
    const tooMany =
      pieces > most.pieces
        ? `holds more than ${most.pieces} pieces`
        : marks > most.marks
          ? `holds more than ${most.marks} anchors, aliases and tags`
          : parser.stack.length > most.depth
            ? `is nested deeper than ${most.depth / 2} levels`
            : (top?.type === 'block-map' || top?.type === 'flow-collection') && top.items.length > most.keys
              ? `holds a map with more than ${most.keys} keys`
              : undefined;
    if (tooMany !== undefined) return { offset: parser.offset, message: `${tooMany}, which no source needs` };
  }
  tokens.push(...parser.end());
  const [document, second] = new Composer({
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    strict: true,
    // What is odd in a file is told with its place, not by the process.
    logLevel: 'error',
  }).compose(tokens, true, text.length);
  if (document === undefined) return { offset: 0, message: 'is empty' };
  return second === undefined
    ? { document }
    : { offset: second.range[0], message: 'a second document begins here; one file holds one source' };
}
