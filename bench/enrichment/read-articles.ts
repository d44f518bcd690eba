import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CleanArticle } from '@newsmill/contracts';

/** News texts as articles: paragraphs are the blocks, the first sentence the title. */
export function readArticles(folder: string, most: number): readonly CleanArticle[] {
  const lines = readFileSync(join(folder, 'enrichment/topics/topics.dev.input.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, most);
  return lines.map((line, index) => {
    const { text }: { readonly text: string } = JSON.parse(line);
    const paragraphs = text
      .split(/\n+/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const url = `https://paper.example/news/${index}`;
    return CleanArticle.parse({
      item: `item${index}`,
      sourceId: 'paper',
      url,
      finalUrl: url,
      fetchedAt: 1_790_000_000_000,
      firstSeen: 1_790_000_000_000,
      published: '2026-03-04T12:00:00.000Z',
      title: (paragraphs[0] ?? '').slice(0, 90),
      text: paragraphs.join('\n\n'),
      blocks: paragraphs.map((part) => ({ kind: 'paragraph', text: part })),
      confidence: 1,
    });
  });
}
