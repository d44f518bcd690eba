import type { SelectableElement, Selector, SelectorState } from '@newsmill/text';
import { attributes, type KeptAttribute } from '../tree/attributes.ts';
import { tagName } from '../tree/tags.ts';
import { attributeOf, type Tree } from '../tree/tree.ts';

const names = Object.keys(attributes) as KeptAttribute[]; // keys of a record with these keys

/** Attributes of an element, read when they are asked for. */
function attributesOf(tree: Tree, node: number): Record<string, string> {
  const found: Record<string, string> = {};
  for (let index = tree.from[node] as number; index < (tree.to[node] as number); index += 1) {
    const name = names[tree.attributeName[index] as number];
    const value = name === undefined ? undefined : attributeOf(tree, node, name);
    if (name !== undefined && value !== undefined) found[name] = value;
  }
  return found;
}

/**
 * The elements of a page that a selector selects, in order; those within another one of them are left out.
 */
export function selectNodes(tree: Tree, selector: Selector): number[] {
  const states = new Map<number, SelectorState>();
  const selected: number[] = [];
  let end = 0;
  for (let node = 0; node < tree.size; node += 1) {
    const tag = tree.tag[node] as number;
    if (tag === 1) continue;
    const element: SelectableElement = {
      name: tagName(tag),
      attributes: attributesOf(tree, node),
      parent: undefined,
    };
    const state = selector.enter(element, states.get(tree.parent[node] as number));
    states.set(node, state);
    if (!state.isMatch || node < end) continue;
    selected.push(node);
    end = tree.end[node] as number;
  }
  return selected;
}
