import type { Image } from '@newsmill/contracts';
import { isPicture, tags } from '../tree/tags.ts';
import { blockText } from '../body/block-text.ts';
import { attributeOf, FIGURE, LINK, NAV, SKIPPED, textOf, type Tree } from '../tree/tree.ts';
import { CREDIT_ROLE } from '../tree/vocabulary.ts';
import { articleObjects, metaOf } from './evidence.ts';
import { blockBehind, type PageView } from './page-view.ts';
import { splitCredit } from './split-credit.ts';

const mostImages = 20;

/** An address made absolute; undefined when it is none of the web. */
export function absoluteUrl(address: string | undefined, base: string): string | undefined {
  if (address === undefined || address.trim() === '') return undefined;
  const url = URL.parse(address.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function linkedImages(view: PageView): string[] {
  const urls: string[] = [];
  for (const object of articleObjects(view.evidence)) {
    const images = Array.isArray(object['image']) ? object['image'] : [object['image']];
    for (const image of images) {
      if (typeof image === 'string') urls.push(image);
      else if (typeof image === 'object' && image !== null && 'url' in image && typeof image.url === 'string')
        urls.push(image.url);
    }
  }
  return urls;
}

/** The largest picture of a `srcset`. */
function largest(srcset: string | undefined): string | undefined {
  if (srcset === undefined) return undefined;
  const parts = srcset
    .split(/,\s+/)
    .map((part) => part.trim().split(/\s+/))
    .filter((part) => part[0] !== undefined && part[0] !== '');
  return parts.sort((a, b) => Number.parseFloat(b[1] ?? '0') - Number.parseFloat(a[1] ?? '0'))[0]?.[0];
}

/** The address of the largest form of a picture. */
export function pictureAddress(tree: Tree, node: number, base: string): string | undefined {
  return absoluteUrl(
    largest(attributeOf(tree, node, 'srcset') ?? attributeOf(tree, node, 'data-srcset')) ??
      attributeOf(tree, node, 'data-src') ??
      attributeOf(tree, node, 'src'),
    base,
  );
}

type Caption = Pick<Image, 'caption' | 'credit'>;

function captionFrom(text: string, known: string): Caption {
  const { caption, credit } = splitCredit(text, known);
  return { ...(caption === '' ? {} : { caption }), ...(credit === '' ? {} : { credit }) };
}

/** Text of the first element below a node that is called a credit. */
function creditIn(view: PageView, from: number, to: number): string {
  const { tree } = view;
  for (let node = from; node < to; node += 1)
    if (tree.tag[node] !== 1 && (tree.roles[node] as number) & CREDIT_ROLE) return textOf(tree, node, 200);
  return '';
}

/** Caption and credit of a figure. */
function captionOf(view: PageView, figure: number): Caption {
  const { tree } = view;
  let caption = '';
  for (let node = figure; node < (tree.end[figure] as number) && caption === ''; node += 1)
    if (tree.tag[node] === tags.figcaption) caption = textOf(tree, node, 600);
  return captionFrom(caption, creditIn(view, figure, tree.end[figure] as number));
}

const longestCaption = 60;
const captionName = /caption|legend|untertitel|bildtext|pic-?text|\bcutline/i;

/**
 * Caption of a picture that stands in no figure: the line behind it, where it is called a caption or holds a
 * credit.
 */
function captionBehind(view: PageView, node: number): Caption | undefined {
  const { tree, blocks } = view;
  const index = blockBehind(blocks, node);
  if (
    index >= blocks.size ||
    (blocks.first[index] as number) - node > 12 ||
    (blocks.weight[index] as number) > longestCaption
  )
    return undefined;
  const box = blocks.node[index] as number;
  const text = blockText(blocks, index);
  const credit = creditIn(view, box, blocks.last[index] as number);
  const found = captionFrom(text, credit !== '' && text.endsWith(credit) && credit !== text ? credit : '');
  return found.credit !== undefined || captionName.test(attributeOf(tree, box, 'class') ?? '')
    ? found
    : undefined;
}

/** The nearest figure around a picture, at most six steps up. */
function figureOf(view: PageView, node: number): number {
  let ancestor = node;
  for (let step = 0; step < 6 && ancestor >= 0; step += 1) {
    if (view.tree.tag[ancestor] === tags.figure) return ancestor;
    ancestor = view.tree.parent[ancestor] as number;
  }
  return -1;
}

/** Pictures that belong to the page and not to the article, and such as are tiny by their address. */
const furniture =
  /favicon|gravatar|avatar|(?:^|[/_-])(?:logo|icon|sprite|spacer|blank|pixel|placeholder)s?[._-]|creativecommons\.org\/l\/|[/_-]\d{1,2}x\d{1,2}[/._-]|[/,]w_\d{1,2},/i;

/**
 * The node before which a picture belongs to the article: in the box of its last line, before the next line that
 * is no caption.
 */
function endOfImages({ tree, blocks }: PageView, last: number): number {
  const box = tree.parent[blocks.node[last] as number] as number;
  const end = box < 0 ? tree.size : (tree.end[box] as number);
  let next = last + 1;
  while (next < blocks.size && (tree.flags[blocks.node[next] as number] as number) & FIGURE) next += 1;
  return next < blocks.size ? Math.min(end, blocks.first[next] as number) : end;
}

/** The lead image and those around the lines of the body, with caption and credit. */
export function readImages(view: PageView, base: string): Image[] {
  const images = new Map<string, Image>();
  const lead = absoluteUrl(
    metaOf(view.evidence, 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src') ??
      linkedImages(view)[0],
    base,
  );
  const { tree, blocks } = view;
  const first = view.isBody.indexOf(1);
  const last = view.isBody.lastIndexOf(1);
  if (first >= 0) {
    const from = Math.max(0, (blocks.first[Math.max(0, first - 8)] as number) - 40);
    const to = endOfImages(view, last);
    for (let node = from; node < to && images.size < mostImages; node += 1) {
      if (!isPicture(tree.tag[node] as number) || (tree.flags[node] as number) & (SKIPPED | NAV)) continue;
      const width = Number.parseInt(attributeOf(tree, node, 'width') ?? '', 10);
      const height = Number.parseInt(attributeOf(tree, node, 'height') ?? '', 10);
      if (width < 100 || height < 60) continue;
      const url = pictureAddress(tree, node, base);
      if (url === undefined || images.has(url)) continue;
      const figure = figureOf(view, node);
      if (figure < 0 && furniture.test(url.slice(-300))) continue;
      const alt = attributeOf(tree, node, 'alt');
      const caption = figure < 0 ? captionBehind(view, node) : captionOf(view, figure);
      if (caption === undefined && node < (blocks.first[first] as number)) continue;
      // Behind the text a picture without a figure is that of an author, a link or another story.
      if (node > (blocks.last[last] as number) && (figure < 0 || (tree.flags[node] as number) & LINK))
        continue;
      images.set(url, {
        url,
        ...caption,
        ...(alt === undefined || alt === '' ? {} : { alt }),
        ...(width > 0 ? { width } : {}),
        ...(height > 0 ? { height } : {}),
      });
    }
  }
  const list = [...images.values()];
  if (lead === undefined) return list;
  const fileOf = (url: string): string => url.replace(/[?#].*/s, '').replace(/^.*\//, '');
  const known = list.findIndex(
    (image) => image.url === lead || (fileOf(image.url) === fileOf(lead) && fileOf(lead) !== ''),
  );
  if (known < 0) return [{ url: lead }, ...list];
  return [list[known], ...list.filter((_, index) => index !== known)].filter((image) => image !== undefined);
}
