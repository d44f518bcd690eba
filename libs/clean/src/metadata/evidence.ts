import { decodeReferences } from '../tree/entities.ts';
import { attributeOf, type Tree } from '../tree/tree.ts';
import { isArticleObject, readLinkedData, textField, typesOf, type LinkedObject } from './json-ld.ts';

/** What a page says of itself outside its text. */
export interface Evidence {
  /** Meta elements in order, names in small letters. */
  readonly metas: readonly { readonly name: string; readonly content: string; readonly node: number }[];
  readonly linked: readonly LinkedObject[];
  readonly title: string;
  /** Full text of the article as structured data gives it; empty when it gives none. */
  readonly articleBody: string;
  readonly description: string;
  /** Types named by structured data and og:type, in small letters. */
  readonly types: ReadonlySet<string>;
}

/** Reads metas and structured data of a page. */
export function readEvidence(tree: Tree): Evidence {
  const metas = readMetas(tree);
  const scripts = tree.scripts
    .filter((script) => script.type.includes('ld+json'))
    .map((script) => tree.html.slice(script.from, script.to));
  const linked = readLinkedData(scripts);
  let articleBody = '';
  const types = new Set<string>();
  for (const object of linked) {
    const body = object['articleBody'];
    if (typeof body === 'string' && body.length > articleBody.length) articleBody = body;
    for (const type of typesOf(object)) types.add(type.toLowerCase());
  }
  let description = '';
  for (const meta of metas) {
    if (meta.name.endsWith('description') && meta.content.length > description.length)
      description = meta.content;
    if (meta.name === 'og:type') types.add(`og:${meta.content.toLowerCase()}`);
  }
  return { metas, linked, title: tree.title, articleBody: plainBody(articleBody), description, types };
}

function plainBody(body: string): string {
  if (body === '') return '';
  const text = /<\w/.test(body)
    ? body.replace(/<\/(?:p|div|li|h[1-6])>|<br\s*\/?>/gi, '\n').replace(/<[^<>]+>/g, ' ')
    : body;
  return decodeReferences(decodeReferences(text));
}

/** Characters of a meta element that are read: no field takes so many. */
const longestMeta = 64_000;

function readMetas(tree: Tree): Evidence['metas'] {
  const metas: { name: string; content: string; node: number }[] = [];
  for (const node of tree.metas) {
    const name =
      attributeOf(tree, node, 'property') ??
      attributeOf(tree, node, 'name') ??
      attributeOf(tree, node, 'itemprop') ??
      attributeOf(tree, node, 'http-equiv');
    // Cards of networks were first documented with `value`, and many pages still write it.
    const value = attributeOf(tree, node, 'content') ?? attributeOf(tree, node, 'value');
    const content = value?.slice(0, longestMeta).trim() ?? '';
    if (name !== undefined && content !== '')
      metas.push({ name: name.trim().toLowerCase(), content: decodeReferences(content).trim(), node });
  }
  return metas;
}

/** Content of the first meta element with one of these names, in the order of the names. */
export function metaOf(evidence: Evidence, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = evidence.metas.find((meta) => meta.name === name);
    if (found !== undefined) return found.content;
  }
  return undefined;
}

/** Whether a page calls itself news in its structured data: schema.org NewsArticle and its kinds. */
export function isNews({ types }: Evidence): boolean {
  return [...types].some((type) => type.endsWith('newsarticle'));
}

/** The objects of structured data that describe an article, the main one first. */
export function articleObjects(evidence: Evidence): LinkedObject[] {
  return evidence.linked.filter(
    (object) =>
      isArticleObject(object) &&
      (textField(object, 'headline') ?? textField(object, 'name') ?? textField(object, 'datePublished')) !==
        undefined,
  );
}
