import type { Entity } from '@newsmill/contracts';
import { renderPage } from '../frame.tsx';
import { BarChart } from '../pieces/bar-chart.tsx';
import { formatRegion } from '../pieces/format.ts';
import { isNameKind, nameAddress, phraseQuery, valueQuery } from '../pieces/name-address.ts';
import { OutLink } from '../pieces/out-link.tsx';
import { feedLinks, searchAddress } from '../pieces/search-address.ts';
import type { FrameView, NameView, SearchParameters, TopName } from '../views.ts';
import { say } from '../words/say.ts';
import { countWords, HitList } from './hit-list.tsx';
import { labelOfValue, TopList } from './top-list.tsx';

/** What a kind is called, and the lists beside its articles. */
const kindWords = {
  person: () => say('Person'),
  organisation: () => say('Organisation'),
  place: () => say('Place'),
} as const;
const listWords: Readonly<Record<TopName, () => string>> = {
  person: () => say('People in the same articles'),
  organisation: () => say('Organisations in the same articles'),
  place: () => say('Places in the same articles'),
  topic: () => say('Topics'),
  source: () => say('Sources'),
};
const lists: readonly TopName[] = ['person', 'organisation', 'place', 'topic', 'source'];

function parametersOf({ kind, name }: NameView): SearchParameters {
  return { q: valueQuery(kind, name), source: [], language: [] };
}

function feedsOf(view: NameView) {
  return feedLinks({ ...parametersOf(view), sort: 'newest' }, (form) => `${view.name}: ${form}`);
}

/** What the newest article knows of it besides its name. */
function Known({ entity }: { readonly entity: Entity | undefined }) {
  if (entity === undefined) return null;
  const { aliases, country, wikidata } = entity;
  return (
    <>
      {aliases.length === 0 ? null : (
        <span>
          {say('also')} <bdi>{aliases.slice(0, 5).join(', ')}</bdi>
        </span>
      )}
      {country === undefined ? null : <span>{formatRegion(country)}</span>}
      {wikidata === undefined || !/^Q\d{1,12}$/.test(wikidata) ? null : (
        <span>
          <OutLink url={`https://www.wikidata.org/wiki/${wikidata}`}>Wikidata {wikidata}</OutLink>
        </span>
      )}
    </>
  );
}

function Ways({ view }: { readonly view: NameView }) {
  const parameters = parametersOf(view);
  const save = new URLSearchParams({ q: parameters.q, name: view.name }).toString();
  return (
    <ul class="links ways">
      <li>
        <a class="button" href={searchAddress(parameters)}>
          {say('Search these articles')}
        </a>
      </li>
      <li>
        <a href={`/alerts?${save}`}>{say('Save this search')}</a>
      </li>
      {feedsOf(view).map(({ href, type, form }) => (
        <li>
          <a href={href} type={type}>
            {form}
          </a>
        </li>
      ))}
    </ul>
  );
}

function linkTo(field: TopName, value: string, view: NameView): string {
  if (isNameKind(field)) return nameAddress(field, value);
  const parameters = parametersOf(view);
  return field === 'source'
    ? searchAddress({ ...parameters, source: [value] })
    : searchAddress({ ...parameters, q: `${parameters.q} ${valueQuery(field, value)}` });
}

function Span({ view }: { readonly view: NameView }) {
  const here = nameAddress(view.kind, view.name);
  return (
    <nav class="choices" aria-label={say('Span of time')}>
      <a href={here} aria-current={view.span === 'month' ? 'true' : undefined}>
        {say('30 days')}
      </a>
      <a href={`${here}?span=year`} aria-current={view.span === 'year' ? 'true' : undefined}>
        {say('12 months')}
      </a>
    </nav>
  );
}

function Found({ view, frame }: { readonly view: NameView; readonly frame: FrameView }) {
  const { page, timeline, top, name, sourceName } = view;
  return (
    <div class="columns">
      <div class="narrow facets">
        {lists.map((field) => (
          <TopList
            id={`with-${field}`}
            title={listWords[field]()}
            values={top[field].items.filter(({ value }) => value !== name).slice(0, 10)}
            labelOf={(value) => labelOfValue(field, value, sourceName)}
            linkTo={(value) => linkTo(field, value, view)}
          />
        ))}
      </div>
      <div class="results">
        <Span view={view} />
        {timeline.total === 0 ? (
          <p class="quiet">{say('No article of this time names it.')}</p>
        ) : (
          <BarChart timeline={timeline} title={say('Articles that name {name}', { name })} />
        )}
        <div class="results-head">
          <h2>{say('Newest articles')}</h2>
          <p>{countWords(page)}</p>
        </div>
        <HitList hits={page.items} frame={frame} />
        {page.next === undefined ? null : (
          <p class="pages">
            <a class="button" href={searchAddress({ ...parametersOf(view), sort: 'newest' })}>
              {say('All articles')}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}

/** A person, an organisation or a place: its articles over time, what is named beside it, and the newest. */
export function renderName(view: NameView, frame: FrameView): string {
  const { kind, name, page } = view;
  const body = (
    <>
      <header class="name-head">
        <p class="hit-facts">
          <span>{kindWords[kind]()}</span>
          <Known entity={view.entity} />
        </p>
        <h1 dir="auto">{name}</h1>
        <Ways view={view} />
      </header>
      {page.total === 0 ? (
        <div class="empty">
          <h2>{say('No article names it')}</h2>
          <p>
            <a href={searchAddress({ q: phraseQuery(name), source: [], language: [] })}>
              {say('Search for these words instead')}
            </a>
          </p>
        </div>
      ) : (
        <Found view={view} frame={frame} />
      )}
    </>
  );
  return renderPage({
    frame,
    title: name,
    place: 'none',
    feeds: feedsOf(view),
    hasCharts: view.timeline.total > 0,
    body,
  });
}
