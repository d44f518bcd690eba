import { channelFacts, type ChannelKind } from '@newsmill/contracts';
import { say } from '../words/say.ts';

function isKind(kind: string): kind is ChannelKind {
  return Object.hasOwn(channelFacts, kind);
}

/** What a kind of channel is called; one that is none stands for itself. */
export function kindWords(kind: string): string {
  return isKind(kind) ? say(channelFacts[kind].name) : kind;
}
