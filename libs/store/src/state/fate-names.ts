import { fates, type Fate } from '@newsmill/contracts';

/** Whether the text is the name of a fate. */
export function isFate(text: string): text is Fate {
  return Object.hasOwn(fates, text);
}
