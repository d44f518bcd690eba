import { Parser } from 'htmlparser2';

/** Texts of the elements of these names, in their order; other elements are passed over. */
export function readXmlTexts<N extends string>(
  xml: string,
  names: readonly N[],
): Partial<Record<N, string[]>> {
  const found: Partial<Record<N, string[]>> = {};
  let open: N | undefined;
  let text = '';
  const parser = new Parser(
    {
      onopentag(tag) {
        open = names.find((name) => name === tag);
        text = '';
      },
      ontext(piece) {
        text += piece;
      },
      onclosetag(tag) {
        if (open === tag) (found[open] ??= []).push(text);
        open = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return found;
}
