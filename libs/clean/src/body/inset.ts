import type { Block } from '@newsmill/contracts';

/** What stands between the lines of a page and is no text: a post, a video, a map, a picture. */
export interface Inset {
  /** Element of the page. */
  readonly node: number;
  /** Number of the line that it stands before. */
  readonly line: number;
  readonly block: Block;
}
