import { parseSync, Visitor } from 'rolldown/utils';

const foreign = /[^\0-\x7F]/;
const eachForeign = /[^\0-\x7F]/g;

/** `\uXXXX` for each code unit: means the same in strings, templates, expressions and names. */
const escaped = (text) =>
  text.replace(eachForeign, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function read(code) {
  const result = parseSync('bundle.js', code);
  if (result.errors.length > 0)
    throw new Error(`a file of the bundle cannot be read: ${result.errors[0].message}`);
  return result;
}

/** The parts of `String.raw` templates, where an escape is no escape: as [start, end], in their order. */
function rawParts(code) {
  const parts = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (code.slice(tag.start, tag.end) !== 'String.raw') return;
      for (const { value, start, end } of quasi.quasis) if (foreign.test(value.raw)) parts.push([start, end]);
    },
  }).visit(read(code).program);
  return parts.sort(([a], [b]) => a - b);
}

/**
 * The same code in ASCII alone. V8 keeps the text of a module in each thread that has loaded it, and with a single
 * letter beyond Latin-1 all of it takes two bytes a sign; what is ASCII is also read without being decoded.
 */
export function inAscii(code) {
  if (!foreign.test(code)) return code;
  const [behind] = /\\[^\0-\x7F].{0,40}/.exec(code) ?? [];
  if (behind !== undefined)
    throw new Error(`a backslash before a letter beyond ASCII; say it without: ${behind}`);
  let text = '';
  let from = 0;
  for (const [start, end] of code.includes('String.raw') ? rawParts(code) : []) {
    text += escaped(code.slice(from, start));
    text += code.slice(start, end).replace(/[^\0-\x7F]+/g, (letters) => `\${"${escaped(letters)}"}`);
    from = end;
  }
  text += escaped(code.slice(from));
  // A letter beyond the basic plane is no letter of a name any more.
  read(text);
  return text;
}
