import type { SourceQuota } from '@newsmill/contracts';
import type { Settings } from './settings.ts';

/** The settings that say what every source may use a day. */
export const quotaSettings = [
  'sourceBytes',
  'sourcePages',
  'sourceCpu',
] as const satisfies readonly (keyof Settings)[];

/** What a source may use a day whose file says nothing of it. */
export function quotaOfMill({
  sourceBytes,
  sourcePages,
  sourceCpu,
}: Pick<Settings, (typeof quotaSettings)[number]>): SourceQuota {
  return {
    ...(sourceBytes === undefined ? {} : { bytes: sourceBytes }),
    ...(sourcePages === undefined ? {} : { pages: sourcePages }),
    ...(sourceCpu === undefined ? {} : { cpuMs: sourceCpu }),
  };
}
