import { registrableDomain } from '@newsmill/text';

/** How much an address looks like that of an article. */
export interface AddressJudgement {
  /** From 0 to 1. */
  readonly likeness: number;
  /**
   * Depth of the path, and whether it has a date, digits or a long slug: articles of one site mostly share
   * it.
   */
  readonly shape: string;
}

/** Words in addresses of what is no article, but may list articles. */
export const sectionWords: ReadonlySet<string> = new Set(
  'topic topics thema themen category categories kategorie kategorien categoria rubrique section sections'.split(
    ' ',
  ),
);
/** Words in addresses of what neither is an article nor lists them by subject. */
export const serviceWords: ReadonlySet<string> = new Set(
  (
    'tag tags author authors autor autoren auteur auteurs login logout signin ' +
    'signup sign-in sign-up register registration account profile user users member members search suche page seite about about-us contact contact-us kontakt imprint impressum ' +
    'privacy privacy-policy datenschutz terms cookies help faq jobs careers advertise advertising subscribe subscription abo newsletter newsletters rss feed feeds cart shop share comments wp-login.php cdn-cgi'
  ).split(' '),
);
export const otherFile =
  /\.(?:pdf|jpe?g|png|gif|webp|svg|mp[34]|m3u8?|zip|gz|docx?|xlsx?|xml|rss|atom|ics|apk|exe)$/i;
const articleParameter =
  /^(?:id|p|aid|nid|sid|item|story|article|doc|news|(?:news|article|story|item|doc|content)_?id)$/i;
const pageParameter = /^(?:page|paged|pg|start|offset|replytocom|share)$/i;
const date = /\/(?:19|20)\d\d(?:[/-]?(?:0?[1-9]|1[0-2])(?:[/-]?(?:0?[1-9]|[12]\d|3[01]))?)(?=[/_-])/;
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** 1 for a slug of many words, about a half for one of three. */
function slugLikeness(slug: string): number {
  const words = slug.split(/[-_+ .,~]+/).filter((word) => /\p{L}{2}/u.test(word));
  const letters = slug.replace(/[^\p{L}]/gu, '').length + 2 * (slug.match(dense)?.length ?? 0);
  if (words.length >= 4 || (words.length >= 3 && letters >= 20) || (letters >= 18 && slug.search(dense) >= 0))
    return 0.9;
  return words.length === 3 ? 0.55 : 0.35;
}

function isWithin(path: string, page: URL): boolean {
  return `${page.pathname}/`.startsWith(path.replace(/(?<!\/)\/*$/, '/'));
}

/**
 * Judges the address of a link on the page at `page`; undefined for what is no article for certain: other
 * publishers, sections above, files, pages of tags, authors, services and archives.
 */
export function judgeAddress(address: string, page: URL): AddressJudgement | undefined {
  const url = URL.parse(address);
  if (url === null || registrableDomain(url.hostname) !== registrableDomain(page.hostname)) return undefined;
  const path = decoded(url.pathname).slice(0, 1_000);
  const parameters = [...url.searchParams].slice(0, 20);
  const hasId = parameters.some(
    ([name, value]) => articleParameter.test(name) && /^[a-z_-]*\d[\w-]*$/i.test(value),
  );
  if (
    otherFile.test(path) ||
    (!hasId &&
      (url.pathname === '/' ||
        isWithin(url.pathname, page) ||
        parameters.some(([name]) => pageParameter.test(name))))
  )
    return undefined;
  const segments = path
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  const last = (segments.at(-1) ?? '').replace(/\.[a-z]{2,5}$/, '');
  const before = path.replace(/(?<!\/)\/+$/, '');
  const hasDate = date.test(before);
  const hasDigits = /(?:^|\D)\d{5,}(?:\D|$)/.test(last) || (/\d{5,}/.test(before) && /\d/.test(last));
  // A path that ends with year and month is an archive; a day with a story behind it is none.
  if (/\/(?:19|20)\d\d(?:\/\d\d?){0,2}$/.test(before)) return undefined;
  const isOther = (segment: string) => serviceWords.has(segment) || sectionWords.has(segment);
  if (!hasDate && !hasDigits && segments.some(isOther)) return undefined;
  const slug = slugLikeness(last);
  const digits = hasDigits ? 0.9 : /\d{3,}/.test(last) ? 0.6 : 0;
  const likeness = Math.max(hasDate ? 1 : 0, digits, slug, hasId ? 0.8 : 0);
  return {
    likeness,
    shape: `${segments.length}${hasDate ? 'd' : ''}${hasDigits ? 'n' : ''}${slug > 0.5 ? 's' : ''}${hasId ? 'q' : ''}`,
  };
}
