import type { Tree } from './tree.ts';
import { familyCount } from './vocabulary.ts';

/** An empty tree with room for a page of usual size. */
export function makeTree(): Tree {
  return {
    html: '',
    size: 0,
    title: '',
    isCut: false,
    metas: [],
    scripts: [],
    tag: new Uint16Array(8_192),
    depth: new Uint16Array(8_192),
    families: new Uint16Array(8_192),
    roles: new Uint16Array(8_192),
    parent: new Int32Array(8_192),
    end: new Int32Array(8_192),
    flags: new Int32Array(8_192),
    from: new Int32Array(8_192),
    to: new Int32Array(8_192),
    line: new Int32Array(8_192),
    block: new Int32Array(8_192),
    near: new Int32Array(8_192),
    nearRows: new Int16Array(familyCount * 1_024),
    attributeName: new Uint8Array(16_384),
    attributeFrom: new Int32Array(16_384),
    attributeTo: new Int32Array(16_384),
    attributeWords: new Int32Array(16_384),
  };
}

function growInt32(array: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(array.length * 2);
  grown.set(array);
  return grown;
}

/** Twice the room for nodes. */
export function growNodes(tree: Tree): void {
  for (const name of ['parent', 'end', 'flags', 'from', 'to', 'line', 'block', 'near'] as const)
    tree[name] = growInt32(tree[name]);
  for (const name of ['tag', 'depth', 'families', 'roles'] as const) {
    const grown = new Uint16Array(tree[name].length * 2);
    grown.set(tree[name]);
    tree[name] = grown;
  }
}

/** Twice the room for attributes. */
export function growAttributes(tree: Tree): void {
  for (const name of ['attributeFrom', 'attributeTo', 'attributeWords'] as const)
    tree[name] = growInt32(tree[name]);
  const grown = new Uint8Array(tree.attributeName.length * 2);
  grown.set(tree.attributeName);
  tree.attributeName = grown;
}
