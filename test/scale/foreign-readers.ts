import { cleanArticle, readPage, toMarkdown, toPlainText } from '@newsmill/clean';
import { ArticleDocument, FetchedPage, knowsNothing, type Block, type Known } from '@newsmill/contracts';
import {
  codeOfSection,
  detectLanguage,
  enrichArticle,
  findDates,
  findKeyPhrases,
  findMoney,
  findQuantities,
  findQuotes,
  listEnrichers,
  sketchOf,
  storySketchOf,
} from '@newsmill/enrich';
import {
  beginsAsPage,
  faultOfAnswer,
  faultOfPage,
  findFeeds,
  findLive,
  findNextPage,
  findSections,
  readListPage,
  linksOf,
  parseFeed,
  readCandidate,
  readFeed,
  readOpml,
  readRetryAfter,
  readRobots,
  readSitemap,
} from '@newsmill/fetch';
import { learnList } from '../../libs/fetch/src/lists/learn-list.ts';
import {
  csvLine,
  nearQuery,
  parseQuery,
  toDocument,
  toFeedItem,
  toMarkdown as documentToMarkdown,
  toNewsArticle,
  toNinjs,
  writeAtom,
  writeJsonFeed,
  writeRss,
} from '@newsmill/search';
import {
  countWords,
  decodeEntities,
  decodeText,
  judgeEdit,
  languageTag,
  mendMojibake,
  monthOf,
  newsKey,
  plainAddress,
  readChallenge,
  readFeedDate,
  readPassage,
  registrableDomain,
  safeAddress,
  shownAddress,
  splitSentences,
  stripTags,
  toSafeHtml,
  urlKey,
} from '@newsmill/text';
import { contentHash } from '../../libs/enrich/src/content-hash.ts';
import { findDateline } from '../../libs/enrich/src/dateline/find-dateline.ts';
import { findEntities } from '../../libs/enrich/src/entities/find-entities.ts';
import { findTopics } from '../../libs/enrich/src/topics/find-topics.ts';
import { mendSummary } from '../../libs/clean/src/metadata/mend-summary.ts';
import { peopleAmong } from '../../libs/clean/src/metadata/people-among.ts';
import { measureReadability } from '../../libs/enrich/src/summary/measure-readability.ts';
import { summarize } from '../../libs/enrich/src/summary/summarize.ts';
import { cacheMaxAge } from '../../libs/fetch/src/poll/cache-max-age.ts';
import { readList } from '../../libs/fetch/src/lists/read-list.ts';
import { csvCell } from '../../libs/search/src/to-csv.ts';
import { searchTokens } from '../../libs/text/src/search-tokens.ts';

/** Nothing is known of other articles. */
const known: Known = { ...knowsNothing, articleId: 'article' };

/** A function over a text that strangers write. */
export type ForeignReader = (text: string) => unknown;

const url = 'https://paper.example/news/ferry';
const now = Date.parse('2026-03-12T10:00:00Z');
const story =
  '<p>Northgate council voted on Tuesday to spend four million pounds on the return of the harbour ferry, which has not sailed since 2011.</p>'.repeat(
    4,
  );
const page = (html: string) => readPage({ html }, { url, now, isAnnounced: true });
const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const markup = (text: string): string => attribute(text).replaceAll('<', '&lt;');
const bytes = (text: string): Uint8Array => Buffer.from(text);
/** One for each way in which texts are parted into words. */
const languages = ['en', 'ar', 'zh', 'ko'] as const;

