/**
 * Elements, handlers, encodings and places of text that runs where markup is not escaped; every combination
 * is one payload.
 */
// biome-ignore format: a table, read by its rows
const elements = [
  'script', 'img', 'svg', 'iframe', 'body', 'video', 'audio', 'details', 'input', 'form', 'a', 'object',
  'embed', 'math', 'style', 'link', 'meta', 'base', 'marquee', 'select', 'textarea', 'x-own',
];
// biome-ignore format: a table, read by its rows
const handlers = [
  'onerror', 'onload', 'onclick', 'onfocus', 'ontoggle', 'onmouseover', 'onanimationstart', 'onpointerenter',
  'onbegin', 'onscroll', 'href', 'src', 'xlink:href', 'formaction', 'action', 'srcdoc', 'style', 'data',
];
const call = 'window.ran=(window.ran||0)+1';

function attribute(handler: string): string {
  if (handler.startsWith('on')) return `${handler}="${call}"`;
  if (handler === 'srcdoc') return `srcdoc="<script>parent.ran=1</script>"`;
  if (handler === 'style') return 'style="background:url(javascript:alert(1));position:fixed;inset:0"';
  return `${handler}="javascript:${call}"`;
}

const references = (text: string, write: (code: number) => string): string =>
  text.replace(/[<>"'=:]/g, (character) => write(character.charCodeAt(0)));
const encodings: Record<string, (text: string) => string> = {
  plain: (text) => text,
  named: (text) =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;'),
  decimal: (text) => references(text, (code) => `&#${code};`),
  hexadecimal: (text) => references(text, (code) => `&#x${code.toString(16)};`),
  'without semicolons': (text) => references(text, (code) => `&#${String(code).padStart(7, '0')}`),
  twice: (text) => text.replace(/</g, '&amp;lt;').replace(/>/g, '&amp;gt;'),
  'odd case and zeros': (text) =>
    text
      .replace(/[a-z]/g, (letter, index: number) => (index % 2 === 0 ? letter.toUpperCase() : letter))
      .replace(/>/g, '\u0000>'),
};
const contexts: Record<string, (text: string) => string> = {
  text: (text) => text,
  'end of an attribute': (text) => `"'>${text}`,
  'end of raw text': (text) => `</title></style></textarea></script>-->]]>${text}`,
  'end of a block': (text) => `</p></li></td></blockquote></pre>${text}<p>`,
};

/** A payload and its place in the matrix. */
export interface Payload {
  readonly name: string;
  readonly text: string;
}

/** All payloads: every element with every handler, in every encoding and context. */
export function markupPayloads(): Payload[] {
  return elements.flatMap((element) =>
    handlers.flatMap((handler) =>
      Object.entries(encodings).flatMap(([encoding, encode]) =>
        Object.entries(contexts).map(([context, place]) => ({
          name: `${element} ${handler} ${encoding} ${context}`,
          text: encode(
            place(
              `<${element} ${attribute(handler)} autofocus open>${element === 'script' ? call : 'word'}</${element}>`,
            ),
          ),
        })),
      ),
    ),
  );
}
