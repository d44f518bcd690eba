import { hash } from 'node:crypto';
import type { CleanArticle } from '@newsmill/contracts';

/** What tells whether two cleanings of a page came to the same text, and whether it may be shown. */
export function hashOfText({
  title,
  text,
  flags = [],
}: Pick<CleanArticle, 'title' | 'text'> & Partial<Pick<CleanArticle, 'flags'>>): string {
  const held = flags.includes('quarantined') ? '\nquarantined' : '';
  return hash('sha256', `${title}\n${text}${held}`).slice(0, 32);
}
