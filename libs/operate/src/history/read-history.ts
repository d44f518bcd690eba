import {
  serveArticle,
  whyNotServed,
  type ArticleVersion,
  type EditClass,
  type ServingContext,
  type WayOut,
} from '@newsmill/contracts';
import type { LibraryReader } from '@newsmill/store';
import { Refusal } from '../refusal.ts';
import { grantsOf, type ServingPorts } from '../rights/serve-library.ts';

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
export interface HistoryPorts extends Pick<ServingPorts, 'folder' | 'now'> {
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
  const [article, earlier] = await Promise.all([ports.library.get(id), ports.library.versions(id)]);
  if (article === undefined) throw new Refusal('unknown-article', 'The library holds no article of this id.');
  const context: ServingContext = {
    way,
    grant: grantsOf((source) => ports.folder.sourceOf(source))(article.sourceId),
    now: ports.now(),
  };
  const now = serveArticle(article, context);
  if (now === undefined)
    throw new Refusal(
      'unknown-article',
      `This article is not shown: ${whyNotServed(article, context) ?? ''}.`,
    );
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
        ...shown(now),
        from: last === undefined ? article.firstSeen : new Date(last.until).toISOString(),
        classes: last?.classes ?? [],
      },
    ],
  };
}
