import { channelTargets } from './channel-targets.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { operatorTargets } from './operator-targets.ts';
import { pageTargets } from './page-targets.ts';

/** All readers of what strangers, operators and files bring that are fed with hostile inputs, by name. */
export const targets: Readonly<Record<string, FuzzTarget>> = {
  ...channelTargets,
  ...pageTargets,
  ...operatorTargets,
};
