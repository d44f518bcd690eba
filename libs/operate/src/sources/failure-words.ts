import type { HttpFailure } from '@newsmill/http';
import { pairToName } from '@newsmill/fetch';

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
