import { createHash } from 'node:crypto';
import type { CleanArticle } from '@newsmill/contracts';

/** What tells whether two cleanings of a page came to the same text, and whether it may be shown. */
export function hashOfText({
  title,
  text,
  flags = [],
}: Pick<CleanArticle, 'title' | 'text'> & Partial<Pick<CleanArticle, 'flags'>>): string {
  const held = flags.includes('quarantined') ? '\nquarantined' : '';
  return createHash('sha256').update(`${title}\n${text}${held}`).digest('hex').slice(0, 32);
}
