import { renderPage } from '../frame.tsx';
import { formatList, formatNumber } from '../pieces/format.ts';
import { feedLinks, searchAddress } from '../pieces/search-address.ts';
import type { FrameView, SearchParameters, SearchView } from '../views.ts';
import { sourceStateNames, sourceStates } from '@newsmill/contracts';
import type { Overview } from '@newsmill/operate';
import { say, word } from '../words/say.ts';
import { DemonstrationNote, DirtyPagesNote } from './demonstration-notes.tsx';
import { SearchFacets } from './search-facets.tsx';
import { KeysDialog, SearchHints } from './search-hints.tsx';
import { SearchResults } from './search-results.tsx';
import { Welcome } from './welcome.tsx';

function Figures({ overview }: { readonly overview: Overview }) {
  const { states } = overview;
  const parts = sourceStateNames
    .filter((state) => states[state] > 0)
    .map((state) => `${formatNumber(states[state])} ${say(sourceStates[state].name)}`);
  return (
    <ul class="figures" aria-label={say('The mill now')}>
      <li>
        <strong>{formatNumber(overview.articles)}</strong> {say('articles')}
      </li>
      <li>
        <a href="/sources">
          <strong>{formatNumber(overview.sources)}</strong> {say('sources')}
        </a>
        <small>{formatList(parts)}</small>
      </li>
      <li>
        <a href="/ledger?fate=waiting">
          <strong>{formatNumber(overview.waiting)}</strong> {say('waiting')}
        </a>
      </li>
      <li>
        <a href="/dead">
          <strong>{formatNumber(overview.dead)}</strong> {say('dead letters')}
        </a>
      </li>
    </ul>
  );
}

const collapseChoices = [
  { value: '', name: word('Show all') },
  { value: 'family', name: word('One of each family') },
  { value: 'story', name: word('One of each story') },
] as const;

function SearchForm({ view }: { readonly view: SearchView }) {
  const { parameters } = view;
  return (
    <form class="search" action="/" method="get" role="search" data-search>
      <label class="hidden" for="q">
        {say('Search the articles')}
      </label>
      <div class="search-row">
        <input
          id="q"
          name="q"
          type="search"
          value={parameters.q}
          maxLength={1000}
          dir="auto"
          placeholder={say('Search the articles')}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="q-help"
          data-person={say('Person')}
          data-organisation={say('Organisation')}
          data-place={say('Place')}
          data-topic={say('Topic of articles')}
          data-source={say('Source')}
        />
        <button type="submit">{say('Search')}</button>
      </div>
      <div class="search-more">
        <label>
          {say('From')} <input type="date" name="from" value={parameters.from?.slice(0, 10)} />
        </label>
        <label>
          {say('To')} <input type="date" name="to" value={parameters.to?.slice(0, 10)} />
        </label>
        <label>
          {say('Copies')}{' '}
          <select name="collapse">
            {collapseChoices.map(({ value, name }) => (
              <option value={value} selected={value === (parameters.collapse ?? '')}>
                {say(name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <SearchHints parameters={parameters} />
      {parameters.source.map((id) => (
        <input type="hidden" name="source" value={id} />
      ))}
      {parameters.language.map((tag) => (
        <input type="hidden" name="language" value={tag} />
      ))}
      {parameters.hidden === true ? <input type="hidden" name="hidden" value="true" /> : null}
      {parameters.sort === undefined ? null : <input type="hidden" name="sort" value={parameters.sort} />}
    </form>
  );
}

function feedsOf(parameters: SearchParameters) {
  return feedLinks(parameters, (form) => say('This search as {form}', { form }));
}

function Follow({ parameters }: { readonly parameters: SearchParameters }) {
  return (
    <p class="quiet">
      {say('Follow this search as')}{' '}
      {feedsOf(parameters).map(({ href, type, form }, index) => (
        <>
          {index === 0 ? null : say(', ')}
          <a href={href} type={type}>
            {form}
          </a>
        </>
      ))}
      {say(', ')}
      <a href={searchAddress(parameters, { cursor: undefined }).replace(/^\//, '/alerts')}>
        {say('save this search')}
      </a>
      {say(', ')}
      <a
        href={searchAddress(parameters, {
          cursor: undefined,
          sort: undefined,
          collapse: undefined,
          hidden: undefined,
        }).replace(/^\//, '/export')}
      >
        {say('export it')}
      </a>
      {say(', ')}
      {say('or')}{' '}
      <a href={searchAddress(parameters, { cursor: undefined }).replace(/^\//, '/copy')}>
        {say('copy it for curl, TypeScript or Elasticsearch')}
      </a>
      .
    </p>
  );
}

/** The search page; without a query the newest articles and the figures of the mill. */
export function renderSearch(view: SearchView, frame: FrameView): string {
  const { parameters } = view;
  const isNarrowed = searchAddress({ ...parameters, q: '', sort: undefined }) !== '/';
  const hasSide = isNarrowed || (view.outcome.ok && view.outcome.page.items.length > 0);
  const body = (
    <>
      <h1 class="hidden">{say('Search the articles')}</h1>
      <KeysDialog />
      <SearchForm view={view} />
      <div id="results" class={hasSide ? 'columns' : 'columns single'} data-results>
        <div class="narrow" hidden={!hasSide}>
          {isNarrowed ? (
            <p>
              <a
                class="clear"
                href={searchAddress(parameters, {
                  source: [],
                  language: [],
                  from: undefined,
                  to: undefined,
                  collapse: undefined,
                })}
              >
                {say('Clear all filters')}
              </a>
            </p>
          ) : null}
          <SearchFacets view={view} />
        </div>
        <div class="results">
          <Welcome view={view.welcome} frame={frame} />
          <DirtyPagesNote isShown={view.isDirty === true} />
          {view.overview === undefined ? null : <Figures overview={view.overview} />}
          {view.overview === undefined || view.welcome !== undefined ? null : (
            <DemonstrationNote isThere={frame.demonstration === true} />
          )}
          <SearchResults view={view} frame={frame} />
          {view.outcome.ok ? <Follow parameters={parameters} /> : null}
        </div>
      </div>
    </>
  );
  return renderPage({
    frame,
    title: parameters.q === '' ? 'newsmill' : parameters.q,
    place: '/',
    feeds: feedsOf(parameters),
    body,
  });
}
