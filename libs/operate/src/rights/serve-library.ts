import {
  serveArticle,
  serveHit,
  hiddenFlags,
  isCopyOut,
  type QueryNode,
  type RightsGrant,
  type ServingContext,
  type Source,
  type WayOut,
} from '@newsmill/contracts';
import { hiddenFrom } from '@newsmill/search';
import type { ChangesPage, LibraryChange, LibraryReader } from '@newsmill/store';
import type { MillPorts } from '../mill-ports.ts';

/** What the operator allows of a source against its pages, as the source files stand now. */
export type Grants = (sourceId: string) => RightsGrant | undefined;

/** The grants of source files; `sourceOf` is asked each time, so that a change counts at once. */
export function grantsOf(sourceOf: (id: string) => Pick<Source, 'rights'> | undefined): Grants {
  return (sourceId) => sourceOf(sourceId)?.rights;
}

/** What of a library gives out articles. */
export type ServedLibrary = Pick<LibraryReader, 'get' | 'search' | 'related' | 'changes' | 'wordsLike'>;

/**
 * A library as it may be shown on one way out: articles, hits and changes without what their rights withhold, and but
 * for copies of the library without what is hidden (hiddenFlags), unless a request says itself which flags it leaves
 * out. Every reader that gives something to somebody reads through one of these. What must not appear at all is left
 * out of pages, so a page may be shorter than it was asked for.
 */
export function serveLibrary(
  library: ServedLibrary,
  way: WayOut,
  { grants, now }: { readonly grants: Grants; readonly now: () => number },
): ServedLibrary {
  const context = (sourceId: string): ServingContext => ({ way, grant: grants(sourceId), now: now() });
  const isCopy = isCopyOut(way);
  const without = (query: QueryNode | undefined) => (isCopy ? [] : hiddenFrom(query));
  const isHidden = ({ flags }: { readonly flags: readonly string[] }) =>
    !isCopy && hiddenFlags.some((flag) => flags.includes(flag));
  return {
    async get(id) {
      const document = await library.get(id);
      return document === undefined ? undefined : serveArticle(document, context(document.sourceId));
    },
    async search(request) {
      const page = await library.search({ withoutFlags: without(request.query), ...request });
      return { ...page, items: page.items.flatMap((hit) => serveHit(hit, context(hit.sourceId)) ?? []) };
    },
    async related(request) {
      const found = await library.related(request);
      return found === undefined
        ? undefined
        : {
            ...found,
            items: found.items.flatMap((hit) =>
              isHidden(hit) ? [] : (serveHit(hit, context(hit.sourceId)) ?? []),
            ),
          };
    },
    wordsLike: (word) => library.wordsLike(word),
    async changes(request): Promise<ChangesPage> {
      const where = { withoutFlags: without(request.where?.query), ...request.where };
      const page = await library.changes(isCopy ? request : { ...request, where });
      return {
        ...page,
        items: page.items.flatMap((change): LibraryChange[] => {
          if (change.kind !== 'document') return [change];
          const document = serveArticle(change.document, context(change.document.sourceId));
          return document === undefined ? [] : [{ ...change, document }];
        }),
      };
    },
  };
}

/** What of a mill it takes to give out articles. */
export interface ServingPorts extends Pick<MillPorts, 'now'> {
  readonly library: ServedLibrary;
  readonly folder: Pick<MillPorts['folder'], 'sourceOf'>;
}

/** For whom the articles of a source are served on one way out, by its source file as it stands. */
export function servingOf(
  ports: Pick<ServingPorts, 'folder' | 'now'>,
  way: WayOut,
  sourceId: string,
): ServingContext {
  return { way, grant: ports.folder.sourceOf(sourceId)?.rights, now: ports.now() };
}

/** The library of a mill as it may be shown on one way out, by its source files as they stand. */
export function servedLibrary(ports: ServingPorts, way: WayOut): ServedLibrary {
  return serveLibrary(ports.library, way, {
    grants: grantsOf((id) => ports.folder.sourceOf(id)),
    now: () => ports.now(),
  });
}