/** Every part of a page in which a text can stand. */
const parts: Readonly<Record<string, (text: string) => string>> = {
  'as the whole page': (text) => text,
  'in a paragraph': (text) => `<h1>Ferry</h1>${story}<p>${text}</p>`,
  'in a paragraph, escaped': (text) => `<h1>Ferry</h1>${story}<p>${markup(text)}</p>`,
  'in many paragraphs': (text) =>
    `<h1>Ferry</h1>${story}${text.replace(/[^]{200}/g, (piece) => `<p>${markup(piece)} and so on</p>`)}`,
  'in what reserves rights': (text) =>
    `<meta name="robots" content="${attribute(text)}"><meta name="robots" content="unavailable_after: ${attribute(text)}"><meta name="tdm-reservation" content="1"><meta name="tdm-policy" content="${attribute(text)}"><link rel="license" href="${attribute(text)}"><link rel="license" type="application/rsl+xml" href="${attribute(text)}">${story}`,
  'in the title': (text) => `<title>${text}</title><h1>${markup(text)}</h1>${story}`,
  'in metas': (text) =>
    `<meta property="og:title" content="${attribute(text)}"><meta name="description" content="${attribute(text)}"><meta name="keywords" content="${attribute(text)}"><meta name="author" content="${attribute(text)}"><meta property="article:published_time" content="${attribute(text)}">${story}`,
  'in attributes': (text) =>
    `<link rel="canonical" href="${attribute(text)}"><h1 class="${attribute(text)}">Ferry</h1><a href="${attribute(text)}">x</a><img src="${attribute(text)}" alt="${attribute(text)}" srcset="${attribute(text)}">${story}`,
  'in the byline': (text) =>
    `<h1>Ferry</h1><p class="byline">By ${markup(text)}</p><time>${markup(text)}</time>${story}`,
  'in a caption, a quote, code, a list and a table': (text) =>
    `<h1>Ferry</h1>${story}<figure><img src="/a.jpg"><figcaption>${markup(text)}</figcaption></figure><blockquote>${markup(text)}</blockquote><pre>${markup(text)}</pre><ul><li>${markup(text)}</ul><table><tr><td>${markup(text)}<td>x</table>${story}`,
  'in structured data': (text) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: text, name: text, author: { name: text }, datePublished: text, articleBody: text, description: text, image: text, keywords: text })}</script>${story}`,
  'in broken structured data': (text) =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${text}</script>${story}`,
  'in a script': (text) => `<script>window.state = {"body":"${text}"}</script><script>${text}</script>`,
  'in a comment': (text) => `<!--${text}--><h1>Ferry</h1>${story}`,
};

/** Every part of a feed in which a text can stand. */
const rss = (text: string): string =>
  `<rss version="2.0"><channel><title>${markup(text)}</title><item><title>${markup(text)}</title><link>https://paper.example/${markup(text)}</link><author>${markup(text)}</author><pubDate>${markup(text)}</pubDate><category>${markup(text)}</category><description>${markup(text)}</description><content:encoded><![CDATA[${text}]]></content:encoded></item></channel></rss>`;
const blocksOf = (text: string): Block[] =>
  (['paragraph', 'quote', 'code', 'list-item', 'table', 'heading', 'caption'] as const).map((kind) => ({
    kind,
    text,
    ...(kind === 'heading' ? { level: 2 } : {}),
  }));

/** A page through all steps, and its document in every form that leaves the mill. */
function wholeWay(text: string): unknown {
  const html = parts['in the byline']?.(text) ?? '';
  const fetched = FetchedPage.parse({
    item: url,
    sourceId: 'paper',
    sourceName: 'The Paper',
    url,
    finalUrl: url,
    fetchedAt: now,
    firstSeen: now,
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    robotsAgent: 'newsmill',
    httpHeaders: {
      'x-robots-tag': text,
      'tdm-reservation': '1',
      'tdm-policy': text,
      'content-usage': text,
      'content-signal': text,
      link: `<${text}>; rel="license"; type="application/rsl+xml"`,
    },
    body: bytes(`<title>${markup(text)}</title>${html}<p>${markup(text)}</p>`),
    entry: {
      url,
      title: text,
      summary: text,
      authors: [text],
      channel: 'https://paper.example/feed',
      channelKind: 'feed',
    },
  });
  const cleaned = cleanArticle(fetched);
  if (cleaned.kind !== 'accept') return cleaned;
  const enriched = enrichArticle(cleaned.value, known, listEnrichers());
  const made = enriched.kind === 'accept' ? toDocument(enriched.value, { pipelineVersion: '1' }) : enriched;
  if (made.kind !== 'accept') return made;
  const document = ArticleDocument.parse(made.value);
  const feed = {
    title: text,
    description: text,
    home: url,
    self: url,
    updated: now,
    items: [toFeedItem(document)],
  };
  return [
    toNinjs(document),
    toNewsArticle(document),
    documentToMarkdown(document),
    csvLine([document.title, document.text]),
    writeRss(feed),
    writeAtom(feed),
    writeJsonFeed(feed),
  ];
}

