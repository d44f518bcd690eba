import type { Block, Image } from '@newsmill/contracts';
import { pictureAddress } from '../metadata/images.ts';
import { isPicture } from '../tree/tags.ts';
import { SKIPPED, type Tree } from '../tree/tree.ts';
import type { Blocks } from './blocks.ts';
import { findEmbeds } from './find-embeds.ts';
import type { Inset } from './inset.ts';

/** Numbers of the first and the last line of the body; -1 where there is none. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * The pictures of an article where they stand: those before its first line head it, those behind its last one end it.
 */
function findPictures(
  tree: Tree,
  blocks: Blocks,
  { first, last }: Range,
  { images, base }: { readonly images: readonly Image[]; readonly base: string },
): Inset[] {
  const left = new Map(images.map((image) => [image.url, image]));
  const pictures: Inset[] = [];
  let line = first;
  for (let node = 0; node < tree.size && left.size > 0; node += 1) {
    if (!isPicture(tree.tag[node] as number) || (tree.flags[node] as number) & SKIPPED) continue;
    while (line <= last && (blocks.first[line] as number) < node) line += 1;
    const url = pictureAddress(tree, node, base);
    const image = url === undefined ? undefined : left.get(url);
    if (image === undefined) continue;
    left.delete(image.url);
    const { alt } = image;
    const block: Block = { kind: 'image', text: '', url: image.url };
    pictures.push({ node, line, block: alt === undefined ? block : { ...block, alt } });
  }
  return pictures;
}

/** Posts, videos, maps and the pictures of an article, by their place on the page. */
export function findInsets(
  tree: Tree,
  blocks: Blocks,
  range: Range,
  page: { readonly images: readonly Image[]; readonly base: string },
): Inset[] {
  if (range.first < 0) return [];
  const embeds = findEmbeds(tree, blocks, range, page.base);
  if (page.images.length === 0) return embeds;
  return [...embeds, ...findPictures(tree, blocks, range, page)].sort(
    (one, other) => one.line - other.line || one.node - other.node,
  );
}
