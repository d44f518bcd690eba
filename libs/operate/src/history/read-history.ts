import { serveArticle, type ArticleVersion, type EditClass, type WayOut } from '@newsmill/contracts';
import type { LibraryReader } from '@newsmill/store';
import { servedArticle, type ArticlePorts } from '../rights/served-article.ts';
import { servingOf } from '../rights/serve-library.ts';

/** One version of an article, as readers read it. */
export interface HistoryVersion
  extends Pick<
    ArticleVersion,
    'version' | 'title' | 'subtitle' | 'content' | 'language' | 'authors' | 'published' | 'modified'
  > {
  /** When newsmill first read it so, ISO 8601; of the first version, when it was discovered. */
  readonly from: string;
  /** When newsmill first read it otherwise; absent: it reads so now. */
  readonly until?: string | undefined;
  /** What the edit changed that made it; none for the first. */
  readonly classes: readonly EditClass[];
}

/** All versions of an article that are kept, the oldest first; the last one is that of now. */
export interface History {
  readonly id: string;
  readonly versions: readonly HistoryVersion[];
}

/** What of a mill it takes to read histories. */
export interface HistoryPorts extends ArticlePorts {
  readonly library: Pick<LibraryReader, 'get' | 'versions'>;
}

function shown(version: Omit<HistoryVersion, 'from' | 'until' | 'classes'>): typeof version {
  const { title, subtitle, content, language, authors, published, modified } = version;
  return { version: version.version, title, subtitle, content, language, authors, published, modified };
}

/**
 * The history of an article, as it may be shown on one way out: of no version more is shown than of the article
 * now. Refuses with unknown-article.
 */
export async function readHistory(ports: HistoryPorts, id: string, way: WayOut): Promise<History> {
  const article = await servedArticle(ports, id, way);
  const earlier = await ports.library.versions(id);
  const context = servingOf(ports, way, article.sourceId);
  const versions = earlier.flatMap((kept, place): HistoryVersion[] => {
    const document = serveArticle({ ...article, ...shown(kept) }, context);
    const before = earlier[place - 1];
    return document === undefined
      ? []
      : [
          {
            ...shown(document),
            from: before === undefined ? article.firstSeen : new Date(before.until).toISOString(),
            until: new Date(kept.until).toISOString(),
            classes: before?.classes ?? [],
          },
        ];
  });
  const last = earlier.at(-1);
  return {
    id,
    versions: [
      ...versions,
      {
        ...shown(article),
        from: last === undefined ? article.firstSeen : new Date(last.until).toISOString(),
        classes: last?.classes ?? [],
      },
    ],
  };
}
