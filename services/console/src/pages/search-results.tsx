import { BarChart } from '../pieces/bar-chart.tsx';
import { dayTimeline } from '../pieces/day-timeline.ts';
import { nameAddress, namesIn } from '../pieces/name-address.ts';
import { PicturesChoice } from '../pieces/picture.tsx';
import { searchAddress } from '../pieces/search-address.ts';
import type { FrameView, SearchProblem, SearchView } from '../views.ts';
import { say } from '../words/say.ts';
import { countWords, HitList } from './hit-list.tsx';
import { Sentence } from '../words/sentence.tsx';
import { InEnglish } from '../pieces/in-english.tsx';

function NoHits({ view }: { readonly view: SearchView }) {
  const { parameters, overview } = view;
  const isNarrowed =
    parameters.source.length + parameters.language.length > 0 ||
    parameters.from !== undefined ||
    parameters.to !== undefined;
  if (overview !== undefined && overview.articles === 0) {
    return (
      <div class="empty">
        <h3>{say('No article has arrived yet')}</h3>
        <p>
          {say(
            overview.sources === 0
              ? 'No source is configured.'
              : 'The first articles come when a source has been polled.',
          )}{' '}
          <Sentence
            text="<a>See what the sources are doing</a>, or <b>try a feed</b> and add it with one command."
            a={<a href="/sources" />}
            b={<a href="/preview" />}
          />
        </p>
      </div>
    );
  }
  return (
    <div class="empty">
      <h3>{say('Nothing found')}</h3>
      <ul>
        {isNarrowed ? (
          <li>
            <a href={searchAddress(parameters, { source: [], language: [], from: undefined, to: undefined })}>
              {say('Search in all sources, languages and days')}
            </a>
          </li>
        ) : null}
        <li>
          <Sentence
            text="Use fewer or other words. {start} finds every word that begins with these letters, {either} finds either word."
            start={<code>start*</code>}
            either={<code>a OR b</code>}
          />
        </li>
        <li>
          <Sentence
            text="Are you looking for one article? <a>Look up its address in the ledger</a>."
            a={<a href="/ledger" />}
          />
        </li>
      </ul>
    </div>
  );
}

function Problem({ problem, view }: { readonly problem: SearchProblem; readonly view: SearchView }) {
  const { q } = view.parameters;
  return (
    <div class="problem" role="alert">
      <h2>{say('This query cannot be read')}</h2>
      <p>
        <InEnglish text={`${problem.message}.`} />
      </p>
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
          <Sentence
            text="Did you mean {query}?"
            query={
              <a href={searchAddress(view.parameters, { q: problem.suggestion })}>{problem.suggestion}</a>
            }
          />
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
        {say('Best first')}
      </a>
      <a
        href={searchAddress(parameters, { sort: 'newest' })}
        aria-current={sort === 'newest' ? 'true' : undefined}
      >
        {say('Newest first')}
      </a>
      <a
        href={searchAddress(parameters, { sort: 'both' })}
        aria-current={sort === 'both' ? 'true' : undefined}
      >
        {say('Best and newest')}
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
        <Sentence
          text="Doubtful articles are shown too. <a>Hide them</a>"
          a={<a href={searchAddress(parameters, { hidden: undefined })} />}
        />
      </p>
    );
  if (leftOut === 0) return null;
  return (
    <p class="quiet">
      <Sentence
        text="{count:# doubtful article is|# doubtful articles are} hidden. <a>Show {count:it|them}</a>"
        count={leftOut}
        a={<a href={searchAddress(parameters, { hidden: true })} />}
      />
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
      ({countWords(meant)})
    </>
  );
  return meant.page === undefined ? (
    <p class="meant">
      <Sentence text="Did you mean {query}?" query={link} />
    </p>
  ) : (
    <p class="meant">
      <Sentence
        text="Nothing was found for {query}. Shown is what {other} finds."
        query={<strong dir="auto">{parameters.q}</strong>}
        other={link}
      />
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
  const count = countWords(page);
  return (
    <>
      <div class="results-head">
        <h2>{say(parameters.q === '' ? 'Newest articles' : 'Results')}</h2>
        <p role="status">
          {count}
          {page.facetsAreExact ? '' : `${say('; ')}${say('the filters count only the newest')}`}
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
        {parameters.cursor === undefined ? null : <a href={searchAddress(parameters)}>{say('First page')}</a>}
        {page.next === undefined ? null : (
          <a class="button" rel="next" href={searchAddress(parameters, { cursor: page.next })}>
            {say('Next page')}
          </a>
        )}
      </p>
    </>
  );
}
