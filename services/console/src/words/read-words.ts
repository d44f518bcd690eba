/** What one reads in a text of the console. */
export type WordsPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `{name}`, or `{name:one|other}` with the forms that a number chooses from. */
  | { readonly kind: 'value'; readonly name: string; readonly forms: readonly string[] }
  /** `<name>` and `</name>`, around what a link or another element holds. */
  | { readonly kind: 'open' | 'close'; readonly name: string };

const token = /\{[^{}]*\}|<\/?[a-z]\w*>/;

function readToken(text: string): WordsPart {
  if (text.startsWith('{')) {
    const inner = text.slice(1, -1);
    const colon = inner.indexOf(':');
    if (colon < 0) return { kind: 'value', name: inner, forms: [] };
    return { kind: 'value', name: inner.slice(0, colon), forms: inner.slice(colon + 1).split('|') };
  }
  return text.startsWith('</')
    ? { kind: 'close', name: text.slice(2, -1) }
    : { kind: 'open', name: text.slice(1, -1) };
}

/** The parts of a text of the console, in their order. */
export function readWords(text: string): readonly WordsPart[] {
  const parts: WordsPart[] = [];
  let rest = text;
  for (let found = token.exec(rest); found !== null; found = token.exec(rest)) {
    if (found.index > 0) parts.push({ kind: 'text', text: rest.slice(0, found.index) });
    parts.push(readToken(found[0]));
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest !== '') parts.push({ kind: 'text', text: rest });
  return parts;
}
