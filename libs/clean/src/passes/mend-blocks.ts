import type { Block, Removal } from '@newsmill/contracts';
import { createMender, wordsIn } from './mend-characters.ts';
import { mendDecoding } from './mend-decoding.ts';
import { mendSpaces } from './mend-spaces.ts';

export interface MendedBlocks {
  readonly blocks: Block[];
  readonly removals: Removal[];
  readonly hasMojibake: boolean;
  readonly hasLost: boolean;
}

/**
 * Mends the text of blocks: mojibake, lost characters that `witnesses` prove, missing spaces. Code is left as
 * it is.
 */
export function mendBlocks(blocks: readonly Block[], witnesses: readonly string[]): MendedBlocks {
  const removals: Removal[] = [];
  let hasMojibake = false;
  const needsProof = blocks.some((block) => block.text.includes('\ufffd'));
  const mendCharacters = createMender(
    needsProof ? wordsIn([...witnesses, ...blocks.map((block) => block.text)]) : new Set<string>(),
  );
  const step = (text: string, mended: string, pass: string, why: string): string => {
    if (mended !== text) removals.push({ pass, text: text.slice(0, 500), why });
    return mended;
  };
  const mended = blocks.map((block) => {
    if (block.kind === 'code') return block;
    const decoded = mendDecoding(block.text);
    if (decoded !== block.text) hasMojibake = true;
    let text = step(block.text, decoded, 'mend-mojibake', 'was decoded with the wrong charset');
    text = step(
      text,
      mendCharacters(text),
      'mend-characters',
      'a word elsewhere in the page proves the lost character',
    );
    text = step(text, mendSpaces(text), 'mend-spaces', 'a space was missing behind a comma or stop');
    return text === block.text ? block : { ...block, text };
  });
  return {
    blocks: mended,
    removals: removals.slice(0, 40),
    hasMojibake,
    hasLost: mended.some((block) => block.text.includes('\ufffd')),
  };
}
