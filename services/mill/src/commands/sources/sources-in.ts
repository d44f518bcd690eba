import { openSourceFolder, type SourceFolder } from '@newsmill/source-files';

/** The sources of a folder, for a command, which does not wait for changes. */
export type CommandFolder = Omit<SourceFolder, 'watch'>;

/**
 * The sources of a folder; a folder that is not there has none. Whether their secrets are set is asked where
 * they are used.
 */
export function sourcesIn(directory: string): CommandFolder {
  try {
    return openSourceFolder(directory);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return {
      directory,
      sources: () => [],
      sourceOf: () => undefined,
      problems: () => [],
      isUnsure: () => false,
    };
  }
}
