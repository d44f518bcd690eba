import type { Role } from '@newsmill/runtime';
import type { SourceFolder } from '@newsmill/service-fetch';

/** Follows changes of the source folder where no fetcher does: the API tells of sources. */
export function watchSources(folder: SourceFolder): Role {
  return {
    name: 'sources',
    async start(ports) {
      const halt = new AbortController();
      const watching = folder.watch(halt.signal, async () =>
        ports.note('sources.loaded', { count: folder.sources().length, problems: folder.problems().length }),
      );
      return {
        async stop() {
          halt.abort();
          await watching;
        },
      };
    },
  };
}
