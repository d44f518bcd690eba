import type { DynamicModule } from '@nestjs/common';
import type { Environment, Settings } from '@newsmill/settings';
import type { Telling } from '../log/open-telling.ts';
import type { GuessBrake } from '../http/guess-brake.ts';
import type { RefusedTries } from '../http/refused-tries.ts';
import type { ArchiveUse } from './prepare-ports.ts';
import type { ProcessPorts, Role } from './role.ts';

/** What a process runs, and where it listens. */
export interface ProcessOptions {
  readonly settings: Settings;
  /** What they were read from: secrets that lie in files are read anew from there. */
  readonly environment?: Environment;
  /** What the process tells of itself; without it a telling of its own. */
  readonly telling?: Telling;
  /** Of the program that runs, as its traces tell it. */
  readonly version?: string;
  /** Started in this order, stopped in the opposite one. */
  readonly roles: readonly Role[];
  /** Further Nest modules (the API). `refused`: tells of refused keys at all doors of the process. */
  readonly modules?: (ports: ProcessPorts, refused: RefusedTries) => Promise<readonly DynamicModule[]>;
  /** Whether a text is a key of the API; without it no key is known. */
  readonly knowsKey?: (ports: ProcessPorts, key: string) => Promise<boolean>;
  /** Slows whoever tries keys, at all doors of the process; without it one for those of health and metrics. */
  readonly guesses?: GuessBrake;
  /** Fills a lost state again; without it the process waits until another has done so. */
  readonly rebuild?: (ports: ProcessPorts) => Promise<void>;
  /** What this process does with the archive. */
  readonly archiveUse: ArchiveUse;
  readonly port: number;
  readonly host: string;
}
