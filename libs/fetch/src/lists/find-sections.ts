import { ownerOf, type SelectableElement } from '@newsmill/text';
import { isFrontPage } from '../sources/is-front-page.ts';
import { judgeAddress, otherFile, sectionWords, serviceWords } from './judge-address.ts';
import { walkPage, type PageElement, type PageVisitor } from './walk-page.ts';

/** A page to which a home page leads and that may list the articles of one subject. */
export interface FoundSection {
  readonly url: string;
  /** As its link calls it. */
  readonly title: string;
}

/** Whether an element is in the navigation of the page, or in its footer, whose links are of the house. */
interface Mark {
  readonly isNavigation: boolean;
  readonly isFooter: boolean;
}

interface Link {
  readonly url: string;
  readonly isNavigation: boolean;
  text: string;
}

/** Links of a page that are looked at, and sections that are told. */
const mostLinks = 3_000;
const mostSections = 50;
/** Characters of the name of a section, and words. */
const longestName = 40;
const mostWords = 5;
/** Parts of the path of a section. */
const deepest = 3;
/** Articles below an address that show it to be a section where its link is in no navigation. */
const fewestBelow = 2;

const navigationNames = new Set(['nav', 'menu', 'header']);
const navigationRoles = new Set(['navigation', 'menubar', 'menu', 'banner']);
const navigationWord = /(?:^|[-_ ])(?:\w{0,12}nav|navi|navbar|navigation|\w{0,12}menu)(?=$|[-_ ])/i;

const footerWord = /(?:^|[-_ ])\w{0,12}footer(?=$|[-_ ])/i;

function namesOf({ attributes }: SelectableElement): string {
  return `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 200);
}

function isFooter(element: SelectableElement): boolean {
  const { name, attributes } = element;
  return name === 'footer' || attributes['role'] === 'contentinfo' || footerWord.test(namesOf(element));
}

function isNavigation(element: SelectableElement): boolean {
  const { name, attributes } = element;
  return (
    navigationNames.has(name) ||
    navigationRoles.has(attributes['role'] ?? '') ||
    navigationWord.test(namesOf(element))
  );
}

/** Gathers links with their texts, and whether each is in the navigation. */
class NavigationGatherer implements PageVisitor<Mark> {
  readonly links: Link[] = [];
  #link: Link | undefined;

  mark(element: SelectableElement, around: Mark | undefined): Mark {
    // The whole page may have a class that speaks of its menu.
    if (element.name === 'html' || element.name === 'body') return { isNavigation: false, isFooter: false };
    return {
      isNavigation: around?.isNavigation === true || isNavigation(element),
      isFooter: around?.isFooter === true || isFooter(element),
    };
  }
  open({ mark }: PageElement<Mark>, url: string | undefined): void {
    if (url === undefined || this.links.length >= mostLinks) return;
    this.#link = { url, isNavigation: mark.isNavigation && !mark.isFooter, text: '' };
    this.links.push(this.#link);
  }
  text(data: string): void {
    if (this.#link !== undefined && this.#link.text.length <= 2 * longestName)
      this.#link.text += data.slice(0, 2 * longestName);
  }
  close(name: string): void {
    if (name === 'a') this.#link = undefined;
  }
}

function partsOf({ pathname }: URL): string[] {
  return pathname
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
}

const hostOf = ({ host }: URL) => host.replace(/^www\./, '');

/** How deep a section is: words such as `category` are no step, another host is two. */
function depthOf(url: URL, page: URL): number {
  const steps = partsOf(url).filter((part) => !sectionWords.has(part)).length;
  return hostOf(url) === hostOf(page) ? steps : steps + 2;
}

/** Whether an address names a service of the house: login, privacyPolicy, terms-of-use. */
function isService(url: URL, page: URL): boolean {
  const names = url.pathname.slice(0, 300).split('/');
  if (hostOf(url) !== hostOf(page)) names.push(...url.hostname.split('.').slice(0, 1));
  return names
    .flatMap((name) => [name, ...name.replace(/([a-z])([A-Z])/g, '$1-$2').split(/[-_.]/)])
    .some((word) => serviceWords.has(word.toLowerCase()));
}

/** Whether an address may be that of a section of the publication at `page`; its articles may lie elsewhere. */
function maySection(url: URL, page: URL): boolean {
  if (!/^https?:$/.test(url.protocol) || ownerOf(url) !== ownerOf(page) || url.search !== '') return false;
  if (otherFile.test(url.pathname) || isService(url, page)) return false;
  if (isFrontPage(url.href)) return hostOf(url) !== hostOf(page) && !url.host.startsWith('m.');
  const depth = depthOf(url, page);
  if (depth < 1 || depth > deepest || /\d{3}/.test(url.pathname)) return false;
  // A section has a short name, an article a long one.
  return (judgeAddress(url.href, page)?.likeness ?? 0) <= 0.55;
}

/** How many of the articles lie below each address, by host and path without a slash at the end. */
function countBelow(articles: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const address of articles) {
    const url = URL.parse(address);
    if (url === null) continue;
    const parts = url.pathname
      .split('/')
      .slice(1, -1)
      .slice(0, deepest + 1);
    for (let length = 1; length <= parts.length; length += 1) {
      const above = `${hostOf(url)}/${parts.slice(0, length).join('/')}`;
      counts.set(above, (counts.get(above) ?? 0) + 1);
    }
  }
  return counts;
}

const keyOf = (url: URL) => `${hostOf(url)}${url.pathname.replace(/(?<!\/)\/+$/, '')}`;

interface Ranked extends FoundSection {
  readonly below: number;
  readonly depth: number;
}

/**
 * Pages of subjects to which a page leads, those first below whose addresses most of its articles lie, then
 * those of the first level, in the order of the page. Links of the navigation count, others where articles
 * lie below them. `articles`: addresses of the articles that the page shows.
 */
export function findSections(html: string, address: string, articles: readonly string[]): FoundSection[] {
  const page = new URL(address);
  const gatherer = new NavigationGatherer();
  walkPage(html, address, gatherer);
  const below = countBelow(articles);
  const shown = new Set(articles);
  const found = new Map<string, Ranked>();
  for (const { url: href, isNavigation: isIn, text } of gatherer.links) {
    const url = URL.parse(href);
    const title = text.replace(/\s+/g, ' ').trim();
    if (url === null || title === '' || shown.has(href) || found.has(keyOf(url))) continue;
    if (title.length > longestName || title.split(' ').length > mostWords || !maySection(url, page)) continue;
    const count = below.get(keyOf(url)) ?? 0;
    if (keyOf(url) === keyOf(page) || (!isIn && count < fewestBelow)) continue;
    found.set(keyOf(url), { url: href, title, below: count, depth: depthOf(url, page) });
  }
  return [...found.values()]
    .toSorted((a, b) => b.below - a.below || a.depth - b.depth)
    .slice(0, mostSections)
    .map(({ url, title }) => ({ url, title }));
}
