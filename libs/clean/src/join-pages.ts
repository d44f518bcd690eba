import type { Block, Image } from '@newsmill/contracts';
import { isText, textOfBlocks } from './body/text-of-blocks.ts';
import type { Reading } from './page-reading.ts';

/** Words that a line must have for its repetition on a further page to be no accident. */
const fewestWords = 3;
/** Pages that hold no part of an article, whatever text they have. */
const withoutText: ReadonlySet<Reading['kind']> = new Set([
  'error',
  'login',
  'consent',
  'challenge',
  'javascript',
  'redirect',
  'parked',
  'empty',
]);

/** What further pages add, and whether one of them was none. */
export interface JoinedPages {
  readonly reading: Reading;
  readonly count: number;
  readonly isBroken: boolean;
}

/** Blocks that the pages before do not have: titles, introductions and boxes stand on every page. */
function freshBlocks(blocks: readonly Block[], title: string, seen: Set<string>): Block[] {
  return blocks.filter((block) => {
    if (!isText(block)) return true;
    const { text, kind } = block;
    if (text === title) return false;
    if (text.split(/\s+/, fewestWords).length < fewestWords && text.length < 12) return true;
    const isKnown = seen.has(text) && kind !== 'table';
    seen.add(text);
    return !isKnown;
  });
}

/** The pages of an article as one: the body of all in order, everything else from the first. */
export function joinPages(first: Reading, further: readonly Reading[]): JoinedPages {
  const end = further.findIndex((reading) => withoutText.has(reading.kind));
  const good = end < 0 ? further : further.slice(0, end);
  if (good.length === 0) return { reading: first, count: 0, isBroken: end >= 0 };
  const { title } = first.article;
  const seen = new Set(first.article.blocks.map((block) => block.text));
  const blocks = [
    ...first.article.blocks,
    ...good.flatMap((reading) => freshBlocks(reading.article.blocks, title, seen)),
  ];
  const images = [
    ...new Map(
      [first, ...good]
        .flatMap((reading) => reading.article.images.map((image): [string, Image] => [image.url, image]))
        .reverse(),
    ).values(),
  ].reverse();
  const firstOf = (field: 'authorBio' | 'disclaimer') =>
    [first, ...good].find((reading) => reading.article[field] !== undefined)?.article[field];
  const authorBio = firstOf('authorBio');
  const disclaimer = firstOf('disclaimer');
  const reading: Reading = {
    ...first,
    article: {
      ...first.article,
      nextPage: good.at(-1)?.article.nextPage,
      blocks,
      images,
      text: textOfBlocks(blocks),
      ...(authorBio === undefined ? {} : { authorBio }),
      ...(disclaimer === undefined ? {} : { disclaimer }),
    },
    confidence: Math.min(first.confidence, ...good.map((one) => one.confidence)),
    provenance: [
      ...first.provenance,
      {
        field: 'text',
        value: `${good.length + 1} pages`,
        source: 'further pages',
        confidence: first.confidence,
      },
    ],
    removals: [first, ...good].flatMap((one) => one.removals),
  };
  return { reading, count: good.length, isBroken: end >= 0 };
}
