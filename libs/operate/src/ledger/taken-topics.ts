import {
  extendedGroup,
  extensionGroup,
  extensionOfTopic,
  type PipelineStage,
  retryRungs,
  retryTopic,
  returnedTopic,
  sentTopic,
} from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';

/** A topic and the group that takes its messages. */
export interface TakenTopic {
  readonly topic: string;
  readonly group: string;
}

/** Where messages wait for a stage: its topic, then those of its tries. The first stage has none. */
export function topicsOfStage({ stage, group, from }: PipelineStage): readonly TakenTopic[] {
  if (from === undefined) return [];
  const retries = Array.from({ length: retryRungs }, (_, rung) => retryTopic(stage, rung));
  return [from, ...retries].map(({ name }) => ({ topic: name, group }));
}

/** Where articles wait for an extension, and where they come back. */
export function topicsOfExtension(extension: string): readonly TakenTopic[] {
  return [
    { topic: sentTopic(extension).name, group: extensionGroup },
    { topic: returnedTopic(extension).name, group: extendedGroup },
  ];
}

/**
 * Every extension that there is or was, as the bus tells by the groups that took its articles: one that has
 * left the settings may have articles still.
 */
export async function extensionsUnderWay(bus: Pick<Bus, 'lag'>): Promise<readonly string[]> {
  const lags = await Promise.all([bus.lag(extensionGroup), bus.lag(extendedGroup)]);
  return [...new Set(lags.flat().flatMap(({ topic }) => extensionOfTopic(topic) ?? []))].toSorted();
}
