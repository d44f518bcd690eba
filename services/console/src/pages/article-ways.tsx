import type { ArticleDocument } from '@newsmill/contracts';
import { say } from '../words/say.ts';

type Way = 'text' | 'original' | 'versions' | 'coverage';

/** The pages of one article, each a link. */
export function ArticleWays({
  article,
  here,
}: {
  /** `count`: versions that are kept. */
  readonly article: { readonly id: string; readonly count: number };
  readonly here: Way;
}) {
  const at = `/articles/${encodeURIComponent(article.id)}`;
  const ways: readonly { readonly way: Way; readonly href: string; readonly words: string }[] = [
    { way: 'text', href: at, words: say('Text') },
    { way: 'original', href: `${at}/original`, words: say('Beside the original') },
    {
      way: 'versions',
      href: `${at}/versions`,
      words: article.count < 2 ? say('Versions') : say('Versions ({count})', { count: article.count }),
    },
    { way: 'coverage', href: `${at}/coverage`, words: say('Who told it') },
  ];
  return (
    <nav class="choices article-ways" aria-label={say('Pages of this article')}>
      {ways.map(({ way, href, words }) => (
        <a href={href} aria-current={way === here ? 'page' : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}

/** What of an article names its pages. */
export function waysOf({ id, edits = [] }: Pick<ArticleDocument, 'id' | 'edits'>): {
  readonly id: string;
  readonly count: number;
} {
  return { id, count: edits.length + 1 };
}
