import type { CleanArticle, SiteArticle } from '@newsmill/contracts';
import { countWords } from '@newsmill/text';
import { hashOfUnits } from '../tree/hash-of-units.ts';

/** What an article looks like from outside: enough to see that a layout broke, too little to tell the article. */
export interface ArticleShape {
  readonly item: string;
  /** When its page was fetched, epoch milliseconds. */
  readonly at: number;
  readonly words: number;
  /** Length of the title, UTF-16 units. */
  readonly title: number;
  /** Hashes of title and text, 32 bits. */
  readonly titleHash: number;
  readonly textHash: number;
  readonly isDated: boolean;
  readonly isAuthored: boolean;
  readonly isIllustrated: boolean;
  /** Whether its publisher marks it as one for subscribers. */
  readonly isPaywalled: boolean;
  /** Hash of tags and classes of the box that gave most of the text; 0 where none was seen. */
  readonly box: number;
}

/** The shape of a cleaned article whose text came from `box`. */
export function shapeOf(
  article: Pick<
    CleanArticle,
    'item' | 'fetchedAt' | 'title' | 'text' | 'published' | 'authors' | 'images' | 'paywalled'
  >,
  box: number,
): ArticleShape {
  return {
    item: article.item,
    at: article.fetchedAt,
    words: countWords(article.text),
    title: article.title.length,
    titleHash: hashOfUnits(article.title),
    textHash: hashOfUnits(article.text),
    isDated: article.published !== undefined,
    isAuthored: article.authors.length > 0,
    isIllustrated: article.images.length > 0,
    isPaywalled: article.paywalled,
    box,
  };
}

/** How a shape is written: whole numbers to the base 36, the last the four answers by yes or no. */
export function writeShape(shape: ArticleShape): string {
  const answers = [shape.isDated, shape.isAuthored, shape.isIllustrated, shape.isPaywalled].reduce(
    (sum, answer, place) => sum + Number(answer) * 2 ** place,
    0,
  );
  return [shape.at, shape.words, shape.title, shape.titleHash, shape.textHash, shape.box, answers]
    .map((number) => number.toString(36))
    .join(',');
}

/** The shapes of remembered articles; what cannot be read gives none. */
export function readShapes(articles: readonly SiteArticle[]): ArticleShape[] {
  return articles.flatMap(({ item, lines }) => {
    const [at, words, title, titleHash, textHash, box, answers, ...more] = lines
      .split(',', 8)
      .map((number) => Number.parseInt(number, 36));
    if (more.length > 0 || at === undefined || words === undefined || title === undefined) return [];
    if (titleHash === undefined || textHash === undefined || box === undefined || answers === undefined)
      return [];
    if (!Number.isSafeInteger(at + words + title + titleHash + textHash + box + answers)) return [];
    return [
      {
        item,
        at,
        words,
        title,
        titleHash,
        textHash,
        isDated: (answers & 1) !== 0,
        isAuthored: (answers & 2) !== 0,
        isIllustrated: (answers & 4) !== 0,
        isPaywalled: (answers & 8) !== 0,
        box,
      },
    ];
  });
}
