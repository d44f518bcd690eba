import type { Block } from '@newsmill/contracts';

/** Whether a block is text: embeds and images stand between texts and have none. */
export function isText({ kind }: Block): boolean {
  return kind !== 'embed' && kind !== 'image';
}
