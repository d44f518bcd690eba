const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** What XML 1.0 (Char) does not allow, not even escaped; halves of surrogate pairs became U+FFFD before. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function xmlText(value: string): string {
  return value
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>]/g, (character) => escapes[character] ?? character);
}

function xmlAttribute(value: string): string {
  return value
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>"\n\r\t]/g, (character) => escapes[character] ?? character);
}

/**
 * An element in a line of its own. Attributes without a value are left out; so is an element without content
 * and attributes.
 */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content?: string | readonly string[],
): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlAttribute(value)}"`],
  );
  if (content === undefined) return given.length === 0 ? '' : `<${name}${given.join('')}/>`;
  if (typeof content === 'string') return `<${name}${given.join('')}>${xmlText(content)}</${name}>`;
  return [
    `<${name}${given.join('')}>`,
    ...content.filter((part) => part !== '').map((part) => part.replace(/^(?=<)/gm, '  ')),
    `</${name}>`,
  ].join('\n');
}

/** An element with text, where there is some. */
export function xmlLeaf(name: string, text: string | undefined): string {
  return text === undefined ? '' : xmlElement(name, {}, text);
}

export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
