import { topicLabel, type ArticleDocument } from '@newsmill/contracts';

/** A feed of articles, before it becomes RSS, Atom or JSON Feed. Addresses are absolute. */
export interface FeedOut {
  readonly title: string;
  readonly description: string;
  /** Where this feed is. */
  readonly self: string;
  /** Where people see the same. */
  readonly home: string;
  /** The page of older articles (RFC 5005 and JSON Feed). */
  readonly next?: string;
  /** Epoch milliseconds of the newest change; of the answer where there is no article. */
  readonly updated: number;
  readonly items: readonly FeedItemOut[];
}

export interface FeedItemOut {
  /** urn:newsmill:article:<id>, for good. */
  readonly uri: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** Epoch milliseconds. */
  readonly published: number;
  readonly updated: number;
  /** BCP 47; absent when unknown. */
  readonly language?: string;
  readonly authors: readonly string[];
  readonly sourceId: string;
  readonly sourceName: string;
  readonly categories: readonly string[];
  readonly image?: { readonly url: string; readonly type?: string; readonly alt?: string };
  readonly storyId?: string;
  readonly familyId?: string;
  readonly copyright?: string;
}

const longestSummary = 500;
const mostCategories = 20;
const imageTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};

/** One line without control characters. */
function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** The beginning of a text, cut at a word. */
function beginningOf(text: string): string {
  const plain = plainLine(text);
  if (plain.length <= longestSummary) return plain;
  const cut = plain.slice(0, longestSummary);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestSummary - 60)).trimEnd()}…`;
}

function timeOf(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function imageOf({ images }: ArticleDocument): FeedItemOut['image'] {
  const image = images.find(({ url }) => isWebAddress(url));
  if (image === undefined) return undefined;
  const url = new URL(image.url).href;
  return {
    url,
    type: imageTypes[/\.([a-z]{3,4})$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? ''],
    alt: image.alt,
  };
}

/** What a feed tells of an article. */
export function toFeedItem(article: ArticleDocument): FeedItemOut {
  const published = timeOf(article.published) ?? timeOf(article.firstSeen) ?? 0;
  const summary = beginningOf(article.summary ?? article.content);
  const categories = new Set(
    [
      article.section ?? '',
      ...[...(article.topics ?? []), ...(article.subtopics ?? [])].map(topicLabel),
      ...article.keywords,
    ]
      .map(plainLine)
      .filter((text) => text !== ''),
  );
  return {
    uri: `urn:newsmill:article:${article.id}`,
    url: new URL(article.url).href,
    title: plainLine(article.title) || summary.slice(0, 80) || article.url,
    summary,
    published,
    updated: Math.max(published, timeOf(article.modified) ?? 0),
    language: article.language === 'und' ? undefined : article.language,
    authors: article.authors,
    sourceId: article.sourceId,
    sourceName: article.sourceName ?? article.publisher ?? article.sourceId,
    categories: [...categories].slice(0, mostCategories),
    image: imageOf(article),
    storyId: article.storyId,
    familyId: article.familyId,
    copyright: article.copyright,
  };
}

/** The language that all items have in common. */
export function commonLanguage(items: readonly FeedItemOut[]): string | undefined {
  const [first] = items;
  return first !== undefined && items.every(({ language }) => language === first.language)
    ? first.language
    : undefined;
}
