import type { ArticleDocument } from './article-document.ts';
import type { Rights } from '../rights.ts';
import type { SearchHit } from '../search-query.ts';
import { mayServe, withGrant, type RightsGrant, type Serving, type WayOut } from '../serve-rights.ts';

/** For whom it is served: the way, what the operator allows of its source, and when (epoch milliseconds). */
export interface ServingContext {
  readonly way: WayOut;
  readonly grant?: RightsGrant | undefined;
  readonly now: number;
}

/** So many characters of a text, whole code points. */
function cutTo(text: string, { limit }: { readonly limit: number }): string {
  if (text.length <= limit) return text;
  const end = /[\ud800-\udbff]$/.test(text.slice(0, limit)) ? limit - 1 : limit;
  return text.slice(0, Math.max(0, end));
}

function served(text: string | undefined, serving: Serving): string | undefined {
  if (text === undefined || serving.kind === 'whole') return text;
  return serving.kind === 'none' ? undefined : cutTo(text, serving);
}

/** The article without its text, or with the beginning of it; everything that quotes the text goes too. */
function withText(document: ArticleDocument, serving: Serving): ArticleDocument {
  if (serving.kind === 'whole') return document;
  const content = serving.kind === 'none' ? '' : cutTo(document.content, serving);
  return {
    ...document,
    content,
    contentHtml: undefined,
    blocks: content === '' ? [] : [{ kind: 'paragraph', text: content }],
    facts: undefined,
    removals: [],
    images: document.images.map(({ caption: _, alt: __, ...image }) => image),
    ingest: { ...document.ingest, evidence: undefined },
  };
}

/** The article with no more of its pieces than may be shown; what is made of its text is one of them. */
function withSnippet(document: ArticleDocument, serving: Serving): ArticleDocument {
  if (serving.kind === 'whole') return document;
  return {
    ...document,
    summary: served(document.summary, serving),
    summaryGenerated: served(document.summaryGenerated, serving),
    subtitle: served(document.subtitle, serving),
    facts: undefined,
    ingest: { ...document.ingest, evidence: undefined },
  };
}

function withheldOf(snippet: Serving, text: Serving): string[] {
  const told = (part: string, serving: Serving): string[] => {
    if (serving.kind === 'whole') return [];
    const what = serving.kind === 'none' ? 'left out' : `cut to ${serving.limit} characters`;
    return [`The ${part} is ${what}: ${serving.why}.`];
  };
  return [...told('text', text), ...told('summary', snippet)];
}

/**
 * An article as it may go out on a way: without what its rights withhold, and with the reasons in
 * `rights.withheld`. undefined: it may not appear there at all. Articles without rights have nothing reserved.
 */
export function serveArticle(
  document: ArticleDocument,
  { way, grant, now }: ServingContext,
): ArticleDocument | undefined {
  if (document.rights === undefined) return document;
  const rights = withGrant(document.rights, grant);
  const { entry, snippet, text } = mayServe(way, rights, now);
  if (entry.kind !== 'whole') return undefined;
  const withheld = withheldOf(snippet, text);
  const shown: Rights = withheld.length === 0 ? rights : { ...rights, withheld };
  return { ...withSnippet(withText(document, text), snippet), rights: shown };
}

/** Why an article may not appear on a way at all, in words; undefined where it may. */
export function whyNotServed(
  document: ArticleDocument,
  { way, grant, now }: ServingContext,
): string | undefined {
  if (document.rights === undefined) return undefined;
  const { entry } = mayServe(way, withGrant(document.rights, grant), now);
  return entry.kind === 'whole' ? undefined : entry.why;
}

/** A hit as it may go out on a way; undefined: not at all. A piece of the text counts as snippet. */
export function serveHit<Hit extends Pick<SearchHit, 'rights' | 'summary' | 'highlights'>>(
  hit: Hit,
  { way, grant, now }: ServingContext,
): Hit | undefined {
  if (hit.rights === undefined) return hit;
  const rights = withGrant(hit.rights, grant);
  const { entry, snippet } = mayServe(way, rights, now);
  if (entry.kind !== 'whole') return undefined;
  if (snippet.kind === 'whole') return { ...hit, rights };
  return {
    ...hit,
    rights: { ...rights, withheld: withheldOf(snippet, { kind: 'whole' }) },
    summary: served(hit.summary, snippet),
    highlights: hit.highlights.flatMap((piece) => {
      if (piece.field === 'title') return [piece];
      const text = served(piece.text, snippet) ?? '';
      return text === ''
        ? []
        : [{ ...piece, text, marks: piece.marks.filter(([, end]) => end <= text.length) }];
    }),
  };
}
