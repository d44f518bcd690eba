import { decodeText } from '@newsmill/text';
import { draftText, readBody, type Body } from './body/read-body.ts';
import { isText, textOfBlocks } from './body/text-of-blocks.ts';
import { isFront, readKind, type KindDecision } from './kind/read-kind.ts';
import { readMetadata, type Metadata } from './metadata/read-metadata.ts';
import { readRobotsDirectives } from './rights/robots-directives.ts';
import { shippedModels, type Models } from './models.ts';
import type { PageContext, PageInput, ReadArticle, Reading } from './page-reading.ts';
import { isPart } from './quality/soft-paywall.ts';
import { readFlags } from './quality/read-flags.ts';
import { applyRules, noRules } from './rules/apply-rules.ts';
import { isWhole, viewPage, withWholeBody, type ScoredPage } from './view-page.ts';

function decode(input: PageInput): { readonly html: string; readonly charset?: string } {
  if ('html' in input) return { html: input.html };
  const { text, charset } = decodeText(input.bytes, { contentType: input.contentType, kind: 'html' });
  return { html: text, charset };
}

/** A page with the body that was chosen for it, before its kind is known. */
interface Draft {
  readonly view: ScoredPage;
  readonly metadata: Metadata;
  readonly body: Body;
  readonly article: ReadArticle;
}

function draftOf(seen: ScoredPage, context: PageContext, models: Models, isArticle = true): Draft {
  const ruled = context.rules === undefined ? noRules(seen) : applyRules(seen, context.rules, context);
  const { view } = ruled;
  const metadata = ruled.decide(readMetadata(view, context, models, draftText(view)));
  const body = ruled.decideBody(readBody(view, metadata, { ...context, isArticle }));
  const {
    published,
    modified,
    isPaywalled,
    titleConfidence,
    distrustedTitle,
    provenance,
    notices,
    ...fields
  } = metadata;
  const breadcrumb =
    fields.breadcrumb.length > 0 ? fields.breadcrumb : body.trail.filter((place) => place !== fields.title);
  const text = textOfBlocks(body.blocks);
  const article: ReadArticle = {
    ...fields,
    ...body.parts,
    authors: fields.authors.length > 0 ? fields.authors : body.bylineAuthors,
    agencies: fields.agencies.length > 0 ? fields.agencies : body.creditedAgencies,
    breadcrumb,
    section: fields.section ?? breadcrumb.at(-1),
    subtitle: fields.subtitle ?? body.standfirst,
    published: published?.utc,
    publishedPrecision: published?.precision,
    publishedLocal: published?.local,
    modified: modified?.utc,
    text,
    blocks: body.blocks,
    paywalled: isPaywalled ?? (body.asksToSubscribe && isPart(text, body.weight)),
  };
  return { view, metadata, body, article };
}

/** Posts and pictures say nothing of the kind of a page to the model, which never saw any. */
function kindOf({ view, article, body }: Draft, context: PageContext, models: Models): KindDecision {
  return readKind(view, { ...article, blocks: body.blocks.filter(isText) }, context, models);
}

/**
 * So sure of one run of text, and so unsure of everything that may be text, is only who reads an article among
 * the lists of a busy page. Both as the confidence of a body.
 */
const sureRun = 0.85;
const unsureWhole = 0.35;
/** Unless it is as sure as this that the page is none. */
const sureKind = 0.9;

/** Reads a page as an article, and where its kind is another, as a whole; answers the better reading. */
function chooseReading(
  seen: ScoredPage,
  context: PageContext,
  models: Models,
): { readonly draft: Draft; readonly kind: KindDecision } {
  const asArticle = draftOf(seen, context, models);
  const kind = kindOf(asArticle, context, models);
  if (kind.kind === 'article') return { draft: asArticle, kind };
  const asWhole = draftOf(withWholeBody(seen), context, models, false);
  if (isWhole(seen)) return { draft: asWhole, kind };
  const isArticle =
    kind.confidence < sureKind &&
    asArticle.body.confidence >= sureRun &&
    asWhole.body.confidence <= unsureWhole &&
    !isFront(context.url);
  return isArticle
    ? {
        draft: asArticle,
        kind: { kind: 'article', why: 'one run of sure text', confidence: asArticle.body.confidence },
      }
    : { draft: asWhole, kind };
}

/** Reads a page of any kind. It always answers; the same page, context and models give the same reading. */
export function readPage(input: PageInput, context: PageContext, models: Models = shippedModels()): Reading {
  const { html, charset } = decode(input);
  const reading = readScored(viewPage(html, context.url, models.body), context, models);
  return charset === undefined ? reading : { ...reading, charset };
}

/** Reads a page whose body was chosen. */
export function readScored(seen: ScoredPage, context: PageContext, models: Models): Reading {
  const { draft, kind } = chooseReading(seen, context, models);
  const { metadata, body, article } = draft;
  const { titleConfidence } = metadata;
  const confidence = Math.round(Math.min(1, body.confidence * (0.7 + 0.3 * titleConfidence)) * 1000) / 1000;
  return {
    kind: kind.kind,
    article,
    confidence,
    provenance: [
      ...metadata.provenance,
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
    flags: readFlags({
      article,
      body,
      confidence,
      distrustedTitle: metadata.distrustedTitle,
      hidden: body.hidden,
      isCut: seen.blocks.isCut,
      types: seen.evidence.types,
      url: seen.url,
      isUnlikely: kind.kind === 'article' && kind.isUnlikely === true,
    }),
    robots: readRobotsDirectives(seen.tree),
    notices: metadata.notices,
    sighting: body.sighting,
  };
}
