import { defineRole, type Role } from '@newsmill/runtime';
import { tellProblems } from '@newsmill/service-fetch';
import type { SourceFolder } from '@newsmill/source-files';

/** Follows changes of the source folder where no fetcher does: the API tells of sources. */
export function watchSources(folder: SourceFolder): Role {
  return defineRole({
    name: 'sources',
    takes: [],
    async start(ports) {
      const halt = new AbortController();
      tellProblems(folder, ports);
      const watching = folder.watch(halt.signal, async () => tellProblems(folder, ports));
      return {
        async stop() {
          halt.abort();
          await watching;
        },
      };
    },
  });
}
