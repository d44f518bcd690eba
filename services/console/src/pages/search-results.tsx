import { BarChart } from '../pieces/bar-chart.tsx';
import { dayTimeline } from '../pieces/day-timeline.ts';
import { formatCount } from '../pieces/format.ts';
import { nameAddress, namesIn } from '../pieces/name-address.ts';
import { PicturesChoice } from '../pieces/picture.tsx';
import { searchAddress } from '../pieces/search-address.ts';
import type { FrameView, SearchProblem, SearchView } from '../views.ts';
import { say } from '../words/say.ts';
import { HitList } from './hit-list.tsx';

function NoHits({ view }: { readonly view: SearchView }) {
  const { parameters, overview } = view;
  const isNarrowed =
    parameters.source.length + parameters.language.length > 0 ||
    parameters.from !== undefined ||
    parameters.to !== undefined;
  if (overview !== undefined && overview.articles === 0) {
    return (
      <div class="empty">
        <h3>No article has arrived yet</h3>
        <p>
          {overview.sources === 0
            ? 'No source is configured. '
            : 'The first articles come when a source has been polled. '}
          <a href="/sources">See what the sources are doing</a>, or <a href="/preview">try a feed</a> and add
          it with one command.
        </p>
      </div>
    );
  }
  return (
    <div class="empty">
      <h3>Nothing found</h3>
      <ul>
        {isNarrowed ? (
          <li>
            <a href={searchAddress(parameters, { source: [], language: [], from: undefined, to: undefined })}>
              Search in all sources, languages and days
            </a>
          </li>
        ) : null}
        <li>
          Use fewer or other words. <code>start*</code> finds every word that begins with these letters,{' '}
          <code>a OR b</code> finds either word.
        </li>
        <li>
          Are you looking for one article? <a href="/ledger">Look up its address in the ledger</a>.
        </li>
      </ul>
    </div>
  );
}

function Problem({ problem, view }: { readonly problem: SearchProblem; readonly view: SearchView }) {
  const { q } = view.parameters;
  return (
    <div class="problem" role="alert">
      <h2>This query cannot be read</h2>
      <p>{problem.message}.</p>
      {problem.position === undefined || problem.position > q.length ? null : (
        <p class="pointer">
          <code dir="auto">
            {q.slice(0, problem.position)}
            <mark>{q.slice(problem.position, problem.position + 1) || '␣'}</mark>
            {q.slice(problem.position + 1)}
          </code>
        </p>
      )}
      {problem.suggestion === undefined ? null : (
        <p>
          Did you mean{' '}
          <a href={searchAddress(view.parameters, { q: problem.suggestion })}>{problem.suggestion}</a>?
        </p>
      )}
    </div>
  );
}

function Sorting({ view }: { readonly view: SearchView }) {
  const { parameters } = view;
  if (parameters.q === '') return null;
  const sort = parameters.sort ?? 'relevance';
  return (
    <p class="sorting">
      <a
        href={searchAddress(parameters, { sort: undefined })}
        aria-current={sort === 'relevance' ? 'true' : undefined}
      >
        Best first
      </a>
      <a
        href={searchAddress(parameters, { sort: 'newest' })}
        aria-current={sort === 'newest' ? 'true' : undefined}
      >
        Newest first
      </a>
      <a
        href={searchAddress(parameters, { sort: 'both' })}
        aria-current={sort === 'both' ? 'true' : undefined}
      >
        Best and newest
      </a>
    </p>
  );
}

/** What is left out, with the way to it; or the way back. */
function LeftOut({ view }: { readonly view: SearchView }) {
  const { parameters, leftOut } = view;
  if (parameters.hidden === true)
    return (
      <p class="quiet">
        Doubtful articles are shown too.{' '}
        <a href={searchAddress(parameters, { hidden: undefined })}>Hide them</a>
      </p>
    );
  if (leftOut === 0) return null;
  return (
    <p class="quiet">
      {formatCount(leftOut, 'doubtful article')} {leftOut === 1 ? 'is' : 'are'} hidden.{' '}
      <a href={searchAddress(parameters, { hidden: true })}>Show {leftOut === 1 ? 'it' : 'them'}</a>
    </p>
  );
}

/** The query that was perhaps meant. It is asked for by its link alone. */
function Meant({ view }: { readonly view: SearchView }) {
  const { meant, parameters } = view;
  if (meant === undefined) return null;
  const link = (
    <>
      <a href={searchAddress(parameters, { q: meant.q })} dir="auto">
        {meant.q}
      </a>{' '}
      ({meant.totalIsExact ? '' : 'more than '}
      {formatCount(meant.total, 'article')})
    </>
  );
  return meant.page === undefined ? (
    <p class="meant">Did you mean {link}?</p>
  ) : (
    <p class="meant">
      Nothing was found for <strong dir="auto">{parameters.q}</strong>. Shown is what {link} finds.
    </p>
  );
}

/** The pages of the names that the query holds. */
function Names({ q }: { readonly q: string }) {
  const names = namesIn(q);
  if (names.length === 0) return null;
  return (
    <p class="names">
      {names.map(({ kind, name }) => (
        <a href={nameAddress(kind, name)} dir="auto">
          {say('About {name}', { name })}
        </a>
      ))}
    </p>
  );
}

/** Results by day; a day, or some of them, can be chosen. */
function Days({ view }: { readonly view: SearchView }) {
  const { outcome, parameters } = view;
  if (!outcome.ok || parameters.cursor !== undefined) return null;
  const timeline = dayTimeline(outcome.page.facets.day ?? []);
  return timeline === undefined ? null : (
    <BarChart timeline={timeline} title={say('Results by day')} parameters={parameters} isSmall />
  );
}

/** Count, order, hits and the way to the next page. */
export function SearchResults({ view, frame }: { readonly view: SearchView; readonly frame: FrameView }) {
  const { outcome, parameters } = view;
  if (!outcome.ok) return <Problem problem={outcome.problem} view={view} />;
  const { page } = outcome;
  const shown = view.meant?.page?.items ?? page.items;
  const count = `${page.totalIsExact ? '' : 'more than '}${formatCount(page.total, 'article')}`;
  return (
    <>
      <div class="results-head">
        <h2>{parameters.q === '' ? 'Newest articles' : 'Results'}</h2>
        <p role="status">
          {count}
          {page.facetsAreExact ? '' : '; the filters count only the newest'}
        </p>
        <Sorting view={view} />
        <LeftOut view={view} />
        {shown.some(({ image }) => image !== undefined) ? <PicturesChoice frame={frame} /> : null}
      </div>
      <Days view={view} />
      <Names q={parameters.q} />
      <Meant view={view} />
      {shown.length === 0 ? (
        <NoHits view={view} />
      ) : (
        <HitList hits={shown} frame={frame} by={parameters.collapse} />
      )}
      <p class="pages">
        {parameters.cursor === undefined ? null : <a href={searchAddress(parameters)}>First page</a>}
        {page.next === undefined ? null : (
          <a class="button" rel="next" href={searchAddress(parameters, { cursor: page.next })}>
            Next page
          </a>
        )}
      </p>
    </>
  );
}
