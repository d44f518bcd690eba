import type { ServiceName } from '@newsmill/contracts';
import type { Environment, Settings } from '@newsmill/settings';
import type { Telling } from '../log/open-telling.ts';

/** What a process is started with. */
export interface ProcessOptions {
  readonly settings: Settings;
  /** What they were read from: secrets that lie in files are read anew from there. */
  readonly environment?: Environment | undefined;
  /** What the process tells of itself; without it a telling of its own. */
  readonly telling?: Telling | undefined;
  /** Of the program that runs, as its traces tell it. */
  readonly version?: string | undefined;
  readonly services: readonly ServiceName[];
}
