import type { FeedEntry, RuleSet, Source } from '@newsmill/contracts';
import { ruleNames } from '@newsmill/text';

/** The rules of a source, and of the channel that told of an entry; undefined where there are none. */
export function choiceOf(
  source: Pick<Source, 'channels' | 'include' | 'exclude'>,
  entry: Pick<FeedEntry, 'channel' | 'configured'> | undefined,
): RuleSet[] | undefined {
  const index = source.channels.findIndex(({ url }) => url === (entry?.configured ?? entry?.channel));
  const channel = source.channels[index];
  const sets = [
    { place: '', include: source.include, exclude: source.exclude },
    { place: `channels[${index}]`, include: channel?.include, exclude: channel?.exclude },
  ].filter(({ include = [], exclude = [] }) => include.length + exclude.length > 0);
  return sets.length === 0 ? undefined : sets;
}

/** The names of the rules that hold for a channel, those of its source first. */
export function rulesOf(source: Source, channel: string): readonly string[] {
  return (choiceOf(source, { channel }) ?? []).flatMap(ruleNames);
}
