import { hasSpamWords } from '../quality/script.ts';
import type { Provenance } from '@newsmill/contracts';
import { languageTag } from '@newsmill/text';
import type { Models } from '../models.ts';
import type { PageContext, ReadArticle } from '../page-reading.ts';
import { scriptOf } from '../quality/script.ts';
import { hackedTitle, titleCover } from '../quality/title-check.ts';
import { attributeOf, FOOTER, SKIPPED, textOf } from '../tree/tree.ts';
import { PAYWALL_ROLE, SUBTITLE_ROLE } from '../tree/vocabulary.ts';
import { readBreadcrumb } from './breadcrumb.ts';
import { normalForm, tidy } from './candidates.ts';
import { bareTitle } from './bare-title.ts';
import { writersIn } from './byline-names.ts';
import { chooseAuthors } from './choose-authors.ts';
import { hostName } from './date-in-address.ts';
import { articleObjects, isNews, metaOf, type Evidence } from './evidence.ts';
import { absoluteUrl, readImages } from './images.ts';
import { textField, type LinkedObject } from './json-ld.ts';
import { namesOf, distinctNames } from './names.ts';
import { readPageLinks } from './page-links.ts';
import type { PageView } from './page-view.ts';
import { linkedLicence, linkedNotice, readNotices, type RightsNotices } from '../rights/read-notices.ts';
import { readRights } from './read-rights.ts';
import { isHeadline, readSection } from './section.ts';
import { chooseModified, choosePublished, type ArticleDate } from './published.ts';
import { likelyTimeZone } from './time-zones.ts';
import { rankAuthors, rankDates, rankTitles, type Ranked } from './rank.ts';

/** All that a page says of its article but the text, and how it was decided. */
export interface Metadata
  extends Omit<
    ReadArticle,
    'published' | 'publishedPrecision' | 'publishedLocal' | 'modified' | 'text' | 'blocks' | 'paywalled'
  > {
  readonly titleConfidence: number;
  readonly distrustedTitle?: { readonly title: string; readonly why: string };
  readonly published?: ArticleDate;
  readonly modified?: ArticleDate;
  /** Undefined where the page does not say whether it shows all. */
  readonly isPaywalled: boolean | undefined;
  readonly provenance: readonly Provenance[];
  /** Where it names terms of use, and how it wants to be named. */
  readonly notices: RightsNotices;
}

/** Languages that alone use their script: where a page claims none, the time zone follows from it. */
const languageOfScript: Partial<Record<string, string>> = { Han: 'zh-CN', Hangul: 'ko', Kana: 'ja' };

const probability = (score: number): number => Math.round((1 / (1 + Math.exp(-score))) * 1000) / 1000;

function readLanguage(view: PageView, context: PageContext): string | undefined {
  const claims = [
    attributeOf(view.tree, 0, 'lang'),
    attributeOf(view.tree, 0, 'xml:lang'),
    metaOf(view.evidence, 'content-language', 'og:locale', 'language', 'dc.language'),
    context.entry?.language,
    context.sourceLanguage,
  ];
  return claims.flatMap((claim) => (claim === undefined ? [] : (languageTag(claim) ?? [])))[0];
}

/** Whether the page says that it shows only a part; undefined where it says nothing of it. */
function readPaywall(view: PageView): boolean | undefined {
  let isFree: boolean | undefined;
  for (const object of view.evidence.linked) {
    const free = object['isAccessibleForFree'];
    if (free === false || (typeof free === 'string' && /^false$/i.test(free))) return true;
    if (free === true || (typeof free === 'string' && /^true$/i.test(free))) isFree = true;
  }
  if (
    /^(?:locked|premium|paid|subscriber)/i.test(
      metaOf(view.evidence, 'article:content_tier', 'content_tier', 'article.content_tier') ?? '',
    )
  )
    return true;
  const { tree } = view;
  for (let node = 0; node < tree.size; node += 1) {
    if (
      tree.tag[node] === 1 ||
      !((tree.roles[node] as number) & PAYWALL_ROLE) ||
      (tree.flags[node] as number) & SKIPPED
    )
      continue;
    if (
      /subscrib|abonn|abo\b|suscr|assine|購読|订阅|구독|اشترك|continue reading|weiterlesen/i.test(
        textOf(tree, node, 400),
      )
    )
      return true;
  }
  return isFree === true ? false : undefined;
}

