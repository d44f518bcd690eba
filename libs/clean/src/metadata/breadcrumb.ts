import { tags } from '../tree/tags.ts';
import { attributeOf, textOf } from '../tree/tree.ts';
import { BREADCRUMB_ROLE } from '../tree/vocabulary.ts';
import { normalForm } from './candidates.ts';
import { absoluteUrl } from './images.ts';
import { typesOf, type LinkedObject } from './json-ld.ts';
import { distinctNames, namesOf } from './names.ts';
import type { PageView } from './page-view.ts';

function linkedBreadcrumb(view: PageView): string[] {
  const list = view.evidence.linked.find((object) => typesOf(object).includes('BreadcrumbList'));
  const elements = list?.['itemListElement'];
  if (!Array.isArray(elements)) return [];
  return elements.flatMap((element: unknown) => {
    if (typeof element !== 'object' || element === null) return [];
    const object = element as LinkedObject; // an object, by the line above
    const item = object['item'];
    return namesOf(object['name'] ?? item);
  });
}

function pageBreadcrumb(view: PageView): string[] {
  const { tree } = view;
  for (let node = 0; node < tree.size; node += 1) {
    if (
      tree.tag[node] === 1 ||
      !((tree.roles[node] as number) & BREADCRUMB_ROLE) ||
      (tree.end[node] as number) - node > 120
    )
      continue;
    const parts: string[] = [];
    for (let child = node; child < (tree.end[node] as number); child += 1)
      if (tree.tag[child] === tags.a || (tree.tag[child] === tags.li && parts.length === 0))
        parts.push(textOf(tree, child, 80));
    if (parts.length > 0) return parts;
  }
  return [];
}

/** A list of links, each leading deeper than the one before: a trail whose designer did not call it one. */
function nestedTrail(view: PageView): string[] {
  const { tree, blocks } = view;
  const stop = view.firstBody >= 0 ? (blocks.first[view.firstBody] as number) : tree.size;
  for (let node = 0; node < stop; node += 1) {
    if (tree.tag[node] !== tags.ol || (tree.end[node] as number) - node > 60) continue;
    const parts: { name: string; path: string }[] = [];
    for (let child = node; child < (tree.end[node] as number); child += 1)
      if (tree.tag[child] === tags.a)
        parts.push({
          name: textOf(tree, child, 80),
          path: (absoluteUrl(attributeOf(tree, child, 'href'), view.url) ?? '').replace(/(?<!\/)\/+$/, ''),
        });
    const isNested =
      parts.length >= 2 &&
      parts.length <= 8 &&
      parts.every(
        ({ path }, index) =>
          path !== '' && (index === 0 || path.startsWith(`${parts[index - 1]?.path ?? ''}/`)),
      );
    if (isNested) return parts.map(({ name }) => name);
  }
  return [];
}

/**
 * Names of the places that a page stands in, from the front page down, without the title of the page itself.
 */
export function readBreadcrumb(view: PageView, title: string): string[] {
  const linked = linkedBreadcrumb(view);
  const printed = linked.length > 0 ? linked : pageBreadcrumb(view);
  const own = normalForm(title);
  return distinctNames(printed.length > 0 ? printed : nestedTrail(view), 8).filter(
    (name) => normalForm(name) !== own,
  );
}
