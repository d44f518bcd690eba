import { saysNext, type SelectableElement } from '@newsmill/text';
import { walkPage } from '../lists/walk-page.ts';

/** Most characters of a link that is a page number or says "next page". */
const longestLabel = 80;
/** Characters between the name of an article and the number of its page: `?page=`, `/page/`, `-seite-`. */
const farthest = 24;

/** What is said of readers, and of other articles, has pages of its own. */
const otherParts =
  /(?:^|[\s_-])(?:comments?|kommentare?|commentaires?|comentarios?|commenti|disqus|respond|replies|discussion|forum|related|recommend\w{0,10}|teasers?|sidebar|outbrain|taboola)(?:$|[\s_-])/i;

function isOtherPart({ name, attributes }: SelectableElement): boolean {
  return name === 'aside' || otherParts.test(`${attributes['id'] ?? ''} ${attributes['class'] ?? ''}`);
}

const relative = /\bhref\s*=\s*["']?\?([^"'\s<>]{1,200})/gi;

function hasNumber(text: string, number: number): boolean {
  return [...text.matchAll(/\d+/g)].some(([digits]) => Number(digits) === number);
}

/** Whether some address in a page may be that of page `number`, told by what stands behind its own name. */
function mayName(page: Buffer, first: URL, number: number): boolean {
  const html = page.toString('latin1'); // addresses are ASCII, and this costs a tenth of decoding
  const last = first.pathname.split('/').findLast((part) => part !== '') ?? '';
  const stem = last.replace(/\.\w{2,5}$/, '');
  for (let at = html.indexOf(stem); at >= 0 && stem !== ''; at = html.indexOf(stem, at + stem.length)) {
    const end = at + stem.length;
    const [behind = ''] = html.slice(end, end + farthest).split(/["'\s<>]/, 1);
    if (hasNumber(behind, number)) return true;
  }
  return [...html.matchAll(relative)].some(([, query = '']) => hasNumber(query, number));
}

interface Named {
  readonly url: string;
  readonly rel: string;
  label: string;
}

/** Whether a link says that it leads to that page: `rel=next`, its number, or words such as "next page". */
function saysPage({ rel, label }: Named, number: number): boolean {
  const words = label.replace(/\s+/g, ' ').trim();
  return /\bnext\b/i.test(rel) || words === String(number) || saysNext(words);
}

/**
 * The address of page `number` of an article, which the page before it, at `url`, names by a link in its text: by
 * `rel=next`, in a row of page numbers ("1 2 3"), or in words. `isPage` tells whether an address can be it. Links
 * to places of a page, and those among readers' comments and other articles, are none.
 */
export function findNextLink(
  page: Buffer,
  { url, first, number }: { readonly url: string; readonly first: string; readonly number: number },
  isPage: (address: string) => boolean,
): string | undefined {
  if (!URL.canParse(first) || !mayName(page, new URL(first), number)) return undefined;
  let open: Named | undefined;
  let found: string | undefined;
  walkPage<boolean>(page.toString(), url, {
    mark: (element, around) => around === true || isOtherPart(element),
    open({ name, attributes, mark }, address) {
      if (name !== 'a' || found !== undefined) return;
      const isWhole = attributes['href']?.includes('#') !== true;
      open =
        address !== undefined && isWhole && !mark && isPage(address)
          ? { url: address, rel: attributes['rel'] ?? '', label: '' }
          : undefined;
    },
    text(data) {
      if (open !== undefined && open.label.length <= longestLabel)
        open.label += data.slice(0, longestLabel + 1);
    },
    close(name) {
      if (name !== 'a' || open === undefined) return;
      if (saysPage(open, number)) found ??= open.url;
      open = undefined;
    },
  });
  return found;
}
