import type { CountedField } from '@newsmill/contracts';
import { renderPage } from '../frame.tsx';
import { formatLanguage, formatNumber } from '../pieces/format.ts';
import { isNameKind, nameAddress, valueQuery } from '../pieces/name-address.ts';
import { searchAddress, searchQuery } from '../pieces/search-address.ts';
import type { FrameView, ValuesView } from '../views.ts';
import { say, word, wordsFor } from '../words/say.ts';
import { labelOfValue } from './top-list.tsx';

// biome-ignore format: a table, read by its rows
const titles: Readonly<Record<CountedField, string>> = {
  source: word('Sources'), language: word('Languages'), section: word('Sections'), author: word('Authors'),
  person: word('People'), organisation: word('Organisations'), place: word('Places'), topic: word('Topics'),
  subtopic: word('Narrower topics'), keyPhrase: word('Phrases'), keyword: word('Keywords'), country: word('Countries'), domain: word('Domains'),
  fact: word('Facts'),
};

/** More values than so many pages nobody reads: the search is narrowed instead. */
const mostPages = 50;

function linkTo(value: string, { field, parameters }: ValuesView): string {
  if (field === 'source') return searchAddress(parameters, { source: [...parameters.source, value] });
  if (field === 'language') return searchAddress(parameters, { language: [...parameters.language, value] });
  return searchAddress(parameters, { q: `${parameters.q} ${valueQuery(field, value)}`.trim() });
}

function pageAddress({ field, parameters }: ValuesView, page: number): string {
  const query = new URLSearchParams([['field', field], ...searchQuery(parameters)]);
  if (page > 1) query.set('page', String(page));
  return `/values?${query.toString()}`;
}

/** All values of a field among the articles of a search, each a way to narrow it. */
export function renderValues(view: ValuesView, frame: FrameView): string {
  const { field, values, parameters, sourceName, page, first, isLast } = view;
  const title = wordsFor(titles[field]);
  const api = searchQuery(parameters).toString();
  const body = (
    <>
      <div class="page-head">
        <h1>{title}</h1>
      </div>
      <p class="lead">
        {say('{count:# article|# articles} of this search, by what they hold most often.', {
          count: values.total,
        })}{' '}
        {values.approximate ? `${say('Only the newest are counted.')} ` : ''}
        <a href={searchAddress(parameters)}>{say('Back to the search')}</a>{' '}
        <a href={`/api/v1/top?field=${field}&limit=1000${api === '' ? '' : `&${api}`}`}>JSON</a>
      </p>
      {values.items.length > 0 || page === 1 ? null : (
        <p class="empty">{say('There are no further values.')}</p>
      )}
      <ol class="facet values" start={first + 1}>
        {values.items.map(({ value, count }) => (
          <li class={isNameKind(field) ? 'with-page' : undefined}>
            <a href={linkTo(value, view)}>
              <span dir="auto">
                {field === 'language' ? formatLanguage(value) : labelOfValue(field, value, sourceName)}
              </span>
              <span class="count">{formatNumber(count)}</span>
            </a>
            {isNameKind(field) ? (
              <a
                class="page"
                href={nameAddress(field, value)}
                aria-label={say('About {name}', { name: value })}
              >
                <span aria-hidden="true">›</span>
              </a>
            ) : null}
          </li>
        ))}
      </ol>
      {page === 1 && isLast ? null : (
        <nav class="pages" aria-label={say('Pages')}>
          {page === 1 ? null : (
            <a class="button" rel="prev" href={pageAddress(view, page - 1)}>
              {say('Previous page')}
            </a>
          )}{' '}
          {isLast || page >= mostPages ? null : (
            <a class="button" rel="next" href={pageAddress(view, page + 1)}>
              {say('Next page')}
            </a>
          )}
        </nav>
      )}
    </>
  );
  return renderPage({ frame, title, place: '/', body });
}
