import type { ArticleDocument, Block } from '@newsmill/contracts';
import type { Payload } from '../../libs/clean/src/testing/markup-payloads.ts';
import { seededArticles } from '../../services/api/src/testing/seeded-articles.ts';

const kinds = [
  'paragraph',
  'heading',
  'list-item',
  'quote',
  'code',
  'caption',
  'table',
  'embed',
  'image',
] as const;

function blockOf({ text }: Payload, index: number): Block {
  const kind = kinds[index % kinds.length] ?? 'paragraph';
  if (kind !== 'embed' && kind !== 'image') return { kind, text, level: 2 };
  return {
    kind,
    text: kind === 'embed' ? text : '',
    alt: text,
    provider: text,
    url: `https://a.example/?${text}`,
  };
}

/** A short article with one payload as its headline, text, author and all else that lists of articles tell. */
function newsOfPayload(sample: ArticleDocument, { text }: Payload, number: number): ArticleDocument {
  const id = `feed${String(number).padStart(13, '0')}`;
  return {
    ...sample,
    id,
    url: `https://harbour-times.example/${id}`,
    familyId: id,
    storyId: id,
    title: text,
    summary: text,
    authors: [text],
    sourceName: text,
    keywords: [text],
    content: text,
    blocks: [{ kind: 'paragraph', text }],
    images: [],
    facts: [],
  };
}

/** Short articles, each with one of the payloads. */
export function newsOf(payloads: readonly Payload[]): ArticleDocument[] {
  const [sample] = seededArticles();
  if (sample === undefined) throw new Error('there are no seeded articles');
  return payloads.map((payload, index) => newsOfPayload(sample, payload, index));
}

/** An article with one of the payloads in each field that a page shows, and all of them in its text. */
export function hostileArticle(payloads: readonly Payload[], number: number): ArticleDocument {
  const [sample] = seededArticles();
  if (sample === undefined) throw new Error('there are no seeded articles');
  const text = (at: number): string => payloads[at % payloads.length]?.text ?? '';
  const short = (at: number): string => text(at).slice(0, 190);
  const id = `hostile${String(number).padStart(9, '0')}`;
  const moment = (hours: number): string =>
    new Date(Date.UTC(2026, 10, 24, 15) - hours * 3_600_000 - number * 1_000).toISOString();
  return {
    ...sample,
    id,
    uri: `urn:newsmill:article:${id}`,
    url: `https://harbour-times.example/news/${encodeURIComponent(short(0).toWellFormed())}?q=<"'>${number}`,
    urls: [`https://harbour-times.example/other?${short(1)}`],
    title: `ferry ${text(1)}`,
    subtitle: text(2),
    summary: `ferry ${text(3)}`,
    content: payloads.map((payload) => payload.text).join('\n'),
    byline: short(4),
    authors: [short(5), short(6)],
    section: short(7),
    breadcrumb: [short(8)],
    keywords: [short(9), short(10)],
    tags: [short(11)],
    sourceName: short(12),
    publisher: short(13),
    copyright: text(14),
    licence: short(15),
    authorBio: text(16),
    disclaimer: text(17),
    published: moment(2),
    firstSeen: moment(1),
    people: [short(18)],
    organisations: [short(19)],
    places: [short(20)],
    keyPhrases: [short(21)],
    storyId: id,
    familyId: id,
    images: [
      {
        url: `https://harbour-times.example/a.jpg?${short(22)}`,
        caption: text(23),
        credit: text(24),
        alt: text(25),
      },
      { url: `javascript:${text(26)}`, caption: text(27) },
    ],
    blocks: payloads.map(blockOf),
    provenance: [{ field: 'title', value: text(28), source: text(29), confidence: 0.5 }],
    removals: [{ pass: 'drop-footer', text: text(30), why: text(31) }],
    facts: [
      {
        name: 'entities',
        by: 'entities/1',
        value: [
          {
            name: short(32),
            kind: 'person',
            aliases: [short(33)],
            mentions: 1,
            salience: 0.5,
            confidence: 0.9,
          },
        ],
      },
      { name: 'quotes', by: 'quotes/1', value: [{ text: text(34), start: 0, end: 1, speaker: short(35) }] },
      { name: 'summary', by: 'summary/1', value: [text(36)] },
      {
        name: 'tone',
        by: 'tone/2',
        value: { mood: text(37), reasons: [text(38)], [short(39) || 'x']: text(40) },
      },
    ],
    ingest: { ...sample.ingest, item: `item-${id}`, discoveredUrl: `https://harbour-times.example/${id}` },
  };
}
