import { createHash } from 'node:crypto';

/** One version of an article as its publisher gave it. */
export interface FedVersion {
  /** Stands in the text of this version and of no other. */
  readonly token: string;
  /** Hashes of its paragraphs. */
  readonly marks: readonly string[];
}

/** Hash of a paragraph; white space is a matter of the page, not of the text. */
function markOf(paragraph: string): string {
  return createHash('sha1').update(paragraph.replace(/\s+/g, '')).digest('base64').slice(0, 12);
}

/** Hashes of the paragraphs of a text, which stand on lines of their own. */
function marksOf(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(markOf);
}

/** A version as the oracle knows it. */
export function fedVersion(token: string, paragraphs: readonly string[]): FedVersion {
  return { token, marks: paragraphs.map(markOf) };
}

/**
 * How a text that is in the library stands to the versions that were fed, the oldest first. `torn`: parts of
 * two versions; `stale`: parts of an older one alone; `other`: parts of none.
 */
export function standingOf(
  versions: readonly FedVersion[],
  content: string,
): 'newest' | 'stale' | 'torn' | 'other' {
  const marks = new Set(marksOf(content));
  const isIn = (version: FedVersion): boolean => {
    const others = new Set(versions.flatMap((one) => (one === version ? [] : one.marks)));
    return (
      content.includes(version.token) || version.marks.some((mark) => marks.has(mark) && !others.has(mark))
    );
  };
  const newest = versions.at(-1);
  if (newest === undefined) return 'other';
  const hasOlder = versions.slice(0, -1).some(isIn);
  if (!content.includes(newest.token))
    return isIn(newest) && hasOlder ? 'torn' : hasOlder ? 'stale' : 'other';
  return hasOlder ? 'torn' : 'newest';
}
