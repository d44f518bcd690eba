import type { DelayFigures } from '@newsmill/contracts';
import { reportPeriodAt, reportPeriods, type ReportPeriodName, type ReportRow } from '@newsmill/operate';
import { renderPage } from '../frame.tsx';
import { formatDay, formatNumber } from '../pieces/format.ts';
import { LengthOfTime } from '../pieces/length-of-time.tsx';
import { Moment } from '../pieces/moment.tsx';
import type { FrameView, ReportView } from '../views.ts';
import { say, word } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';

const periodWords: Readonly<Record<ReportPeriodName, string>> = {
  month: word('Months'),
  quarter: word('Quarters'),
};

/** Sources that the page shows; the table to download has all. */
const shownSources = 500;

/** What became of addresses, as columns. */
const fateColumns: readonly {
  readonly title: string;
  count(items: ReportRow['items']): number;
}[] = [
  { title: word('Discovered'), count: ({ discovered }) => discovered },
  {
    title: word('Left out'),
    count: ({ duplicate, dropped, gone, denied }) => duplicate + dropped + gone + denied,
  },
  { title: word('Dead'), count: ({ dead }) => dead },
  { title: word('In progress'), count: ({ underWay }) => underWay },
];

function reportAddress(period: ReportPeriodName, from: number): string {
  return `/report?${new URLSearchParams({ period, at: new Date(from).toISOString().slice(0, 10) }).toString()}`;
}

/** Its name reads from left to right in every language. */
function Period({ name }: { readonly name: string }) {
  return <bdi dir="ltr">{name}</bdi>;
}

/** Months or quarters, the period before this one and after it. */
function Choices({ view, now }: { readonly view: ReportView; readonly now: number }) {
  const { period } = view.report;
  const at = Date.parse(view.at);
  const [before, after] = [reportPeriodAt(at, period, -1), reportPeriodAt(at, period, 1)];
  return (
    <nav class="choices" aria-label={say('Span of time')}>
      {reportPeriods.map((name) => (
        <a
          href={reportAddress(name, reportPeriodAt(at, name).from)}
          aria-current={name === period ? 'true' : undefined}
        >
          {say(periodWords[name])}
        </a>
      ))}
      <a href={reportAddress(period, before.from)}>
        <Sentence text="Before: {period}" period={<Period name={before.name} />} />
      </a>
      {after.from > now ? null : (
        <a href={reportAddress(period, after.from)}>
          <Sentence text="After: {period}" period={<Period name={after.name} />} />
        </a>
      )}
    </nav>
  );
}

function Delay({ title, delay }: { readonly title: string; readonly delay: DelayFigures | undefined }) {
  if (delay === undefined)
    return (
      <td class="zero delay" data-name={title}>
        –
      </td>
    );
  return (
    <td
      class="delay"
      data-name={title}
      title={say('{count:# article|# articles} measured', { count: delay.measured })}
    >
      <span>
        <b>
          <LengthOfTime ms={delay.p50 * 1_000} />
        </b>{' '}
        /{' '}
        <b>
          <LengthOfTime ms={delay.p95 * 1_000} />
        </b>
      </span>
    </td>
  );
}

function Count({ title, count }: { readonly title: string; readonly count: number }) {
  return (
    <td class={count === 0 ? 'zero' : undefined} data-name={title}>
      {formatNumber(count)}
    </td>
  );
}

function Row({ row, now }: { readonly row: ReportRow; readonly now: number }) {
  const { sourceId, sourceName, newest } = row;
  return (
    <tr>
      <th scope="row">
        {sourceName === undefined ? (
          <code>{sourceId}</code>
        ) : (
          <a href={`/sources/${encodeURIComponent(sourceId)}`} dir="auto">
            {sourceName}
          </a>
        )}
      </th>
      <td>{newest === undefined ? say('no article') : <Moment time={Date.parse(newest)} now={now} />}</td>
      <Count title={say('Articles')} count={row.articles} />
      <Count title={say('Copies')} count={row.copies} />
      <Count title={say('Silent days')} count={row.silentDays} />
      <Delay title={say('Found after')} delay={row.found} />
      <Delay title={say('Searchable after')} delay={row.searchable} />
      {fateColumns.map(({ title, count }) => (
        <Count title={say(title)} count={count(row.items)} />
      ))}
    </tr>
  );
}

function Table({ rows, now }: { readonly rows: readonly ReportRow[]; readonly now: number }) {
  return (
    <div class="table cards" tabIndex={0} role="region" aria-label={say('Report per source')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('Source')}</th>
            <th scope="col">{say('Newest article')}</th>
            <th scope="col">{say('Articles')}</th>
            <th scope="col">{say('Copies')}</th>
            <th scope="col">{say('Silent days')}</th>
            <th scope="col">{say('Found after')}</th>
            <th scope="col">{say('Searchable after')}</th>
            {fateColumns.map(({ title }) => (
              <th scope="col">{say(title)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row row={row} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What each source brought in a month or quarter, how long that took, and what was not had. */
export function renderReport(view: ReportView, frame: FrameView): string {
  const { report, at } = view;
  const [period] = report.periods;
  const rows = report.items.toSorted((a, b) => b.articles - a.articles);
  const articles = rows.reduce((sum, row) => sum + row.articles, 0);
  const silent = rows.filter((row) => row.articles === 0).length;
  const download = (format: string) =>
    `/api/v1/report?${new URLSearchParams({ period: report.period, from: at, to: at, format }).toString()}`;
  const body = (
    <>
      <div class="page-head">
        <h1>
          <Sentence text="Report {period}" period={<Period name={period?.name ?? ''} />} />
        </h1>
        <Choices view={view} now={frame.now} />
      </div>
      <p class="lead">
        {say(
          '{articles:# article|# articles} of {sources:# source|# sources} from {from} to {to}; {silent:# source|# sources} without one.',
          {
            articles,
            sources: rows.length,
            from: formatDay(Date.parse(period?.from ?? at)),
            to: formatDay(Math.min(frame.now, Date.parse(period?.to ?? at) - 1)),
            silent,
          },
        )}{' '}
        {period?.isRunning === true ? say('The period has not ended yet.') : null}
      </p>
      <p class="choices">
        <a href={download('csv')} download>
          {say('Download as CSV')}
        </a>
        <a href={download('json')} download="newsmill-report.json">
          {say('Download as JSON')}
        </a>
      </p>
      {rows.length === 0 ? (
        <div class="empty">
          <h2>{say('Nothing to count yet')}</h2>
          <p>
            <Sentence
              text="A source stands here as soon as there is one. <a>See the sources</a>."
              a={<a href="/sources" />}
            />
          </p>
        </div>
      ) : (
        <Table rows={rows.slice(0, shownSources)} now={frame.now} />
      )}
      {rows.length > shownSources ? (
        <p>
          {say('The {count} sources with the most articles are shown; the CSV has all.', {
            count: shownSources,
          })}
        </p>
      ) : null}
      <p class="quiet">
        {say(
          'Articles count by the day of publication, addresses by the day on which they were first seen. Delays are those of half of the articles / of 95 of 100, from publication on; only articles with an exact date are measured that were found within a week of it. A silent day is one without an article.',
        )}
      </p>
    </>
  );
  return renderPage({ frame, title: say('Report'), place: 'none', body });
}
