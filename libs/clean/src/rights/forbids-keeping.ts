import { rightsRules, type RuleFacts } from '@newsmill/contracts';
import { pageRules, type RightsEvidence } from './decide-rights.ts';

/**
 * Whether a page must not enter the library: `noindex`, `none`, `search` said no to, or `unavailable_after` a
 * time that is over at `now` (epoch milliseconds), to all or to the agent.
 */
export function forbidsKeeping(
  evidence: Pick<RightsEvidence, 'directives' | 'headers' | 'agent' | 'feed'>,
  now: number,
): boolean {
  return pageRules(evidence).some(({ name, value }) => {
    const { effects }: RuleFacts = rightsRules[name];
    return (
      effects.index === 'denied' ||
      (typeof value === 'string' && name === 'unavailable_after' && Date.parse(value) <= now)
    );
  });
}
