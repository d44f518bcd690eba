import type { Image } from '@newsmill/contracts';
import { tags } from '../tree/tags.ts';
import { attributeOf, NAV, SKIPPED, textOf } from '../tree/tree.ts';
import { CREDIT_ROLE } from '../tree/vocabulary.ts';
import { metaOf } from './evidence.ts';
import { articleObjects } from './evidence.ts';
import type { PageView } from './page-view.ts';

const mostImages = 20;

/** An address made absolute; undefined when it is none of the web. */
export function absoluteUrl(address: string | undefined, base: string): string | undefined {
  if (address === undefined || address.trim() === '') return undefined;
  const url = URL.canParse(address.trim(), base) ? new URL(address.trim(), base) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function linkedImages(view: PageView): string[] {
  const urls: string[] = [];
  for (const object of articleObjects(view.evidence)) {
    const images = Array.isArray(object['image']) ? object['image'] : [object['image']];
    for (const image of images) {
      if (typeof image === 'string') urls.push(image);
      else if (typeof image === 'object' && image !== null && 'url' in image && typeof image.url === 'string') urls.push(image.url);
    }
  }
  return urls;
}

/** The largest picture of a `srcset`. */
function largest(srcset: string | undefined): string | undefined {
  if (srcset === undefined) return undefined;
  const parts = srcset.split(/,\s+/).map((part) => part.trim().split(/\s+/)).filter((part) => part[0] !== undefined && part[0] !== '');
  return parts.sort((a, b) => Number.parseFloat(b[1] ?? '0') - Number.parseFloat(a[1] ?? '0'))[0]?.[0];
}

const creditLine = /^(?:(?:photo|foto|image|bild|picture|credit|fotografie|crédit|crédito|照片|图片|사진|صورة|الصورة)s?(?:\s*(?:credit|by|von|de))?\s*[:：/©]\s*|©\s*|(?:PHOTO|FOTO|CREDIT)\b[^a-z]{3,})/i;

/** Parts a caption from the credit that stands in it or in an element of its own. */
function captionOf(view: PageView, figure: number): { caption?: string; credit?: string } {
  const { tree } = view;
  let caption = '';
  let credit = '';
  for (let node = figure; node < (tree.end[figure] as number); node += 1) {
    if (tree.tag[node] === tags.figcaption && caption === '') caption = textOf(tree, node, 600);
    if (tree.tag[node] !== 1 && credit === '' && (tree.roles[node] as number) & CREDIT_ROLE) credit = textOf(tree, node, 200);
  }
  const inBrackets = /^(.*?)\s*[([]\s*((?:photo|foto|bild|image|credit|picture|©|AP|AFP|Reuters|dpa|Getty)[^()[\]]{0,80})[)\]]\s*$/i.exec(caption);
  if (credit === '' && inBrackets !== null) {
    caption = inBrackets[1] ?? caption;
    credit = inBrackets[2] ?? '';
  }
  if (credit !== '' && caption.endsWith(credit)) caption = caption.slice(0, -credit.length).trim();
  const behind = /^(.*?[.。!?])\s*(?:foto|photo|bild|image|picture|사진|图片|写真|صورة)s?\s*(?:credit|by|来源)?\s*[:：=/]\s*(.{2,80})$/i.exec(caption);
  if (credit === '' && behind !== null) {
    caption = behind[1] ?? caption;
    credit = behind[2] ?? '';
  }
  credit = credit.replace(creditLine, '').trim();
  return { ...(caption === '' ? {} : { caption }), ...(credit === '' ? {} : { credit }) };
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

/** The lead image and those between and just before the lines of the body, with caption and credit. */
export function readImages(view: PageView, base: string): Image[] {
  const images = new Map<string, Image>();
  const lead = absoluteUrl(metaOf(view.evidence, 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src') ?? linkedImages(view)[0], base);
  const { tree, blocks } = view;
  const first = view.isBody.indexOf(1);
  const last = view.isBody.lastIndexOf(1);
  if (first >= 0) {
    const from = Math.max(0, (blocks.first[Math.max(0, first - 8)] as number) - 40);
    const to = blocks.last[last] as number;
    for (let node = from; node < to && images.size < mostImages; node += 1) {
      if (tree.tag[node] !== tags.img || (tree.flags[node] as number) & (SKIPPED | NAV)) continue;
      const url = absoluteUrl(largest(attributeOf(tree, node, 'srcset') ?? attributeOf(tree, node, 'data-srcset')) ?? attributeOf(tree, node, 'data-src') ?? attributeOf(tree, node, 'src'), base);
      const width = Number.parseInt(attributeOf(tree, node, 'width') ?? '', 10);
      const height = Number.parseInt(attributeOf(tree, node, 'height') ?? '', 10);
      if (url === undefined || images.has(url) || width < 100 || height < 60) continue;
      const figure = figureOf(view, node);
      const alt = attributeOf(tree, node, 'alt');
      if (figure < 0 && node < (blocks.first[first] as number)) continue;
      images.set(url, { url, ...(figure < 0 ? {} : captionOf(view, figure)), ...(alt === undefined || alt === '' ? {} : { alt }), ...(width > 0 ? { width } : {}), ...(height > 0 ? { height } : {}) });
    }
  }
  const list = [...images.values()];
  if (lead === undefined) return list;
  const fileOf = (url: string): string => url.replace(/[?#].*$/, '').replace(/^.*\//, '');
  const known = list.findIndex((image) => image.url === lead || (fileOf(image.url) === fileOf(lead) && fileOf(lead) !== ''));
  if (known < 0) return [{ url: lead }, ...list];
  return [list[known], ...list.filter((_, index) => index !== known)].filter((image) => image !== undefined);
}
