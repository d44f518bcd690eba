import type { Trend, TrendField } from '@newsmill/contracts';
import { renderPage } from '../frame.tsx';
import { BarChart } from '../pieces/bar-chart.tsx';
import { formatLanguage, formatList, formatMoment, formatNumber } from '../pieces/format.ts';
import { isNameKind, nameAddress, valueQuery } from '../pieces/name-address.ts';
import { searchAddress } from '../pieces/search-address.ts';
import type { FrameView, SearchParameters, TodaySpan, TodayView, TopName } from '../views.ts';
import { say, word } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import { DemonstrationNote } from './demonstration-notes.tsx';
import { labelOfValue, TopList } from './top-list.tsx';

/** How each span is called, and what is said of it. */
const spans = {
  day: {
    name: word('24 hours'),
    counted: word('{count:# article|# articles} in the last 24 hours, up to {time}.'),
    none: word('No article was published in the last 24 hours'),
  },
  week: {
    name: word('7 days'),
    counted: word('{count:# article|# articles} in the last 7 days, up to {time}.'),
    none: word('No article was published in the last 7 days'),
  },
  month: {
    name: word('30 days'),
    counted: word('{count:# article|# articles} in the last 30 days, up to {time}.'),
    none: word('No article was published in the last 30 days'),
  },
} as const;
const spanNames: readonly TodaySpan[] = ['day', 'week', 'month'];
const kinds = {
  person: word('person'),
  organisation: word('organisation'),
  place: word('place'),
  topic: word('topic'),
  keyPhrase: word('phrase'),
} as const;
const lists = [
  { name: 'source', title: word('Sources') },
  { name: 'person', title: word('People') },
  { name: 'organisation', title: word('Organisations') },
  { name: 'place', title: word('Places') },
  { name: 'topic', title: word('Topics') },
] as const;

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
  return background === count ? say('new') : `${formatNumber(Math.round(ratio * 10) / 10)}×`;
}

function Trends({ view }: { readonly view: TodayView }) {
  const { items } = view.trends;
  if (items.length === 0)
    return (
      <p class="quiet">
        {say(
          'No subject appears more often than in the 30 days before, or there are too few articles to tell.',
        )}
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
            {formatList([
              say(kinds[trend.field]),
              say('{count:# article|# articles}', { count: trend.count }),
              growthOf(trend, view),
            ])}
          </small>
        </li>
      ))}
    </ol>
  );
}

/** What is talked about: what grew, when articles came, and the most frequent names. */
export function renderToday(view: TodayView, frame: FrameView): string {
  const words = spans[view.span];
  const isApproximate =
    view.trends.approximate ||
    view.timeline.approximate ||
    Object.values(view.top).some(({ approximate }) => approximate);
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Today')}</h1>
        <nav class="choices" aria-label={say('Span of time')}>
          {spanNames.map((span) => (
            <a
              href={todayAddress({ span, language: view.language })}
              aria-current={span === view.span ? 'true' : undefined}
            >
              {say(spans[span].name)}
            </a>
          ))}
        </nav>
      </div>
      <p class="lead">
        {say(words.counted, {
          count: view.timeline.total,
          time: formatMoment(Date.parse(view.to)),
        })}
        {isApproximate ? ` ${say('Only the newest are counted.')}` : ''}
      </p>
      <DemonstrationNote isThere={frame.demonstration === true} />
      <Languages view={view} />
      {view.timeline.total === 0 ? (
        <div class="empty">
          <h2>{say(words.none)}</h2>
          <ul>
            <li>
              {view.span === 'month' ? (
                <Sentence text="<a>See the newest articles</a>." a={<a href="/" />} />
              ) : (
                <Sentence
                  text="<a>See the last 30 days</a>, or <b>the newest articles</b>."
                  a={<a href={todayAddress({ span: 'month', language: view.language })} />}
                  b={<a href="/" />}
                />
              )}
            </li>
          </ul>
        </div>
      ) : (
        <>
          <BarChart timeline={view.timeline} title={say('Articles over time')} parameters={searchOf(view)} />
          <section class="talk" aria-labelledby="talk">
            <h2 id="talk">{say('In the news more than usual')}</h2>
            <p class="quiet">{say('Compared with the 30 days before. Near copies count once.')}</p>
            <Trends view={view} />
          </section>
          <div class="tops">
            {lists.map(({ name, title }) => (
              <TopList
                id={`top-${name}`}
                title={say(title)}
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
  return renderPage({
    frame,
    title: say('Today'),
    place: '/today',
    hasCharts: view.timeline.total > 0,
    body,
  });
}
