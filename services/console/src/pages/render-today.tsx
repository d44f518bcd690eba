import { topicLabel, type Trend, type TrendField } from '@newsmill/contracts';
import { renderPage } from '../frame.tsx';
import { BarChart } from '../pieces/bar-chart.tsx';
import { formatCount, formatMoment, formatNumber } from '../pieces/format.ts';
import { searchAddress } from '../pieces/search-address.ts';
import type { FrameView, TodaySpan, TodayView, TopName } from '../views.ts';

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

function linkTo(field: TrendField | TopName, value: string, view: TodayView): string {
  const from = view.from.slice(0, 10);
  const parameters = { q: '', source: [], language: [], from };
  if (field === 'source') return searchAddress({ ...parameters, source: [value] });
  const words = `"${value.replaceAll('"', '')}"`;
  return searchAddress({ ...parameters, q: field === 'keyPhrase' ? words : `${field}:${words}` });
}

function labelOf(field: TrendField | TopName, value: string, view: TodayView): string {
  if (field === 'topic') return topicLabel(value);
  return field === 'source' ? (view.sourceNames.get(value) ?? value) : value;
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

function TopList({
  view,
  name,
  title,
}: {
  readonly view: TodayView;
  readonly name: TopName;
  readonly title: string;
}) {
  const { items } = view.top[name];
  if (items.length === 0) return null;
  return (
    <section class="facet" aria-labelledby={`top-${name}`}>
      <h2 id={`top-${name}`}>{title}</h2>
      <ol>
        {items.map(({ value, count }) => (
          <li>
            <a href={linkTo(name, value, view)}>
              <span dir="auto">{labelOf(name, value, view)}</span>
              <span class="count">{formatNumber(count)}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
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
              href={span === 'day' ? '/today' : `/today?span=${span}`}
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
      {view.timeline.total === 0 ? (
        <div class="empty">
          <h2>No article was published in {words}</h2>
          <ul>
            <li>
              {view.span === 'month' ? null : (
                <>
                  <a href="/today?span=month">See the last 30 days</a>, or{' '}
                </>
              )}
              <a href="/">{view.span === 'month' ? 'See the newest articles' : 'the newest articles'}</a>.
            </li>
          </ul>
        </div>
      ) : (
        <>
          <BarChart timeline={view.timeline} title="Articles over time" />
          <section class="talk" aria-labelledby="talk">
            <h2 id="talk">In the news more than usual</h2>
            <p class="quiet">Compared with the 30 days before. Near copies count once.</p>
            <Trends view={view} />
          </section>
          <div class="tops">
            {lists.map((list) => (
              <TopList view={view} {...list} />
            ))}
          </div>
        </>
      )}
    </>
  );
  return renderPage({ frame, title: 'Today', place: '/today', hasCharts: true, body });
}
