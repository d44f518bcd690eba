import type { ComponentChildren } from 'preact';
import type { ArticleDocument } from '@newsmill/contracts';
import { Picture } from '../pieces/picture.tsx';

type Block = ArticleDocument['blocks'][number];

/** A heading of the body. */
function Heading({ level, text }: { readonly level: number; readonly text: string }) {
  if (level === 2) return <h2 dir="auto">{text}</h2>;
  return level === 3 ? <h3 dir="auto">{text}</h3> : <h4 dir="auto">{text}</h4>;
}

function BlockElement({
  block,
  pictures,
  headline,
}: {
  readonly block: Block;
  readonly pictures: boolean;
  readonly headline: number;
}) {
  const { text } = block;
  switch (block.kind) {
    case 'heading':
      // Whatever level the publisher gave, parts of the story come below its headline.
      return <Heading level={headline + ((block.level ?? 2) <= 2 ? 1 : 2)} text={text} />;
    case 'quote':
      return (
        <blockquote dir="auto">
          <p>{text}</p>
        </blockquote>
      );
    case 'code':
    case 'table':
      return (
        <pre dir="auto" tabIndex={0}>
          {text}
        </pre>
      );
    case 'embed':
    case 'image':
      return block.url !== undefined && /^https?:\/\//.test(block.url) ? (
        <p class="caption" dir="auto">
          {pictures && block.kind === 'image' ? (
            <Picture url={block.url} alt={block.alt ?? text} look="picture" />
          ) : null}
          <a href={block.url} rel="nofollow noopener noreferrer">
            {[text, block.alt ?? '', block.provider ?? ''].find((name) => name !== '') ?? block.url}
          </a>
        </p>
      ) : (
        <p class="caption" dir="auto">
          {text}
        </p>
      );
    case 'caption':
      return (
        <p class="caption" dir="auto">
          {text}
        </p>
      );
    default:
      return <p dir="auto">{text}</p>;
  }
}

/** The body of an article: its blocks in order, list items gathered into lists. */
export function ArticleBody({
  blocks,
  language,
  pictures = false,
  headline = 1,
}: {
  readonly blocks: readonly Block[];
  readonly language?: string;
  /** Whether its pictures are loaded from the publisher. */
  readonly pictures?: boolean;
  /** Level of the heading above it. */
  readonly headline?: 1 | 2;
}) {
  const parts: ComponentChildren[] = [];
  let items: Block[] = [];
  const endList = () => {
    if (items.length === 0) return;
    const list = items;
    parts.push(
      <ul dir="auto">
        {list.map((item) => (
          <li>{item.text}</li>
        ))}
      </ul>,
    );
    items = [];
  };
  for (const block of blocks) {
    if (block.kind === 'list-item') {
      items.push(block);
      continue;
    }
    endList();
    parts.push(<BlockElement block={block} pictures={pictures} headline={headline} />);
  }
  endList();
  return (
    <div class="body" lang={language}>
      {parts}
    </div>
  );
}
