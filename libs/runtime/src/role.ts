import type { Logger } from 'pino';
import type { Registry } from '@newsmill/store';
import type { Settings } from './settings.ts';
import type { StagePorts } from './stage-ports.ts';
import type { Running } from './run-stage.ts';

/** What a role gets when it starts. */
export interface RolePorts extends StagePorts {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly registry: Registry;
  /** Called after a lost state was rebuilt, by whichever process. */
  readonly onStateRebuilt?: (listener: () => Promise<void>) => void;
}

/** One kind of work that a process can take on: a stage, the ledger view, housekeeping. */
export interface Role {
  readonly name: string;
  start(ports: RolePorts): Promise<Running>;
}