const copyrightLine =
  /(?:©|\(c\)\s|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|derechos reservados|diritti riservati|direitos reservados|rechten voorbehouden|版权所有|版權所有|無断転載|무단\s?전재|حقوق)/i;

function readCopyright(view: PageView): string | undefined {
  const claimed = metaOf(view.evidence, 'copyright', 'dc.rights', 'dcterms.rights', 'rights');
  if (claimed !== undefined) return tidy(claimed).slice(0, 500);
  const { tree, blocks } = view;
  for (let index = blocks.size - 1; index >= Math.max(0, blocks.size - 60); index -= 1) {
    if ((blocks.weight[index] as number) > 80 || view.isBody[index] === 1) continue;
    const node = blocks.first[index] as number;
    const text = textOf(tree, tree.block[node] as number, 500);
    if (copyrightLine.test(text) && ((tree.flags[node] as number) & FOOTER || index > blocks.size - 40))
      return text;
  }
  return undefined;
}

function readSubtitle(view: PageView, title: string): string | undefined {
  const { tree } = view;
  const stop = view.firstBody >= 0 ? (blockEnd(view) as number) : tree.size;
  const own = normalForm(title);
  for (let node = 0; node < stop; node += 1) {
    if (
      tree.tag[node] === 1 ||
      !((tree.roles[node] as number) & SUBTITLE_ROLE) ||
      (tree.flags[node] as number) & SKIPPED ||
      (tree.end[node] as number) - node > 40
    )
      continue;
    const text = textOf(tree, node, 500);
    if (text.length > 15 && text.length < 400 && normalForm(text) !== own) return text;
  }
  return undefined;
}

function blockEnd(view: PageView): number {
  return view.blocks.last[view.firstBody] as number;
}

interface ChosenTitle {
  readonly title: string;
  readonly score: number;
  readonly source: string;
  /** Why a title that ranked higher was not believed. */
  readonly distrusted?: { readonly title: string; readonly why: string };
}

/** The best title that fits the text; one put there by somebody else gives way to the next that fits. */
function chooseTitle(ranked: readonly Ranked[], context: PageContext, text: string): ChosenTitle {
  const entry =
    context.entry?.title === undefined || context.entry.ofSite === false
      ? ''
      : normalForm(context.entry.title);
  const weighed = ranked
    .map((one) => ({ ...one, score: one.score + (entry !== '' && one.candidate.key === entry ? 8 : 0) }))
    .sort((a, b) => b.score - a.score);
  const best = weighed[0];
  if (best === undefined)
    return {
      title: bareTitle(tidy(context.entry?.title ?? '')),
      score: context.entry?.title === undefined ? -9 : 0,
      source: 'feed',
    };
  const chosen = (one: Ranked, distrusted?: ChosenTitle['distrusted']): ChosenTitle => ({
    title: bareTitle(one.candidate.text),
    score: one.score,
    source: [...one.candidate.sources.keys()].join(' '),
    ...(distrusted === undefined ? {} : { distrusted }),
  });
  const why = hackedTitle(best.candidate.text, text);
  if (why === undefined) return chosen(best);
  const honest = weighed.find(
    ({ candidate }) =>
      candidate.key.length > 8 &&
      hackedTitle(candidate.text, text) === undefined &&
      titleCover(candidate.text, text) > 0.3,
  );
  // Where no other title fits the text, the page was not put another in front: its own shares few words.
  if (honest === undefined && !hasSpamWords(best.candidate.text)) return chosen(best);
  return chosen(honest ?? best, { title: best.candidate.text, why });
}

/** Name of the paper as it stands behind the headline in the title of the page. */
function titleSuffix(pageTitle: string, title: string): string | undefined {
  if (title === '' || !pageTitle.startsWith(title)) return undefined;
  const rest = pageTitle.slice(title.length);
  const suffix = /^\s*[-–—|·_:｜]\s*([^-–—|·_｜]{2,40})$/.exec(rest)?.[1];
  return suffix === undefined ? undefined : tidy(suffix);
}

const keywordMetas = /^(?:article:tag|news_keywords|keywords|parsely-tags|sailthru\.tags)$/;

