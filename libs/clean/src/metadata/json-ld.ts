/** An object of a page's structured data; nothing is known of its fields until they are looked at. */
export type LinkedObject = Readonly<Record<string, unknown>>;

const longestScript = 2_000_000;
const mostObjects = 3_000;

/**
 * Every object of the structured data of a page, parents before children. Broken JSON is repaired as far as
 * it can be.
 */
export function readLinkedData(scripts: readonly string[]): LinkedObject[] {
  const objects: LinkedObject[] = [];
  for (const script of scripts) if (script.length <= longestScript) collect(parseLoosely(script), objects, 0);
  return objects;
}

function collect(value: unknown, into: LinkedObject[], depth: number): void {
  if (depth > 8 || into.length >= mostObjects || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const member of value) collect(member, into, depth + 1);
    return;
  }
  const object = value as LinkedObject; // an object that is no array
  into.push(object);
  for (const key in object) collect(object[key], into, depth + 1);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Parses JSON as pages write it: comments, CDATA marks, raw line breaks in strings, trailing commas, a
 * semicolon behind; at last field by field.
 */
function parseLoosely(script: string): unknown {
  const plain = parse(script);
  if (plain !== undefined) return plain;
  let text = script
    .replace(
      /^\s*(?:\/\*\s*)?(?:\/\/\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?(?:\/\/\s*)?\]\]>(?:\s*\*\/)?\s*$/g,
      '',
    )
    .replace(/^\s*<!--|-->\s*$/g, '')
    .trim()
    .replace(/(?<!;);+$/, '');
  if (/^[[{]\s*&quot;/.test(text)) text = text.replaceAll('&quot;', '"');
  const spaced = text.replace(/[\u0000-\u001f]+/g, ' ');
  const mended = spaced
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/\\'/g, "'")
    .replace(/\\([^"\\/bfnrtu])/g, '$1');
  return (
    parse(spaced) ?? parse(mended) ?? parse(`[${mended.replace(/}\s*{/g, '},{')}]`) ?? readFields(mended)
  );
}

const field =
  /"(headline|name|alternativeHeadline|datePublished|dateModified|dateCreated|uploadDate|description|articleSection|@type|articleBody)"\s*:\s*"((?:[^"\\]|\\.)*)"/g;

/** The plain text fields of JSON that is broken beyond repair, as one object; undefined when it has none. */
function readFields(text: string): LinkedObject | undefined {
  const object: Record<string, unknown> = {};
  for (const match of text.matchAll(field)) {
    const [, key, value] = match;
    if (key !== undefined && !(key in object)) object[key] = parse(`"${value ?? ''}"`) ?? value;
  }
  const author = /"author"\s*:\s*(?:\[\s*)?(?:\{[^{}]*?"name"\s*:\s*)?"((?:[^"\\]|\\.)*)"/.exec(text);
  if (author?.[1] !== undefined) object['author'] = author[1];
  return Object.keys(object).length === 0 ? undefined : object;
}

/** The types of an object, such as `NewsArticle`. */
export function typesOf(object: LinkedObject): string[] {
  const type = object['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === 'string');
}

const articleType = /(?:Article|Posting|Report|Recipe|Review|Story|Obituary)$/i;
export function isArticleObject(object: LinkedObject): boolean {
  return typesOf(object).some((type) => articleType.test(type) && type !== 'DiscussionForumPosting');
}

/** A field when it is a text that is not empty. */
export function textField(object: LinkedObject, name: string): string | undefined {
  const value = object[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  return Array.isArray(value) && typeof value[0] === 'string' && value[0].trim() !== ''
    ? value[0]
    : undefined;
}
