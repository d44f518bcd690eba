import type { CleanArticle } from '@newsmill/contracts';
import { toMarkdown } from '@newsmill/clean';

/** An article for the terminal: Markdown, then where each field was found and what was taken away. */
export function showArticle(article: CleanArticle): string {
  const provenance = article.provenance.map(
    (entry) =>
      `- ${entry.field}: ${entry.value.slice(0, 100)} (${entry.source}, ${Math.round(entry.confidence * 100)} %)`,
  );
  const removals = article.removals.map(
    (removal) => `- ${removal.pass}: ${removal.text.replace(/\s+/g, ' ').slice(0, 100)} (${removal.why})`,
  );
  const flags = article.flags.length === 0 ? [] : ['', `Flags: ${article.flags.join(', ')}`];
  return [
    toMarkdown(article),
    ...flags,
    '',
    '## Where it was found',
    '',
    ...provenance,
    '',
    '## What was taken away',
    '',
    ...(removals.length === 0 ? ['nothing'] : removals),
    '',
  ].join('\n');
}

/** A few lines of an article for a preview. */
export function sketchArticle(article: CleanArticle): string {
  const start = article.text.replace(/\s+/g, ' ').slice(0, 220);
  return [
    `  ${article.title}`,
    `  ${[article.authors.join(', '), article.published ?? 'no date', article.language ?? ''].filter((part) => part !== '').join(' · ')}`,
    `  ${start}${article.text.length > 220 ? ' …' : ''}`,
  ].join('\n');
}
