import { openSourceFolder, type SourceFolder } from '@newsmill/source-files';

/**
 * The sources of a folder; a folder that is not there has none. Whether their secrets are set is asked where
 * they are used.
 */
export function sourcesIn(directory: string): SourceFolder | undefined {
  try {
    return openSourceFolder(directory);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
