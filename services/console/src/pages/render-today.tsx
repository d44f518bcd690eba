import type { Trend, TrendField } from '@newsmill/contracts';
import { renderPage } from '../frame.tsx';
import { BarChart } from '../pieces/bar-chart.tsx';
import { formatCount, formatLanguage, formatMoment, formatNumber } from '../pieces/format.ts';
import { isNameKind, nameAddress, valueQuery } from '../pieces/name-address.ts';
import { searchAddress } from '../pieces/search-address.ts';
import type { FrameView, SearchParameters, TodaySpan, TodayView, TopName } from '../views.ts';
import { say } from '../words/say.ts';
import { labelOfValue, TopList } from './top-list.tsx';

const spans: readonly { readonly span: TodaySpan; readonly name: string; readonly words: string }[] = [
  { span: 'day', name: '24 hours', words: 'the last 24 hours' },
  { span: 'week', name: '7 days', words: 'the last 7 days' },
  { span: 'month', name: '30 days', words: 'the last 30 days' },
];
const kinds: Readonly<Record<TrendField, string>> = {
  person: 'person',
  organisation: 'organisation',
  place: 'place',
  topic: 'topic',
  keyPhrase: 'phrase',
};
const lists: readonly { readonly name: TopName; readonly title: string }[] = [
  { name: 'source', title: 'Sources' },
  { name: 'person', title: 'People' },
  { name: 'organisation', title: 'Organisations' },
  { name: 'place', title: 'Places' },
  { name: 'topic', title: 'Topics' },
];

/** The search that the page counts, of any time. */
function searchOf({ language }: TodayView): SearchParameters {
  return { q: '', source: [], language: language === undefined ? [] : [language] };
}

/** The page with another span or language. */
function todayAddress({ span, language }: Pick<TodayView, 'span' | 'language'>): string {
  const query = new URLSearchParams({
    ...(span === 'day' ? {} : { span }),
    ...(language === undefined ? {} : { language }),
  }).toString();
  return query === '' ? '/today' : `/today?${query}`;
}

/** The languages of the articles, of which one can be looked at alone. */
function Languages({ view }: { readonly view: TodayView }) {
  const { span, language, languages } = view;
  if (languages.length < 2 && language === undefined) return null;
  return (
    <nav class="choices" aria-label={say('Languages')}>
      <a href={todayAddress({ span })} aria-current={language === undefined ? 'true' : undefined}>
        {say('All languages')}
      </a>
      {languages.map(({ value, count }) => (
        <a
          href={todayAddress({ span, language: value })}
          aria-current={value === language ? 'true' : undefined}
        >
          {formatLanguage(value)} <span class="count">{formatNumber(count)}</span>
        </a>
      ))}
    </nav>
  );
}

function linkTo(field: TrendField | TopName, value: string, view: TodayView): string {
  const from = view.from.slice(0, 10);
  const parameters = { ...searchOf(view), from };
  if (field === 'source') return searchAddress({ ...parameters, source: [value] });
  if (isNameKind(field)) return nameAddress(field, value);
  return searchAddress({
    ...parameters,
    q: valueQuery(field, value),
  });
}

function labelOf(field: TrendField | TopName, value: string, view: TodayView): string {
  return labelOfValue(field, value, view.sourceName);
}

/** How much more frequent than before, in words. */
function growthOf({ count, background }: Trend, { trends }: TodayView): string {
  const ratio = count / trends.total / (background / trends.backgroundTotal);
  return background === count ? 'new' : `${formatNumber(Math.round(ratio * 10) / 10)}×`;
}

function Trends({ view }: { readonly view: TodayView }) {
  const { items } = view.trends;
  if (items.length === 0)
    return (
      <p class="quiet">
        No subject appears more often than in the 30 days before, or there are too few articles to tell.
      </p>
    );
  return (
    <ol class="trends">
      {items.map((trend) => (
        <li>
          <a href={linkTo(trend.field, trend.value, view)} dir="auto">
            {labelOf(trend.field, trend.value, view)}
          </a>
          <small>
            {kinds[trend.field]}, {formatCount(trend.count, 'article')}, {growthOf(trend, view)}
          </small>
        </li>
      ))}
    </ol>
  );
}

/** What is talked about: what grew, when articles came, and the most frequent names. */
export function renderToday(view: TodayView, frame: FrameView): string {
  const words = spans.find(({ span }) => span === view.span)?.words ?? '';
  const isApproximate =
    view.trends.approximate ||
    view.timeline.approximate ||
    Object.values(view.top).some(({ approximate }) => approximate);
  const body = (
    <>
      <div class="page-head">
        <h1>Today</h1>
        <nav class="choices" aria-label="Span of time">
          {spans.map(({ span, name }) => (
            <a
              href={todayAddress({ span, language: view.language })}
              aria-current={span === view.span ? 'true' : undefined}
            >
              {name}
            </a>
          ))}
        </nav>
      </div>
      <p class="lead">
        {formatCount(view.timeline.total, 'article')} in {words}, up to {formatMoment(Date.parse(view.to))}.
        {isApproximate ? ' Only the newest are counted.' : ''}
      </p>
      <Languages view={view} />
      {view.timeline.total === 0 ? (
        <div class="empty">
          <h2>No article was published in {words}</h2>
          <ul>
            <li>
              {view.span === 'month' ? null : (
                <>
                  <a href={todayAddress({ span: 'month', language: view.language })}>See the last 30 days</a>,
                  or{' '}
                </>
              )}
              <a href="/">{view.span === 'month' ? 'See the newest articles' : 'the newest articles'}</a>.
            </li>
          </ul>
        </div>
      ) : (
        <>
          <BarChart timeline={view.timeline} title={say('Articles over time')} parameters={searchOf(view)} />
          <section class="talk" aria-labelledby="talk">
            <h2 id="talk">In the news more than usual</h2>
            <p class="quiet">Compared with the 30 days before. Near copies count once.</p>
            <Trends view={view} />
          </section>
          <div class="tops">
            {lists.map(({ name, title }) => (
              <TopList
                id={`top-${name}`}
                title={title}
                values={view.top[name].items}
                labelOf={(value) => labelOf(name, value, view)}
                linkTo={(value) => linkTo(name, value, view)}
              />
            ))}
          </div>
        </>
      )}
    </>
  );
  return renderPage({ frame, title: 'Today', place: '/today', hasCharts: true, body });
}
