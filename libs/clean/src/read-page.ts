import type {
  Block,
  FeedEntry,
  Image,
  Provenance,
  QualityFlag,
  Removal,
  SiteRules,
  SiteSighting,
} from '@newsmill/contracts';
import { decodeText } from '@newsmill/text';
import { draftText, readBody } from './body/read-body.ts';
import { readKind } from './kind/read-kind.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { shippedModels, type Models } from './models.ts';
import { readFlags } from './quality/read-flags.ts';
import { applyRules, noRules } from './rules/apply-rules.ts';
import type { SiteMemory } from './site/view-site.ts';
import { viewPage } from './view-page.ts';

export const pageKinds = [
  'article',
  'index',
  'gallery',
  'video',
  'error',
  'login',
  'consent',
  'other',
  'empty',
] as const;
export type PageKind = (typeof pageKinds)[number];

/** A page: its bytes with the content type of the answer, or text that is already decoded. */
export type PageInput =
  | { readonly bytes: Uint8Array; readonly contentType?: string }
  | { readonly html: string };

/** What is known of a page from outside it. `now` is in epoch milliseconds: later dates are not believed. */
export interface PageContext {
  readonly url: string;
  readonly now: number;
  readonly entry?: FeedEntry | undefined;
  /** Whether a channel of a source led here: then the page is likely an article. Without it, an entry says the same. */
  readonly isAnnounced?: boolean | undefined;
  readonly sourceName?: string | undefined;
  readonly sourceLanguage?: string | undefined;
  readonly sourceCountry?: string | undefined;
  readonly sourceTimeZone?: string | undefined;
  /** What is remembered of other articles of the site. */
  readonly site?: SiteMemory | undefined;
  /** Where the pages of the source have what is not found by itself. */
  readonly rules?: SiteRules | undefined;
}

/** What a page holds, in the fields of the article message. */
export interface ReadArticle {
  readonly title: string;
  readonly subtitle?: string;
  readonly byline?: string;
  readonly authors: readonly string[];
  /** News agencies that the text is credited to. */
  readonly agencies: readonly string[];
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
  readonly copyrightHolder?: string;
  readonly usageTerms?: string;
  readonly digitalSourceType?: string;
  readonly licence?: string;
  readonly paywalled: boolean;
  /** Address that the page calls its canonical one. */
  readonly canonical?: string;
  /** Address of the next page of the same article, on the same site: pages of one article are to be joined. */
  readonly nextPage?: string;
  /** Address that the page gives for its AMP form. */
  readonly ampUrl?: string;
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
  /** What the memory of the site is to keep of the page. */
  readonly sighting: Omit<SiteSighting, 'site' | 'item'>;
}

function decode(input: PageInput): { readonly html: string; readonly charset?: string } {
  if ('html' in input) return { html: input.html };
  const { text, charset } = decodeText(input.bytes, { contentType: input.contentType, kind: 'html' });
  return { html: text, charset };
}

/** Reads a page of any kind. It always answers; the same page, context and models give the same reading. */
export function readPage(input: PageInput, context: PageContext, models: Models = shippedModels): Reading {
  const { html, charset } = decode(input);
  const seen = viewPage(html, context.url, models.body);
  const ruled = context.rules === undefined ? noRules(seen) : applyRules(seen, context.rules, context);
  const { view } = ruled;
  const draft = draftText(view);
  const metadata = ruled.decide(readMetadata(view, context, models, draft));
  const body = ruled.decideBody(readBody(view, metadata, context));
  const { published, modified, isPaywalled, titleConfidence, distrustedTitle, provenance, ...fields } =
    metadata;
  const breadcrumb =
    fields.breadcrumb.length > 0 ? fields.breadcrumb : body.trail.filter((place) => place !== fields.title);
  const article: ReadArticle = {
    ...fields,
    ...body.parts,
    authors: fields.authors.length > 0 ? fields.authors : body.bylineAuthors,
    breadcrumb,
    section: fields.section ?? breadcrumb.at(-1),
    subtitle: fields.subtitle ?? body.standfirst,
    published: published?.utc,
    publishedPrecision: published?.precision,
    publishedLocal: published?.local,
    modified: modified?.utc,
    text: body.blocks
      .filter((block) => block.kind !== 'embed')
      .map((block) => block.text)
      .join('\n\n'),
    blocks: body.blocks,
    paywalled: isPaywalled,
  };
  // What is embedded says nothing of the kind of a page to the model, which never saw any.
  const kind = readKind(
    view,
    { ...article, blocks: body.blocks.filter((block) => block.kind !== 'embed') },
    context,
    models,
  );
  const confidence = Math.round(Math.min(1, body.confidence * (0.7 + 0.3 * titleConfidence)) * 1000) / 1000;
  return {
    kind: kind.kind,
    article,
    confidence,
    provenance: [
      ...provenance,
      ...body.bylineAuthors.map((value) => ({
        field: 'authors',
        value,
        source: 'form of the byline',
        confidence: 0.7,
      })),
      {
        field: 'text',
        value: `${body.blocks.length} blocks`,
        source: body.source,
        confidence: body.confidence,
      },
      { field: 'kind', value: kind.kind, source: kind.why, confidence: kind.confidence },
    ],
    removals: body.removals,
    flags: readFlags({ article, body, confidence, distrustedTitle, hidden: body.hidden }),
    ...(charset === undefined ? {} : { charset }),
    sighting: body.sighting,
  };
}