function readKeywords(evidence: Evidence, objects: readonly LinkedObject[]): string[] {
  const ofMetas = evidence.metas
    .filter((meta) => keywordMetas.test(meta.name))
    .flatMap((meta) => meta.content.split(/[,;、，]/).map((word) => word.trim()));
  return distinctNames([...ofMetas, ...objects.flatMap((object) => namesOf(object['keywords']))], 30);
}

function readSummary(evidence: Evidence, object: LinkedObject | undefined): string | undefined {
  return (
    metaOf(evidence, 'og:description', 'description', 'twitter:description') ??
    textField(object ?? {}, 'description')
  );
}

/** Reads and decides all fields; every decision says where its value was found. */
export function readMetadata(view: PageView, context: PageContext, models: Models, text: string): Metadata {
  const { evidence } = view;
  const base = context.url;
  const title = chooseTitle(rankTitles(view, models.title), context, text);
  const dates = rankDates(view, models.date);
  const language = readLanguage(view, context);
  const clues = {
    now: context.now,
    entryPublished: context.entry?.published,
    isHearsay: context.entry?.ofSite === false,
    timeZone: likelyTimeZone(
      context.sourceTimeZone,
      context.sourceCountry,
      language ?? languageOfScript[scriptOf(text)],
    ),
  };
  const published = choosePublished(dates, clues);
  const modified = chooseModified(dates, published, clues);
  const ranked = rankAuthors(view, models.author);
  const objects = articleObjects(evidence);
  const publisher =
    namesOf(objects[0]?.['publisher'])[0] ??
    metaOf(evidence, 'og:site_name', 'application-name', 'dc.publisher') ??
    context.sourceName ??
    titleSuffix(evidence.title, title.title);
  const { authors: chosen, agencies } = chooseAuthors(ranked, {
    publisher: publisher ?? '',
    host: hostName(view.url),
    isNews: isNews(evidence),
  });
  const authors =
    chosen.length > 0
      ? chosen.map((one) => one.candidate.text)
      : [...new Set((context.entry?.authors ?? []).flatMap(writersIn))];
  const titles = [title.title, evidence.title, metaOf(evidence, 'og:title') ?? ''];
  const breadcrumb = readBreadcrumb(view, title.title).filter((name) => !isHeadline(name, titles));
  const section = readSection(evidence, objects[0], { titles, breadcrumb });
  const summary = readSummary(evidence, objects[0]) ?? context.entry?.summary;
  const { licence, rsl, ...links } = readPageLinks(view, base);
  const provenance: Provenance[] = [];
  const note = (field: string, value: string | undefined, source: string, confidence: number): void => {
    if (value !== undefined && value !== '')
      provenance.push({ field, value: value.slice(0, 300), source, confidence });
  };
  note('title', title.title, title.source, probability(title.score));
  note(
    'published',
    published?.utc,
    published?.source ?? '',
    Math.round((published?.confidence ?? 0) * 1000) / 1000,
  );
  note('modified', modified?.utc, 'modified', 0.8);
  for (const one of chosen)
    note('authors', one.candidate.text, [...one.candidate.sources.keys()].join(' '), probability(one.score));
  for (const agency of agencies) note('agencies', agency, 'among the credits', 0.8);
  note('publisher', publisher, 'structured data or meta', 0.9);
  note('section', section, 'meta, structured data or breadcrumb', 0.8);
  return {
    title: title.title,
    titleConfidence: probability(title.score),
    distrustedTitle: title.distrusted,
    authors,
    agencies,
    published,
    modified,
    publisher: publisher === undefined ? undefined : tidy(publisher),
    section: section === undefined ? undefined : tidy(section),
    breadcrumb,
    keywords: readKeywords(evidence, objects).filter(
      (word) => hasSpamWords(title.title) || !hasSpamWords(word),
    ),
    summary: summary === undefined ? undefined : tidy(summary).slice(0, 2_000),
    images: readImages(view, base),
    licence:
      licence ??
      absoluteUrl(metaOf(evidence, 'dc.license', 'dcterms.license'), base) ??
      linkedLicence(objects[0], base),
    copyright: linkedNotice(objects[0]) ?? readCopyright(view),
    notices: readNotices(objects[0], rsl, base),
    ...readRights(objects[0], base),
    isPaywalled: readPaywall(view),
    ...links,
    language,
    subtitle: readSubtitle(view, title.title),
    provenance,
  };
}
