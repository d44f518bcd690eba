import { sourceStateNames, type SourceState } from '@newsmill/contracts';
import type { SourcesQuery } from '../inputs/parameters.ts';
import { compareNames } from './compare-names.ts';
import type { SourceView, SourcesView } from './source-view.ts';

/** Some of the sources, and how many there are besides. */
export interface PickedSources extends SourcesView {
  /** Sources that fit the words and the state. */
  readonly total: number;
  /** Sources that fit the words, by state. */
  readonly states: Readonly<Partial<Record<SourceState, number>>>;
}

type Order = (a: SourceView, b: SourceView) => number;
const byName: Order = (a, b) => compareNames(a.name, b.name);
/** As they come: those first that need somebody. */
const orders: Readonly<Record<SourcesQuery['sort'], Order>> = {
  attention: () => 0,
  name: byName,
  articles: (a, b) => b.indexed - a.indexed || byName(a, b),
  recent: (a, b) => b.recent.articles - a.recent.articles || byName(a, b),
  waiting: (a, b) => b.waiting - a.waiting || byName(a, b),
};

/** The name of a language or a country in English; made with the first that is asked for. */
const namers = new Map<Intl.DisplayNamesType, Intl.DisplayNames>();
function englishName(type: 'language' | 'region', code: string): string {
  const namer = namers.get(type) ?? new Intl.DisplayNames('en', { type });
  namers.set(type, namer);
  return namer.of(code) ?? code;
}

/** What the words of a search are sought in, in lower case: languages and countries by tag and by name. */
function makeWords({ id, name, language, country, tags, channels }: SourceView): string {
  const tongue = language === undefined ? [] : [language, englishName('language', language)];
  const place = country === undefined ? [] : [country, englishName('region', country)];
  return [id, name, ...tongue, ...place, ...tags, ...channels.map(({ url }) => url)].join('\n').toLowerCase();
}

/** Of sources that are looked through again, made once. */
const knownWords = new WeakMap<SourceView, string>();
function wordsOf(source: SourceView): string {
  const words = knownWords.get(source) ?? makeWords(source);
  knownWords.set(source, words);
  return words;
}

/** Of all sources those that were asked for, in the order that was asked for, and of these one page. */
export function pickSources(
  { sources, problems }: SourcesView,
  { q, state, sort, page, limit }: SourcesQuery,
): PickedSources {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fitting =
    words.length === 0
      ? sources
      : sources.filter((source) => {
          const text = wordsOf(source);
          return words.every((word) => text.includes(word));
        });
  const counts = new Map<SourceState, number>();
  for (const { state: one } of fitting) counts.set(one, (counts.get(one) ?? 0) + 1);
  const states = Object.fromEntries(
    sourceStateNames.flatMap((name) => (counts.has(name) ? [[name, counts.get(name)] as const] : [])),
  );
  const ofState = state === undefined ? fitting : fitting.filter((source) => source.state === state);
  const from = limit === undefined ? 0 : (page - 1) * limit;
  const shown = ofState.toSorted(orders[sort]).slice(from, limit === undefined ? undefined : from + limit);
  return { sources: shown, problems, total: ofState.length, states };
}
