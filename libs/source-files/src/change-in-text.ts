import { isDeepStrictEqual } from 'node:util';
import { Source, type SourceInput } from '@newsmill/contracts';
import { isMap, isScalar, isSeq, Pair, parseDocument, Scalar, visit, type Document, type Node } from 'yaml';

type Wanted = Readonly<Record<string, unknown>>;

function isWanted(value: unknown): value is Wanted {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A node of its own for a value, with the comments of the one that it stands for. */
function nodeFor(document: Document, value: unknown, instead: unknown): Node {
  const node: Node = document.createNode(value);
  if (!isScalar(instead) && !isMap(instead) && !isSeq(instead)) return node;
  if (typeof instead.commentBefore === 'string') node.commentBefore = instead.commentBefore;
  if (typeof instead.comment === 'string') node.comment = instead.comment;
  if (instead.spaceBefore === true) node.spaceBefore = true;
  return node;
}

/** What tells one entry of a list from the others, where it is a map. */
function nameOf(value: unknown): unknown {
  return isWanted(value) ? (value['url'] ?? value['id'] ?? value['name']) : value;
}

/** The list in the order that is wanted, each entry from the one that it was, comments and all. */
function mergeList(document: Document, items: readonly unknown[], wanted: readonly unknown[]): unknown[] {
  const left = items.map((item): { readonly item: unknown; readonly value: unknown } => ({
    item,
    value: isNode(item) ? item.toJS(document) : item,
  }));
  const take = (fits: (value: unknown) => boolean) => {
    const at = left.findIndex(({ value }) => fits(value));
    return at === -1 ? undefined : left.splice(at, 1)[0]?.item;
  };
  return wanted.map((value) => {
    const same = take((one) => isDeepStrictEqual(one, value)) ?? take((one) => nameOf(one) === nameOf(value));
    return same === undefined ? document.createNode(value) : merged(document, same, value);
  });
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value);
}

/** The node with another value; what is in both stays as it is written. */
function merged(document: Document, node: unknown, value: unknown): unknown {
  if (isNode(node) && isDeepStrictEqual(node.toJS(document), value)) return node;
  if (isMap(node) && isWanted(value)) {
    const wanted = new Map(Object.entries(value).filter(([, one]) => one !== undefined));
    node.items = node.items.filter(({ key }) => wanted.has(String(isScalar(key) ? key.value : key)));
    for (const [key, one] of wanted) node.set(key, merged(document, node.get(key, true), one));
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    node.items = mergeList(document, node.items, value);
    return node;
  }
  if (isScalar(node) && !isWanted(value) && !Array.isArray(value)) {
    node.value = value;
    return node;
  }
  return nodeFor(document, value, node);
}

/** A field with its meaning as a comment, as in a file that is written anew. */
function newField(document: Document, key: keyof Source, value: unknown): Pair<Scalar, Node> {
  const field = new Scalar<unknown>(key);
  const meaning = Source.shape[key].description;
  if (meaning !== undefined) field.commentBefore = ` ${meaning}`;
  field.spaceBefore = true;
  return new Pair(field, document.createNode(value));
}

/**
 * The text of a source file with what another definition says of the source: comments, order and the writing of
 * what both say stay. undefined where the text is no map of its own (or has anchors), so that it is to be written
 * anew.
 */
export function changeInText(text: string, source: SourceInput): string | undefined {
  const document: Document = parseDocument(text);
  const { contents } = document;
  if (document.errors.length > 0 || !isMap(contents)) return undefined;
  let hasAliases = false;
  visit(document, { Alias: () => ((hasAliases = true), visit.BREAK) });
  if (hasAliases) return undefined;
  const before = Source.safeParse(document.toJS());
  const after = Source.safeParse(source);
  if (!before.success || !after.success) return undefined;
  // The shape has no other keys.
  for (const key of Object.keys(Source.shape) as (keyof Source)[]) {
    // What is left out and what is written as its default are the same.
    if (isDeepStrictEqual(before.data[key], after.data[key])) continue;
    if (source[key] === undefined) contents.delete(key);
    else if (contents.has(key)) contents.set(key, merged(document, contents.get(key, true), source[key]));
    else contents.items.push(newField(document, key, source[key]));
  }
  return document.toString({ lineWidth: 0 });
}
