import { pick, seededRandom, shuffled } from './seeded-random.ts';
import { languages, type Language } from './vocabulary.ts';
import { writeTitle } from './write-story.ts';

export const channelForms = [
  'rss',
  'atom',
  'rdf',
  'json-feed',
  'news-sitemap',
  'list',
  'malformed-rss',
] as const;
export type ChannelForm = (typeof channelForms)[number];

/** Kinds of trouble and their share of all articles; each comes at least once. */
// biome-ignore format: a table, read by its rows
export const faultShares = {
  'not-found': 0.01,
  'gone-410': 0.01,
  'once-429': 0.015,
  'once-500': 0.02,
  'once-503': 0.01,
  'once-reset': 0.01,
  'once-truncated': 0.01,
  slow: 0.004,
  'charset-in-meta-only': 0.02,
  'charset-header-lies': 0.02,
  redirect: 0.03,
  'redirect-loop': 0.002,
  'redirect-off': 0.004,
  endless: 0.001,
  private: 0.01,
  pdf: 0.004,
  empty: 0.004,
  update: 0.06,
  'copy-exact': 0.04,
  'copy-near': 0.04,
  print: 0.01,
} as const;
/**
 * Troubles of later life, which come only where they are asked for: pages that go away at phase 2 (410, 404),
 * and one that fails for ever while the feed carries its text.
 */
export const lifeShares = { 'gone-later': 0.03, 'missing-later': 0.03, failing: 0.03 } as const;
export type Fault = keyof typeof faultShares | keyof typeof lifeShares;

/** Forms of channel that carry whole texts, for what fails for ever. */
export const formsWithContent: readonly ChannelForm[] = ['rss', 'atom', 'json-feed'];
/** A list page does not tell that something has changed. */
const formsWithDates: readonly ChannelForm[] = channelForms.filter((form) => form !== 'list');

/** One virtual paper. */
export interface Site {
  readonly index: number;
  /** 127.0.0.n */
  readonly host: string;
  readonly name: string;
  readonly language: Language;
  readonly form: ChannelForm;
  readonly template: number;
  readonly encoding: 'identity' | 'gzip' | 'br';
  /** Has a second channel that repeats some of its articles under tracking addresses. */
  readonly hasSection: boolean;
  readonly hasRobots: boolean;
}

/** One page of the web. Copies and print versions tell the story of another article. */
export interface PlannedArticle {
  readonly index: number;
  readonly site: Site;
  readonly language: Language;
  readonly title: string;
  /** Stands in the text of this article, of its copies, and nowhere else. */
  readonly token: string;
  /** Stands in the text from phase 2 on, instead of `token`; for updates. */
  readonly laterToken?: string;
  readonly published: Date;
  readonly fault?: Fault;
  /** Index of the article whose story this is. */
  readonly story: number;
  /** Path of the page, and the path that channels name (another one for redirects). */
  readonly path: string;
  readonly listedPath: string;
  readonly inSection: boolean;
}

export interface NewsWebPlan {
  readonly sites: readonly Site[];
  readonly articles: readonly PlannedArticle[];
}

const siteNames: Readonly<Record<Language, readonly string[]>> = {
  en: ['The Saltmere Echo', 'Alder Quay Mercury', 'The Wexby Packet', 'Northgate Observer'],
  de: ['Salzhavener Bote', 'Alderkaier Zeitung', 'Deichhausener Anzeiger', 'Möwenorter Tageblatt'],
  zh: ['盐湾晚报', '青石港日报', '月牙湾新闻网', '望潮周刊'],
  ko: ['소금마을신문', '갈매기일보', '물레섬뉴스', '안개포구타임스'],
  ar: ['صحيفة المرفأ', 'أخبار الواحة', 'صوت الساحل', 'منارة اليوم'],
};

/** `guarded` are the sites that have something to forbid and so need a robots.txt. */
function planSites(hosts: number, guarded: ReadonlySet<number>): Site[] {
  return Array.from({ length: hosts }, (_, index) => {
    const language = languages[index % languages.length] ?? 'en';
    const round = Math.floor(index / languages.length);
    const base = siteNames[language][round % 4] ?? 'News';
    return {
      index,
      host: `127.0.0.${index + 1}`,
      name: round < 4 ? base : `${base} ${Math.floor(round / 4) + 1}`,
      language,
      form: channelForms[index % channelForms.length] ?? 'rss',
      template: index % 4,
      encoding: index % 3 === 1 ? 'gzip' : index % 6 === 5 ? 'br' : 'identity',
      hasSection: index % 2 === 0,
      hasRobots: index % 6 !== 4 || guarded.has(index),
    };
  });
}