const enrichers: Readonly<Record<string, ForeignReader>> = Object.fromEntries(
  Object.entries({
    findDates: (text: string, language: string) =>
      findDates({ text, language, published: '2026-03-12T10:00:00Z' }),
    findMoney: (text: string, language: string) => findMoney({ text, language, country: 'US' }),
    findQuantities: (text: string, language: string) => findQuantities({ text, language }),
    findEntities: (text: string, language: string) =>
      findEntities({ title: text.slice(0, 200), paragraphs: text.split('\n\n'), language }),
    findQuotes: (text: string, language: string) => findQuotes({ text, language, people: ['Ada Moss'] }),
    findDateline: (text: string) => findDateline({ text, published: '2026-03-12T10:00:00Z' }),
    findKeyPhrases: (text: string, language: string) => findKeyPhrases({ title: 'Ferry', text, language }),
    mendSummary: (text: string, language: string) => mendSummary(text, { title: 'Ferry', text, language }),
    peopleAmong: (text: string) => peopleAmong([text], { publisher: 'Ferry News', host: 'ferrynews' }),
    summarize: (text: string, language: string) => summarize({ title: 'Ferry', text, language }),
    measureReadability: (text: string, language: string) => measureReadability(text, language),
    findTopics: (text: string, language: string) =>
      findTopics({ title: text, text, language, url, section: text, feedCategories: [text] }),
    storySketchOf: (text: string, language: string) => storySketchOf({ title: text, text, language }),
    splitSentences: (text: string, language: string) => splitSentences(text, language),
    judgeEdit: (text: string, language: string) =>
      judgeEdit(
        { title: text, content: `Ferry. ${text}`, language },
        { title: `${text}.`, content: `${text} Correction: ferry.`, language },
      ),
  }).flatMap(([name, read]) =>
    languages.map((language) => [`${name} (${language})`, (text: string) => read(text, language)]),
  ),
);

