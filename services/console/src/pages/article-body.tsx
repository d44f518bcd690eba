import type { ComponentChildren } from 'preact';
import type { ArticleDocument } from '@newsmill/contracts';
import { Picture } from '../pieces/picture.tsx';

type Block = ArticleDocument['blocks'][number];

function BlockElement({ block, pictures }: { readonly block: Block; readonly pictures: boolean }) {
  const { text } = block;
  switch (block.kind) {
    case 'heading':
      // The headline is the h1 or h2 of the page; whatever level the publisher gave, parts of the story come
      // below it.
      return (block.level ?? 2) <= 2 ? <h3 dir="auto">{text}</h3> : <h4 dir="auto">{text}</h4>;
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
}: {
  readonly blocks: readonly Block[];
  readonly language?: string;
  /** Whether its pictures are loaded from the publisher. */
  readonly pictures?: boolean;
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
    parts.push(<BlockElement block={block} pictures={pictures} />);
  }
  endList();
  return (
    <div class="body" lang={language}>
      {parts}
    </div>
  );
}
