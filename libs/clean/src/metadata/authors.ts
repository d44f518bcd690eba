import { blockText } from '../body/block-text.ts';
import { ASIDE, FOOTER, LIST, NAV } from '../tree/tree.ts';
import { authorSources, findAuthors, isTopic, sourcesOnPage, type AuthorList } from './author-candidates.ts';
import { creditsOther, nameLikeness, namesAgency, namesJob } from './byline-names.ts';
import { anySources, firstPosition, writeSources, type Candidate } from './candidates.ts';
import { hostName } from './date-in-address.ts';
import { isNews } from './evidence.ts';
import { beginsWithGivenName } from '@newsmill/text';
import { isAccount, isInitials } from './no-persons.ts';
import { distanceToBody, headingBlock, lastBodyOf, type PageView } from './page-view.ts';

const values = 43;
export const authorFeatureCount = authorSources.length * 2 + values;
const mostCandidates = 150;

interface PageFacts {
  /** Whether the page says that it is news, another article, or an article to networks. */
  readonly page: readonly [number, number, number];
  readonly host: string;
  readonly heading: number;
  readonly last: number;
  readonly publishers: readonly string[];
  readonly likely: number;
  readonly credited: number;
  /** Whole key to the number of names that contain it, and of those that it contains. */
  readonly inside: ReadonlyMap<string, readonly [number, number]>;
  readonly compact: ReadonlyMap<string, number>;
  readonly first: number;
}

/** A candidate with what its features ask for more than once. */
interface Name {
  readonly candidate: Candidate;
  readonly position: number;
  readonly likeness: number;
  readonly compact: string;
}

const compactOf = (key: string): string => key.replaceAll(' ', '');
/** Names without spaces, to see `adamoss` and `Ada Moss` as one. */
function countCompact(names: readonly Name[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { compact } of names) counts.set(compact, (counts.get(compact) ?? 0) + 1);
  return counts;
}

function countInside(names: readonly Name[]): Map<string, readonly [number, number]> {
  const counts = new Map<string, readonly [number, number]>();
  for (const {
    candidate: { key },
  } of names) {
    let outer = 0;
    let inner = 0;
    for (const { candidate: other } of names) {
      if (other.key.length > key.length) outer += other.key.includes(key) ? 1 : 0;
      else if (key.length > other.key.length) inner += key.includes(other.key) ? 1 : 0;
    }
    counts.set(key, [outer, inner]);
  }
  return counts;
}

function factsOf(view: PageView, authors: AuthorList, names: readonly Name[]): PageFacts {
  let first = Number.MAX_SAFE_INTEGER;
  let likely = 0;
  for (const { position, likeness } of names) {
    if (likeness !== 2) continue;
    likely += 1;
    if (position >= 0 && position < first) first = position;
  }
  const { types } = view.evidence;
  return {
    page: [
      isNews(view.evidence) ? 1 : 0,
      types.has('article') || types.has('blogposting') ? 1 : 0,
      types.has('og:article') ? 1 : 0,
    ],
    host: hostName(view.url),
    heading: headingBlock(view),
    last: lastBodyOf(view),
    publishers: [...authors.publishers].filter((name) => name !== ''),
    likely,
    credited: authors.credited.size,
    inside: countInside(names),
    compact: countCompact(names),
    first,
  };
}

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/**
 * What the line says in which a name stands: its length, links, place, and whether it credits something else
 * than writing.
 */
function lineValues(view: PageView, facts: PageFacts, position: number): number[] {
  const { blocks, tree } = view;
  if (position < 0 || position >= blocks.size) return [99, 99, 99, -1, -1, -1, -1, -1, -1];
  const flags = tree.flags[blocks.node[position] as number] as number;
  const weight = blocks.weight[position] as number;
  const isForOther =
    weight < 25 &&
    (creditsOther(blockText(blocks, position)) ||
      (position > 0 &&
        (blocks.weight[position - 1] as number) < 5 &&
        creditsOther(blockText(blocks, position - 1))));
  return [
    distanceToBody(view, position),
    facts.heading < 0 ? 99 : clamp(position - facts.heading, 60),
    facts.last < 0 ? 99 : clamp(position - facts.last, 60),
    weight,
    blocks.linkShare[position] as number,
    (flags & (ASIDE | FOOTER | NAV)) === 0 ? 0 : 1,
    (flags & LIST) === 0 ? 0 : 1,
    isForOther ? 1 : 0,
    facts.first === Number.MAX_SAFE_INTEGER ? -1 : clamp(position - facts.first, 60),
  ];
}

function nameValues(
  authors: AuthorList,
  { candidate, likeness, compact }: Name,
  facts: PageFacts,
  count: number,
): number[] {
  const { key, text } = candidate;
  const words = text.split(' ');
  const [outer, inner] = facts.inside.get(key) ?? [0, 0];
  return [
    candidate.sources.size,
    words.length,
    text.length,
    words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length,
    /\d/.test(text) ? 1 : 0,
    facts.publishers.includes(key) ? 1 : 0,
    facts.publishers.some((name) => name.includes(key) || key.includes(name)) ? 1 : 0,
    count,
    authors.credited.has(key) ? 1 : 0,
    /[@.:!?()]/.test(text) ? 1 : 0,
    outer,
    inner,
    facts.host !== '' && compact.includes(facts.host) ? 1 : 0,
    compact.length > 3 && facts.host.includes(compact) ? 1 : 0,
    likeness,
    namesJob(text) ? 1 : 0,
    namesAgency(text) ? 1 : 0,
    /\b(?:team|redaktion|staff|editors?|redacción|redazione|rédaction|newsroom|desk)\b/iu.test(text) ? 1 : 0,
    authors.seen.get(key) ?? 0,
    authors.object.get(key) ?? -1,
    facts.compact.get(compact) ?? 1,
    facts.likely,
    facts.credited,
    text === text.toUpperCase() ? 1 : 0,
    beginsWithGivenName(text) ? 1 : 0,
    authors.place.get(key) ?? -1,
    authors.behindName.has(key) ? 1 : 0,
    authors.besideJob.has(key) ? 1 : 0,
    isAccount(text) ? 1 : 0,
    isInitials(text) ? 1 : 0,
    ...facts.page,
  ];
}

/** Every name that may be one of an author. */
export function authorCandidates(view: PageView): {
  readonly candidates: Candidate[];
  readonly rows: Float32Array;
} {
  const authors = findAuthors(view);
  const candidates = authors.list.all.slice(0, mostCandidates);
  const names = candidates.map((candidate) => ({
    candidate,
    position: firstPosition(candidate, sourcesOnPage),
    likeness: nameLikeness(candidate.text),
    compact: compactOf(candidate.key),
  }));
  const facts = factsOf(view, authors, names);
  const given = anySources(authorSources, candidates);
  const possible = names.filter(({ candidate }) => !isTopic(authors, candidate));
  const rows = new Float32Array(possible.length * authorFeatureCount);
  possible.forEach((name, index) => {
    let at = writeSources(rows, index * authorFeatureCount, authorSources, name.candidate);
    rows.set(given, at);
    at += given.length;
    for (const value of lineValues(view, facts, name.position)) rows[at++] = value;
    for (const value of nameValues(authors, name, facts, candidates.length)) rows[at++] = value;
    rows[at] = view.isBody[Math.max(0, name.position)] ?? 0;
  });
  return { candidates: possible.map(({ candidate }) => candidate), rows };
}
