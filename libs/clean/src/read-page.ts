import type { Block, FeedEntry, Image, Provenance, QualityFlag, Removal } from '@newsmill/contracts';
import { decodeText } from '@newsmill/text';
import { pageLines, toBlocks } from './body/page-lines.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { shippedModels, type Models } from './models.ts';
import { viewPage } from './view-page.ts';

export const pageKinds = ['article', 'index', 'gallery', 'video', 'error', 'login', 'consent', 'other', 'empty'] as const;
export type PageKind = (typeof pageKinds)[number];

/** A page: its bytes with the content type of the answer, or text that is already decoded. */
export type PageInput = { readonly bytes: Uint8Array; readonly contentType?: string } | { readonly html: string };

/** What is known of a page from outside it. `now` is in epoch milliseconds: later dates are not believed. */
export interface PageContext {
  readonly url: string;
  readonly now: number;
  readonly entry?: FeedEntry | undefined;
  readonly sourceName?: string | undefined;
  readonly sourceLanguage?: string | undefined;
  readonly sourceCountry?: string | undefined;
  readonly sourceTimeZone?: string | undefined;
}

/** What a page holds, in the fields of the article message. */
export interface ReadArticle {
  readonly title: string;
  readonly subtitle?: string;
  readonly byline?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  /** ISO 8601, UTC. */
  readonly published?: string;
  readonly publishedPrecision?: 'day' | 'minute' | 'second';
  /** As the page gives it: with its own offset, or the day alone. */
  readonly publishedLocal?: string;
  readonly modified?: string;
  readonly language?: string;
  readonly section?: string;
  readonly breadcrumb: readonly string[];
  readonly keywords: readonly string[];
  readonly summary?: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly images: readonly Image[];
  readonly authorBio?: string;
  readonly disclaimer?: string;
  readonly copyright?: string;
  readonly licence?: string;
  readonly paywalled: boolean;
  /** Address that the page calls its canonical one. */
  readonly canonical?: string;
}

/** The answer of `readPage`. */
export interface Reading {
  readonly kind: PageKind;
  readonly article: ReadArticle;
  readonly confidence: number;
  readonly provenance: readonly Provenance[];
  readonly removals: readonly Removal[];
  readonly flags: readonly QualityFlag[];
  readonly charset?: string;
}

function decode(input: PageInput): { readonly html: string; readonly charset?: string } {
  if ('html' in input) return { html: input.html };
  const { text, charset } = decodeText(input.bytes, { contentType: input.contentType, kind: 'html' });
  return { html: text, charset };
}

/** Reads a page of any kind. It always answers; the same page, context and models give the same reading. */
export function readPage(input: PageInput, context: PageContext, models: Models = shippedModels): Reading {
  const { html, charset } = decode(input);
  const view = viewPage(html, context.url, models.body);
  const metadata = readMetadata(view, context, models);
  const lines = pageLines(view.tree, view.blocks, view.scores, view.isBody);
  const body = toBlocks(lines.filter((line) => line.isBody));
  const text = body.map((block) => block.text).join('\n\n');
  const { published, modified, isPaywalled, titleConfidence, provenance, ...fields } = metadata;
  return {
    kind: text === '' ? 'empty' : 'article',
    article: { ...fields, published: published?.utc, publishedPrecision: published?.precision, publishedLocal: published?.local, modified: modified?.utc, text, blocks: body, paywalled: isPaywalled },
    confidence: 0.8, provenance, removals: [], flags: [],
    ...(charset === undefined ? {} : { charset }),
  };
}
