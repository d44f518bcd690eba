import { hostAndPort } from '@newsmill/text';
import type { Failure } from './visit.ts';

/**
 * The host:port that would have to be named for an address to be asked; undefined where naming it would not
 * help: what an answer redirects to is asked only where it is public, and some ports never are.
 */
export function pairToName(
  { kind, url = '', message }: Pick<Failure, 'kind' | 'url' | 'message'>,
  asked: string,
): string | undefined {
  const isHelped =
    kind === 'address-blocked' &&
    !message.includes('never asked') &&
    URL.canParse(url) &&
    URL.canParse(asked);
  if (!isHelped) return undefined;
  const pair = hostAndPort(new URL(url));
  return pair === hostAndPort(new URL(asked)) ? pair : undefined;
}
