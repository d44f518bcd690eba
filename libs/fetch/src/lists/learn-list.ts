import type { FeedEntry } from '@newsmill/contracts';
import { LinkGatherer, type Box, type Element, type Link } from './link-gatherer.ts';
import { maxLinks, maxTitle } from './read-list.ts';
import { walkPage } from './walk-page.ts';

/** An address with the best of its links. */
interface Target extends Link {
  readonly title: string | undefined;
  /** How much the title looks like a headline, and with it the whole like an article; both from 0 to 1. */
  readonly headline: number;
  readonly quality: number;
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Fewest articles by which a list is known. */
const fewest = 3;
/** Quality from which on a group is one of articles. */
const good = 0.5;
/** Share of the quality of the best group that others must have. */
const close = 0.7;

function textLikeness(text: string): number {
  const length = text.length + 2 * (text.match(dense)?.length ?? 0);
  const words = text.split(/\s+/).length;
  const size = length < 8 ? 0 : length < 15 ? 0.3 : length < 20 ? 0.7 : length <= 320 ? 1 : 0.8;
  return words >= 3 || unspaced.test(text) ? size : size / 2;
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

function toTarget(link: Link): Target {
  const { attributes, mark } = link.element;
  const title = [link.heading, link.text, attributes['title'] ?? '', attributes['aria-label'] ?? '']
    .map(plain)
    .find((text) => text !== '')
    ?.slice(0, maxTitle);
  const likeness = Math.max(link.likeness, link.isHeading || mark.isArticle ? 0.6 : 0);
  const headline = title === undefined ? 0 : textLikeness(title);
  return { ...link, title, headline, quality: likeness * headline };
}

function boxesOf({ element }: Link): Box[] {
  const boxes: Box[] = [];
  for (let box = element.mark.box; box !== undefined; box = box.outer) boxes.push(box);
  return boxes;
}

/** The links outside of boxes. What holds nearly all good links of a page is no box, whatever its name. */
function outsideOfBoxes(targets: readonly Target[]): Target[] {
  const strong = targets.filter(({ quality }) => quality >= good);
  for (const target of strong) for (const box of boxesOf(target)) box.links += 1;
  return targets.filter((target) =>
    boxesOf(target).every(({ links }) => links >= 0.8 * strong.length && strong.length > 0),
  );
}

/** Each address once, in the order of the page, with the link whose text is the best headline. */
function distinct(targets: readonly Target[]): Target[] {
  const addresses = new Map<string, Set<string>>();
  for (const { title = '', url } of targets)
    addresses.set(title, (addresses.get(title) ?? new Set()).add(url));
  const best = new Map<string, Target>();
  for (const target of targets) {
    // "Read more" leads to many addresses, a headline to one.
    const isRepeated = (addresses.get(target.title ?? '')?.size ?? 0) >= 3;
    const fair = isRepeated ? { ...target, title: undefined, headline: 0, quality: 0 } : target;
    const known = best.get(target.url);
    if (
      known === undefined ||
      fair.quality > known.quality ||
      (fair.quality === known.quality && fair.isHeading && !known.isHeading)
    )
      best.set(target.url, fair);
  }
  return [...best.values()];
}

/**
 * Where a link stands: its tag and classes and those of three elements around it. Classes with digits number
 * single items.
 */
function placeOf({ element }: Link): string {
  const steps: string[] = [];
  for (let at: Element | undefined = element; at !== undefined && steps.length < 4; at = at.parent) {
    const classes = (at.attributes['class'] ?? '')
      .slice(0, 200)
      .split(/\s+/)
      .filter((word) => word !== '' && !/\d/.test(word));
    steps.push([at.name, ...classes.sort()].join('.'));
  }
  return steps.join('<');
}

interface Group {
  readonly shape: string;
  readonly place: string;
  readonly targets: Target[];
}

/** The group with the most quality in all, and those close to it. */
function chooseArticles(targets: readonly Target[]): Target[] {
  const groups = new Map<string, Group>();
  for (const target of targets) {
    const place = placeOf(target);
    const key = `${target.shape} ${place}`;
    const group = groups.get(key) ?? { shape: target.shape, place, targets: [] };
    group.targets.push(target);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  const sum = (group: Group) => group.targets.reduce((total, { quality }) => total + quality, 0);
  const mean = (group: Group) => sum(group) / group.targets.length;
  const fit = all.filter((group) => mean(group) >= good).sort((a, b) => sum(b) - sum(a));
  const [best] = fit;
  if (best === undefined) return [];
  const isClose = (group: Group) =>
    mean(group) >= close * mean(best) &&
    (group.shape === best.shape || group.place === best.place || group.targets.length >= fewest);
  // Where most links are articles, the headline among them with an address of another make is one too.
  const beside = all.filter(({ place }) => place === best.place).flatMap((group) => group.targets);
  const others =
    best.targets.length * 2 > beside.length ? beside.filter(({ headline }) => headline >= close) : [];
  const chosen = new Set([...fit.filter(isClose).flatMap((group) => group.targets), ...others]);
  return chosen.size < fewest ? [] : targets.filter((target) => chosen.has(target));
}

/** The nearest elements around one; undefined stands for what is around the whole page. */
function ancestors(element: Element, count: number): (Element | undefined)[] {
  const found: (Element | undefined)[] = [];
  for (let at: Element | undefined = element; at !== undefined && found.length < count; at = at.parent)
    found.push(at.parent);
  return found;
}

/**
 * The time of each chosen link: of the largest element that holds it and no other chosen one, else the time
 * that follows it.
 */
function timesOf(chosen: readonly Target[], { links, times }: LinkGatherer): Map<string, string> {
  const urls = new Set(chosen.map(({ url }) => url));
  const holders = new Map<Element, string | undefined>();
  for (const { element, url } of links.filter((link) => urls.has(link.url))) {
    for (let at: Element | undefined = element; at !== undefined; at = at.parent) {
      const isKnown = holders.has(at);
      const held = holders.get(at);
      if (isKnown && (held === undefined || held === url)) break;
      holders.set(at, isKnown ? undefined : url);
    }
  }
  const found = new Map<string, string>();
  for (const { at, element, after } of times) {
    let holder: Element | undefined = element;
    while (holder !== undefined && !holders.has(holder)) holder = holder.parent;
    const before = links[after];
    const follows = before !== undefined && ancestors(before.element, 4).includes(holder);
    const beside =
      (holder === undefined ? undefined : holders.get(holder)) ?? (follows ? before.url : undefined);
    if (beside !== undefined && urls.has(beside) && !found.has(beside)) found.set(beside, at);
  }
  return found;
}

export interface LearnContext {
  readonly url: string;
  readonly maxItems?: number;
}

/**
 * Article links of a front or section page whose selector nobody named: the links that stand in like places,
 * have addresses of like shape, texts as long as headlines and are of the same publisher. In the order of the
 * page, each address once; none where fewer than three are found.
 */
export function learnList(html: string, { url, maxItems = maxLinks }: LearnContext): FeedEntry[] {
  const page = URL.parse(url);
  if (page === null) return [];
  const gatherer = new LinkGatherer(page);
  walkPage(html, url, gatherer);
  const chosen = chooseArticles(distinct(outsideOfBoxes(gatherer.links.map(toTarget))));
  const published = timesOf(chosen, gatherer);
  return chosen.slice(0, maxItems).map((target) => ({
    url: target.url,
    title: target.title,
    authors: [],
    categories: [],
    published: published.get(target.url),
    channel: url,
  }));
}
