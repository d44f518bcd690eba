import { blockText } from '../body/block-text.ts';
import { nameLikeness } from './byline-names.ts';
import { tidy } from './candidates.ts';
import { beginsWithGivenName } from '@newsmill/text';
import type { PageView } from './page-view.ts';

/** bounded: 200, no longer line of a copyright is read. */
const owned =
  /(?:©|\(c\)|copyright\b)(?:[\s,–-]|©|\(c\)|copyright\b|(?:19|20)\d\d|all rights reserved|by|von|par|por)*([\p{Lu}][^|•·,;©\d]{3,60})/iu;
const behindTitle = /[|–—-]\s+([^|–—-]{4,40})$/u;
const longestLine = 200;
/** So many lines from the end of a page are looked at for the name of its owner. */
const lastLines = 40;

/** bounded: 200, `personIn` reads no more. */
const rights = /[.!]?\s*(?:all rights|alle rechte|tous droits|weitere)\b.*$/iu;
/** bounded: 200, `personIn` reads no more. */
const end = /[.\s]+$/;

function personIn(text: string): string | undefined {
  const name = tidy(text.slice(0, longestLine).replace(rights, '')).replace(end, '');
  return nameLikeness(name) === 2 && beginsWithGivenName(name) ? name : undefined;
}

/** Name of the person that a site is called by, in its meta element or behind the title of the page. */
export function siteOwner(view: PageView): string | undefined {
  const site = view.evidence.metas.find((meta) => meta.name === 'og:site_name')?.content;
  const named = site === undefined ? undefined : personIn(site);
  return named ?? personIn(behindTitle.exec(view.evidence.title.slice(-longestLine))?.[1] ?? '');
}

/** The person whom the copyright of a page names, with the number of its line; undefined where there is none. */
export function copyrightOwner(
  view: PageView,
): { readonly name: string; readonly position: number } | undefined {
  const { blocks } = view;
  for (let index = blocks.size - 1; index >= Math.max(0, blocks.size - lastLines); index -= 1) {
    if ((blocks.weight[index] as number) > 30) continue;
    const owner = owned.exec(blockText(blocks, index).slice(0, longestLine))?.[1];
    const name = owner === undefined ? undefined : personIn(owner);
    if (name !== undefined) return { name, position: index };
  }
  return undefined;
}
