import type { Provenance, Removal, SiteRules } from '@newsmill/contracts';
import { parseSelector } from '@newsmill/text';
import { blockText } from '../body/block-text.ts';
import type { Body } from '../body/read-body.ts';
import { writersIn } from '../metadata/byline-names.ts';
import { findDate } from '../metadata/find-date.ts';
import { toArticleDate } from '../metadata/published.ts';
import type { Metadata } from '../metadata/read-metadata.ts';
import type { PageContext } from '../page-reading.ts';
import { attributeOf, textOf } from '../tree/tree.ts';
import { firstBodyOf, type ScoredPage } from '../view-page.ts';
import { selectNodes } from './select-nodes.ts';

/** What the rules of a source make of a page. */
export interface RuledPage {
  readonly view: ScoredPage;
  readonly decide: (metadata: Metadata) => Metadata;
  readonly decideBody: (body: Body) => Body;
}

/** How sure a rule is: somebody looked at the pages. */
const ruleConfidence = 0.95;
const mostAuthors = 10;

/** A page without rules: all is as it was found. */
export function noRules(view: ScoredPage): RuledPage {
  return { view, decide: (metadata) => metadata, decideBody: (body) => body };
}

/** Whether each block lies within one of the elements. */
function blocksWithin(view: ScoredPage, nodes: readonly number[]): Uint8Array {
  const { blocks, tree } = view;
  const within = new Uint8Array(blocks.size);
  for (const node of nodes) {
    for (let index = 0; index < blocks.size; index += 1) {
      const first = blocks.first[index] as number;
      if (first >= node && first < (tree.end[node] as number)) within[index] = 1;
    }
  }
  return within;
}

function selectAll(view: ScoredPage, selectors: readonly string[] | undefined): number[] {
  return (selectors ?? []).flatMap((text) => selectNodes(view.tree, parseSelector(text)));
}

/** Texts of the selected elements, the value of an attribute before the text. */
function textsOf(
  view: ScoredPage,
  selector: string | undefined,
  ...names: readonly ('datetime' | 'content')[]
): string[] {
  return selectAll(view, selector === undefined ? undefined : [selector])
    .map(
      (node) =>
        names
          .map((name) => attributeOf(view.tree, node, name))
          .find((value) => value !== undefined && value !== '') ?? textOf(view.tree, node, 500),
    )
    .filter((text) => text !== '');
}

/** The names of a byline that a rule finds; its whole text where it has none. */
function namesOrText(text: string): readonly string[] {
  const names = writersIn(text);
  return names.length > 0 ? names : [text];
}

/** The metadata that rules decide; what a rule does not find stays as it was found. */
function decideMetadata(
  view: ScoredPage,
  rules: SiteRules,
  context: PageContext,
  metadata: Metadata,
): Metadata {
  const [title] = textsOf(view, rules.title, 'content');
  const authors = [...new Set(textsOf(view, rules.authors, 'content').flatMap(namesOrText))].slice(
    0,
    mostAuthors,
  );
  const found = textsOf(view, rules.published, 'datetime', 'content')
    .map((text) => findDate(text))
    .find((date) => date !== undefined);
  const published =
    found === undefined
      ? undefined
      : toArticleDate(
          found,
          { now: context.now, timeZone: context.sourceTimeZone },
          undefined,
          'site rule',
          ruleConfidence,
        );
  const told: Provenance[] = [
    ...(title === undefined
      ? []
      : [{ field: 'title', value: title.slice(0, 300), source: 'site rule', confidence: ruleConfidence }]),
    ...authors.map((value) => ({
      field: 'authors',
      value: value.slice(0, 300),
      source: 'site rule',
      confidence: ruleConfidence,
    })),
    ...(published === undefined
      ? []
      : [{ field: 'published', value: published.utc, source: 'site rule', confidence: ruleConfidence }]),
  ];
  const decided = new Set(told.map((one) => one.field));
  return {
    ...metadata,
    ...(title === undefined ? {} : { title, titleConfidence: ruleConfidence, distrustedTitle: undefined }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(published === undefined ? {} : { published }),
    provenance: [...told, ...metadata.provenance.filter((one) => !decided.has(one.field))],
  };
}

/** The body without the elements that a rule takes; rules that would leave nothing take nothing. */
function withoutRemoved(
  view: ScoredPage,
  body: Uint8Array,
  nodes: readonly number[],
): { readonly isBody: Uint8Array; readonly removals: readonly Removal[] } {
  const removed = blocksWithin(view, nodes);
  const isBody = body.map((value, index) => (removed[index] === 1 ? 0 : value));
  if (!isBody.includes(1)) return { isBody: body, removals: [] };
  const taken = Array.from(isBody.keys()).filter((index) => isBody[index] !== body[index]);
  return {
    isBody,
    removals: taken.map((index) => ({
      pass: 'site-rule',
      text: blockText(view.blocks, index).slice(0, 500),
      why: 'a rule of the source takes it',
    })),
  };
}

/**
 * Applies the rules of a source: its selectors decide where they select something; a page that they do not
 * fit is read as if there were none.
 */
export function applyRules(view: ScoredPage, rules: SiteRules, context: PageContext): RuledPage {
  const chosen = selectAll(view, rules.body);
  const isChosen = chosen.length > 0;
  const { isBody, removals } = withoutRemoved(
    view,
    isChosen ? blocksWithin(view, chosen) : view.isBody,
    selectAll(view, rules.remove),
  );
  const ruled = { ...view, isBody, firstBody: firstBodyOf(view.blocks, isBody) };
  return {
    view: ruled,
    decide: (metadata) => decideMetadata(view, rules, context, metadata),
    decideBody: (body) => ({
      ...body,
      removals: [...removals, ...body.removals],
      ...(isChosen ? { source: 'site rule', confidence: Math.max(body.confidence, ruleConfidence) } : {}),
    }),
  };
}
