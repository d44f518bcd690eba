import type { HttpFailure } from '@newsmill/http';
import { hostAndPort } from '@newsmill/text';

/**
 * The host:port that would have to be named for an address to be asked; undefined where naming it would not
 * help.
 */
function pairToName({ kind, url, message }: HttpFailure, asked: string): string | undefined {
  // What an answer redirects to is asked only where it is public, and some ports never are.
  if (
    kind !== 'address-blocked' ||
    message.includes('never asked') ||
    !URL.canParse(url) ||
    !URL.canParse(asked)
  )
    return undefined;
  const pair = hostAndPort(new URL(url));
  return pair === hostAndPort(new URL(asked)) ? pair : undefined;
}

/**
 * Why an address brought no answer, in words; of a private one that nobody named, also how to name it.
 * `hasOption`: whether the command line can.
 */
export function failureWords(failure: HttpFailure, asked: string, hasOption = true): string {
  const pair = pairToName(failure, asked);
  if (pair === undefined) return failure.message;
  if (!hasOption)
    return `${failure.message}; to allow it, name it in the source file: allowPrivate: ["${pair}"]`;
  return `${failure.message}; to allow it, name it: --allow-private ${pair} on the command line, allowPrivate: ["${pair}"] in the API and in a source file, "Private addresses" in the console`;
}
