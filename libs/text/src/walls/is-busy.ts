/** Longest start tag of a link that is looked at, bytes. */
const longestTag = 4_096;
const space: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x20]);

/** Steps over what is no markup of the page: scripts and comments, wherever they stand. */
class Skipped {
  readonly #bytes: Buffer;
  readonly #start: string;
  readonly #end: string;
  #next: number;

  constructor(bytes: Buffer, start: string, end: string) {
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    this.#next = bytes.indexOf(start);
  }

  /** Where a place goes on that stands behind the beginning of such a part; undefined where it does not. */
  behind(at: number): number | undefined {
    if (this.#next < 0 || this.#next > at) return undefined;
    const end = this.#bytes.indexOf(this.#end, this.#next);
    const behind = end < 0 ? this.#bytes.length : end;
    this.#next = this.#bytes.indexOf(this.#start, behind);
    return behind;
  }
}

/**
 * Whether a page has more than so many links, by its bytes alone: a look that costs a hundredth of what parsing does.
 * Links in scripts and comments do not count. Of a page in UTF-16, or in capital letters, it says no.
 */
export function hasMoreLinks(page: Uint8Array, most: number): boolean {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  const parts = [new Skipped(bytes, '<script', '</script'), new Skipped(bytes, '<!--', '-->')];
  let links = 0;
  let at = bytes.indexOf('<a');
  while (at >= 0) {
    let from = at + 2;
    const skips = parts.map((part) => part.behind(at)).filter((behind) => behind !== undefined);
    if (skips.length > 0) from = Math.max(...skips);
    else if (space.has(bytes[from] ?? 0)) {
      const end = bytes.indexOf('>', from);
      if (end < 0) return false;
      if (bytes.subarray(from, Math.min(end, from + longestTag)).includes('href=')) links += 1;
      if (links > most) return true;
    }
    at = bytes.indexOf('<a', from);
  }
  return false;
}
