import { z } from 'zod';
import { readJson } from './read-json.ts';
import { stageNames } from './ledger-event.ts';

/** Where a message can fail for good: in a stage, or on its way out as an alert. */
export const deadLetterStages = [...stageNames, 'alert'] as const;

/** What narrows dead letters, in the order in which it stands in addresses and forms. */
export const deadFilterNames = ['group', 'reason', 'source', 'stage', 'from', 'to'] as const;

/**
 * Headers of a dead letter. Its value and other headers are those of the message that failed, byte for byte.
 */
export const DeadLetterFacts = z.looseObject({
  id: z.string().describe('Name of the dead letter in commands; stable over redelivery.'),
  stage: z.enum(deadLetterStages),
  topic: z.string().describe('Topic that the message came from; empty for a request of the fetch stage.'),
  reason: z.string(),
  detail: z.string().default(''),
  attempts: z.int().nonnegative(),
  item: z.string().optional(),
  url: z.string().optional(),
  sourceId: z.string().optional(),
  firstSeen: z.int().optional(),
  version: z.int().optional(),
  at: z.int(),
});
export type DeadLetterFacts = z.output<typeof DeadLetterFacts>;
/** Name of the header that carries DeadLetterFacts as JSON. */
export const deadLetterHeader = 'newsmill-dead-letter';

/** The facts of a dead letter; undefined when its header is missing or broken. Never throws. */
export function readDeadLetterFacts(headers: Readonly<Record<string, string>>): DeadLetterFacts | undefined {
  return readJson(DeadLetterFacts, headers[deadLetterHeader]);
}
