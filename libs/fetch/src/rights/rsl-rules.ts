import type { RuleName, SiteRights } from '@newsmill/contracts';
import { rslRefusal, type RslContent } from './read-rsl.ts';

const usages: readonly (readonly [RuleName, 'ai-train' | 'ai-input'])[] = [
  ['rsl-train', 'ai-train'],
  ['rsl-input', 'ai-input'],
];

/** What the licences to be had for a part of a site reserve. `source`: where they stand. */
export function rslRules(content: RslContent, source: string): SiteRights['rules'] {
  return usages.flatMap(([name, usage]) => {
    const refusal = rslRefusal(content, usage);
    return refusal === undefined ? [] : [{ name, source, words: `${usage}: ${refusal}` }];
  });
}
