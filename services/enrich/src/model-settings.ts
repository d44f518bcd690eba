import type { Settings } from '@newsmill/settings';

/** The settings that say which language model is asked, and what. */
export const modelSettings = [
  'llmUrl',
  'llmModel',
  'llmKey',
  'llmTasks',
  'llmBudget',
  'llmTimeout',
  'llmParallel',
  'userAgent',
] as const satisfies readonly (keyof Settings)[];