function planFaults(count: number, seed: number): Map<number, Fault> {
  const order = shuffled(
    seededRandom(seed, 'faults'),
    Array.from({ length: count }, (_, index) => index),
  );
  const planned = new Map<number, Fault>();
  let next = 0;
  const kinds = Object.keys(faultShares).filter(
    (name): name is keyof typeof faultShares => name in faultShares,
  );
  for (const kind of kinds) {
    for (
      let left = Math.max(1, Math.round(faultShares[kind] * count));
      left > 0 && next < order.length;
      left -= 1
    ) {
      planned.set(order[next] ?? 0, kind);
      next += 1;
    }
  }
  return planned;
}

function token(seed: number, index: number, version: number): string {
  return `nw${seed}q${String(index).padStart(5, '0')}v${version}`;
}

function path(
  index: number,
  published: Date,
  fault: Fault | undefined,
  site: Site,
): { path: string; listedPath: string } {
  const day = published.toISOString().slice(0, 10).replaceAll('-', '/');
  const page =
    fault === 'private'
      ? `/private/story-${index}.html`
      : fault === 'pdf'
        ? `/files/report-${index}.pdf`
        : site.index % 4 === 3
          ? `/story?id=${index}`
          : `/${day}/story-${index}`;
  const isMoved = fault === 'redirect' || fault === 'redirect-loop' || fault === 'redirect-off';
  return { path: page, listedPath: isMoved ? `/go/${index}` : page };
}

const newest = Date.UTC(2026, 9, 30, 18);
const span = 58 * 86_400_000;

/** Adds the troubles of later life, on sites whose channel serves for them. */
function addLifeFaults(faults: Map<number, Fault>, count: number, hosts: number): void {
  const kinds = Object.keys(lifeShares).filter((name): name is keyof typeof lifeShares => name in lifeShares);
  let index = 0;
  for (const kind of kinds) {
    const forms = kind === 'failing' ? formsWithContent : formsWithDates;
    for (
      let left = Math.max(1, Math.round(lifeShares[kind] * count));
      left > 0 && index < count;
      index += 1
    ) {
      const form = channelForms[(index % hosts) % channelForms.length];
      if (faults.has(index) || form === undefined || !forms.includes(form)) continue;
      faults.set(index, kind);
      left -= 1;
    }
  }
}

/** Plans `count` articles on `hosts` sites. The same arguments give the same plan. */
export function planNewsWeb(
  count: number,
  hosts: number,
  seed: number,
  withFaults: boolean,
  withLife = false,
): NewsWebPlan {
  const faults = withFaults ? planFaults(count, seed) : new Map<number, Fault>();
  if (withLife) addLifeFaults(faults, count, hosts);
  const guarded = new Set(
    [...faults].filter(([, fault]) => fault === 'private').map(([index]) => index % hosts),
  );
  const sites = planSites(hosts, guarded);
  const titles = new Set<string>();
  const originals = Array.from({ length: count }, (_, index) => planOriginal(index));
  function planOriginal(index: number): PlannedArticle {
    const site = sites[index % hosts];
    if (site === undefined) throw new Error('a news web needs at least one host');
    const fault = faults.get(index);
    const published = new Date(newest - Math.floor((index * span) / count / 60_000) * 60_000);
    let attempt = 0;
    let title = writeTitle(site.language, seed, index, attempt);
    while (titles.has(title)) title = writeTitle(site.language, seed, index, (attempt += 1));
    titles.add(title);
    const laterToken = fault === 'update' ? token(seed, index, 2) : undefined;
    const inSection = site.hasSection && index % 3 === 0;
    return {
      index,
      site,
      language: site.language,
      title,
      token: token(seed, index, 1),
      laterToken,
      published,
      fault,
      story: index,
      inSection,
      ...path(index, published, fault, site),
    };
  }
  return { sites, articles: originals.map((article) => asCopy(article, originals, sites, seed)) };
}

/**
 * Copies take over the story of an untroubled article: on another site, or, as its print version, on the same
 * one.
 */
function asCopy(
  article: PlannedArticle,
  originals: readonly PlannedArticle[],
  sites: readonly Site[],
  seed: number,
): PlannedArticle {
  const { fault, index } = article;
  if (fault !== 'copy-exact' && fault !== 'copy-near' && fault !== 'print') return article;
  const random = seededRandom(seed, 'copy', index);
  const sound = originals.filter((one) => one.fault === undefined);
  if (sound.length === 0) throw new Error('too few articles for copies: plan more, or none with faults');
  const original = pick(random, sound);
  const elsewhere = sites.filter((site) => site !== original.site);
  const sameLanguage = elsewhere.filter((site) => site.language === original.language);
  const site =
    fault === 'print'
      ? original.site
      : pick(random, sameLanguage.length > 0 ? sameLanguage : elsewhere.length > 0 ? elsewhere : sites);
  const published =
    fault === 'print' ? original.published : new Date(original.published.getTime() + 3_600_000);
  const own =
    fault === 'print' ? `/print/${original.index}-${index}` : path(index, published, fault, site).path;
  return {
    ...article,
    site,
    language: original.language,
    title: original.title,
    token: original.token,
    story: original.index,
    published,
    path: own,
    listedPath: own,
    inSection: false,
  };
}