/** All functions that read what strangers write: by name. */
export const foreignReaders: Readonly<Record<string, ForeignReader>> = {
  ...Object.fromEntries(
    Object.entries({
      urlKey,
      newsKey,
      plainAddress,
      shownAddress: (text: string) =>
        shownAddress({ own: 'https://a.example/x', canonical: `https://a.example/${text}`, title: text }),
      registrableDomain,
      languageTag,
      readFeedDate,
      mendMojibake,
      countWords,
      decodeEntities,
      monthOf,
      safeAddress,
      stripTags,
      codeOfSection,
      beginsAsPage,
      readRobots,
      detectLanguage,
      parseQuery,
      csvCell,
    }).map(([name, read]) => [name, (text: string) => read(text)]),
  ),
  searchTokens: (text) => searchTokens(text).length,
  readChallenge: (text) => readChallenge({ status: 403, headers: { 'cf-mitigated': text }, text }),
  'readPassage (text)': (text) => readPassage({ url, status: 200, headers: { refresh: text }, html: text }),
  'readPassage (page)': (text) =>
    readPassage({
      url,
      status: 200,
      headers: {},
      html: `<title>${text}</title><h1>${text}</h1><form><input type="password"><button>${text}</button></form><script>location="${text}"</script>`,
    }),
  'decodeText (html)': (text) => decodeText(bytes(text), { kind: 'html' }),
  'decodeText (latin1)': (text) => decodeText(Buffer.from(text, 'latin1'), { kind: 'html' }),
  'decodeText (text)': (text) => decodeText(bytes(text), { kind: 'text' }),
  ...enrichers,
  contentHash: (text) => contentHash(text, text),
  sketchOf: (text) => sketchOf(text, text),
  ...Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [`readPage, ${name}`, (text: string) => page(part(text))]),
  ),
  toSafeHtml: (text) => toSafeHtml({ blocks: blocksOf(text) }),
  toMarkdown: (text) => toMarkdown({ title: text, byline: text, blocks: blocksOf(text) }),
  toPlainText: (text) => toPlainText({ title: text, byline: text, blocks: blocksOf(text) }),
  'parseFeed (rss)': (text) => parseFeed(rss(text)),
  'parseFeed (text)': (text) => parseFeed(text),
  'parseFeed (open tags)': (text) => parseFeed(`<rss><channel><item><title>${text}`),
  'parseFeed (json)': (text) =>
    parseFeed(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: text,
        items: [
          {
            id: text,
            url: text,
            title: text,
            content_html: text,
            date_published: text,
            authors: [{ name: text }],
            tags: [text],
          },
        ],
      }),
    ),
  'parseFeed (broken json)': (text) =>
    parseFeed(`{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "${text}`),
  'readFeed (rss)': (text) => readFeed(rss(text), { url, now, maxItems: 100 }),
  readSitemap: (text) =>
    readSitemap(
      bytes(
        `<urlset><url><loc>${markup(text)}</loc><lastmod>${markup(text)}</lastmod></url>${text}</urlset>`,
      ),
      { url, maxItems: 100 },
    ),
  'readSitemap (text)': (text) => readSitemap(bytes(text), { url, maxItems: 100 }),
  readOpml: (text) =>
    readOpml(
      bytes(
        `<opml><body><outline text="${attribute(text)}" xmlUrl="${attribute(text)}"/>${text}</body></opml>`,
      ),
    ),
  'readRobots (rules)': (text) =>
    readRobots(`user-agent: *\ndisallow: ${text}\n${text}: /\nsitemap: ${text}\ncrawl-delay: ${text}`),
  faultOfAnswer: (text) =>
    faultOfAnswer({ status: 429, headers: { 'retry-after': text, 'cf-mitigated': text } }, text, 0),
  faultOfPage: (text) => faultOfPage(url, `<!doctype html>${text}`),
  findFeeds: (text) =>
    findFeeds(
      `<head><link rel="alternate" type="application/rss+xml" href="${attribute(text)}" title="${attribute(text)}">${text}`,
      url,
    ),
  readListPage: (text) =>
    readListPage(
      `<html lang="${attribute(text)}"><title>${markup(text)}</title><meta property="og:site_name" content="${attribute(text)}"><a href="/news/ferry-returns-2026">${markup(text)}</a>`,
      url,
    ),
  findSections: (text) =>
    findSections(`<nav><a href="/sport">${markup(text)}</a></nav>${text}`, url, [`${url}a/b`]),
  learnList: (text) => learnList(`<a href="/news/ferry-returns-2026">${markup(text)}</a>${text}`, { url }),
  readList: (text) =>
    readList(`<h2><a href="/news/ferry">${markup(text)}</a></h2>${text}`, { url, select: 'h2 a' }),
  linksOf: (text) => linksOf(`<${text}>; rel="${text}"; ${text}`, 'hub', url),
  'linksOf (header)': (text) => linksOf(text, 'hub', url),
  readRetryAfter: (text) => readRetryAfter(text, now),
  cacheMaxAge: (text) => cacheMaxAge({ 'cache-control': text, age: text, expires: text, date: text }),
  findLive: (text) => findLive(Buffer.from(text)),
  findNextPage: (text) =>
    findNextPage(
      {
        url,
        body: bytes(`<link rel="next" href="${attribute(text)}">${text}`),
        encoding: 'identity',
        headers: { link: text },
      },
      { first: url, number: 2 },
    ),
  readCandidate: (text) =>
    readCandidate({ url, bytes: bytes(text), contentType: 'text/xml', link: text, foundBy: 'asked', now }),
  nearQuery: (text) => {
    const parsed = parseQuery(text);
    return parsed.ok && parsed.query !== undefined ? nearQuery(parsed.query) : undefined;
  },
  'all steps and forms': wholeWay,
};
