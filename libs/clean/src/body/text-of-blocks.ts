import type { Block } from '@newsmill/contracts';

/** Whether a block is text: embeds and images stand between texts and have none. */
export function isText({ kind }: Block): boolean {
  return kind !== 'embed' && kind !== 'image';
}

/** The text that blocks make, parted by empty lines. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .filter(isText)
    .map(({ text }) => text)
    .join('\n\n');
}
