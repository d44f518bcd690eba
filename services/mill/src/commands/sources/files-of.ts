import type { FolderPorts } from '@newsmill/operate';
import { sourcesFolder } from '../declare/mill-options.ts';
import type { Environment } from '../declare/define-command.ts';
import { sourcesIn } from './sources-in.ts';

/** The source files that a command changes; a folder that is not there has none. */
export function filesOf(
  options: { readonly sources?: string; readonly data: string },
  environment: Environment,
): FolderPorts & { readonly folder: { isUnsure(id: string): boolean } } {
  const directory = sourcesFolder(options, environment);
  const folder = sourcesIn(directory);
  return {
    folder: folder ?? {
      directory,
      sources: () => [],
      sourceOf: () => undefined,
      problems: () => [],
      isUnsure: () => false,
    },
  };
}
