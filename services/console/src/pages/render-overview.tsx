import {
  type CountedStage,
  type SeriesName,
  type SeriesSpan,
  type SeriesUnit,
  type ShownSeries,
} from '@newsmill/contracts';
import type { MillNow, StageNow, Warning } from '@newsmill/operate';
import { renderPage } from '../frame.tsx';
import { Badge } from '../pieces/badge.tsx';
import { Chart } from '../pieces/chart.tsx';
import type { ValueForm } from '../pieces/chart-scale.ts';
import { Command } from '../pieces/command.tsx';
import { formatBytes, formatNumber } from '../pieces/format.ts';
import { InEnglish } from '../pieces/in-english.tsx';
import { roomWords, WarningWords } from '../pieces/warning-words.tsx';
import { LengthOfTime } from '../pieces/length-of-time.tsx';
import { Moment } from '../pieces/moment.tsx';
import type { FrameView, OverviewView } from '../views.ts';
import { say, word } from '../words/say.ts';
import { Welcome } from './welcome.tsx';

const stageNames: Readonly<Record<CountedStage, string>> = {
  fetch: word('Fetch'),
  clean: word('Clean'),
  enrich: word('Enrich'),
  index: word('Index'),
};
const spans: readonly { readonly span: SeriesSpan; readonly name: string }[] = [
  { span: 'hour', name: word('Hour') },
  { span: 'day', name: word('Day') },
  { span: 'week', name: word('Week') },
  { span: 'quarter', name: word('90 days') },
];
const units: Readonly<Record<SeriesUnit, { readonly name: string; readonly form: ValueForm }>> = {
  'articles a minute': { name: word('articles a minute'), form: 'number' },
  messages: { name: word('messages'), form: 'number' },
  'requests a minute': { name: word('requests a minute'), form: 'number' },
  'bytes a second': { name: word('bytes a second'), form: 'bytes' },
  seconds: { name: word('time'), form: 'seconds' },
  processors: { name: word('processor cores'), form: 'number' },
  threads: { name: word('threads'), form: 'number' },
  bytes: { name: word('bytes'), form: 'bytes' },
  share: { name: word('of what there is'), form: 'share' },
};

interface ChartOfSeries {
  readonly title: string;
  readonly lines: readonly { readonly series: SeriesName; readonly name: string }[];
}
// biome-ignore format: a table, read by its rows
const charts: readonly ChartOfSeries[] = [
  { title: word('Passed on'), lines: [{ series: 'passed.fetch', name: stageNames.fetch }, { series: 'passed.clean', name: stageNames.clean }, { series: 'passed.enrich', name: stageNames.enrich }, { series: 'passed.index', name: stageNames.index }] },
  { title: word('What waits'), lines: [{ series: 'lag.clean', name: stageNames.clean }, { series: 'lag.enrich', name: stageNames.enrich }, { series: 'lag.index', name: stageNames.index }, { series: 'lag.ledger', name: word('Ledger') }] },
  { title: word('From discovery to searchable'), lines: [{ series: 'delay', name: word('Mean time') }] },
  { title: word('Age of the newest article'), lines: [{ series: 'age', name: word('At the end of a step') }] },
  { title: word('What goes wrong'), lines: [{ series: 'dead', name: word('Dead letters') }, { series: 'failed', name: word('Failed tries') }] },
  { title: word('Requests to publishers'), lines: [{ series: 'requests.ok', name: word('Answered') }, { series: 'requests.failed', name: word('Failed') }, { series: 'requests.refused', name: word('Refused') }] },
  { title: word('Room'), lines: [{ series: 'room.data', name: word('Disk of the data folder') }, { series: 'room.state', name: word('Memory of the state') }] },
  { title: word('Memory of all processes'), lines: [{ series: 'memory', name: word('Memory') }] },
  { title: word('Processor time of all processes'), lines: [{ series: 'processors', name: word('Processor cores') }] },
];

/** The series that the page shows. */
export const overviewSeries: readonly SeriesName[] = charts.flatMap(({ lines }) =>
  lines.map(({ series }) => series),
);

function toneOf({ copies, dead, failed }: StageNow): 'good' | 'warn' | 'bad' {
  if (copies === 0) return 'bad';
  return dead + failed > 0 ? 'warn' : 'good';
}

function StageCard({ stage }: { readonly stage: StageNow }) {
  return (
    <li class={`stage stage-${toneOf(stage)}`}>
      <h3>{say(stageNames[stage.stage])}</h3>
      <p>
        <strong>{formatNumber(stage.perMinute)}</strong> {say('a minute')}
      </p>
      {stage.waiting === undefined ? null : (
        <p>
          {stage.waiting === 0
            ? say('nothing waits')
            : say('{count:# waits|# wait}', { count: stage.waiting })}
          {stage.oldestMs === undefined ? null : (
            <>
              {', '}
              {say('the oldest for')} <LengthOfTime ms={stage.oldestMs} />
            </>
          )}
        </p>
      )}
      <p class="quiet">
        {stage.copies === 0
          ? say('runs nowhere')
          : say('{count:# process|# processes}', { count: stage.copies })}
      </p>
      <ul class="stage-hour" aria-label={say('In the last hour')}>
        <li>{say('{count:# dropped|# dropped}', { count: stage.dropped })}</li>
        {stage.failed === 0 ? null : (
          <li>
            <Badge tone="warn">{say('{count:# failed try|# failed tries}', { count: stage.failed })}</Badge>
          </li>
        )}
        {stage.dead === 0 ? null : (
          <li>
            <a href="/dead">{say('{count:# dead letter|# dead letters}', { count: stage.dead })}</a>
          </li>
        )}
      </ul>
    </li>
  );
}

function LineOfStages({ now, clock }: { readonly now: MillNow; readonly clock: number }) {
  const { channels, library, requests } = now;
  return (
    <ol class="line" data-live id="live-line">
      <li class={`stage stage-${channels.failing > 0 ? 'warn' : 'good'}`}>
        <h3>
          <a href="/sources">{say('Sources')}</a>
        </h3>
        <p>
          <strong>{formatNumber(requests.perMinute)}</strong> {say('requests a minute')}
        </p>
        <p>{say('{count:# channel|# channels}', { count: channels.all })}</p>
        <ul class="stage-hour" aria-label={say('In the last hour')}>
          {channels.failing === 0 ? null : (
            <li>
              <Badge tone="warn">{say('{count:# fails|# fail}', { count: channels.failing })}</Badge>
            </li>
          )}
          <li>{say('{failed} of {all} requests failed', { failed: requests.failed, all: requests.all })}</li>
          <li>{say('{size} received', { size: formatBytes(requests.bytes) })}</li>
        </ul>
      </li>
      {now.stages.map((stage) => (
        <StageCard stage={stage} />
      ))}
      <li class="stage stage-good">
        <h3>
          <a href="/">{say('Library')}</a>
        </h3>
        <p>
          <strong>{library.articles === undefined ? '–' : formatNumber(library.articles)}</strong>{' '}
          {library.articles === undefined ? say('cannot be asked') : say('articles')}
        </p>
        <p>
          {library.newestAt === undefined ? (
            say('nothing new in a day')
          ) : (
            <>
              {say('the newest')} <Moment time={library.newestAt} now={clock} />
            </>
          )}
        </p>
        <ul class="stage-hour" aria-label={say('In the last hour')}>
          <li>{say('{count:# became searchable|# became searchable}', { count: library.searchable })}</li>
          {library.delaySeconds === undefined ? null : (
            <li>
              {say('on average after')} <LengthOfTime ms={library.delaySeconds * 1_000} />
            </li>
          )}
        </ul>
      </li>
    </ol>
  );
}

function WarningItem({ warning }: { readonly warning: Warning }) {
  const { next } = warning;
  return (
    <li>
      <span>
        <WarningWords warning={warning} />
      </span>{' '}
      {next.page === undefined ? null : (
        <a href={next.page}>
          <InEnglish text={next.text} />
        </a>
      )}
      {next.command === undefined ? null : <Command text={next.command} />}
    </li>
  );
}

function Warnings({ warnings }: Pick<MillNow, 'warnings'>) {
  return (
    <section data-live id="live-warnings" aria-labelledby="warnings">
      <h2 id="warnings" class={warnings.length === 0 ? 'hidden' : undefined}>
        {say('To look after')}
      </h2>
      {warnings.length === 0 ? (
        <p>
          <Badge tone="good">{say('All works.')}</Badge>
        </p>
      ) : (
        <div class="problem">
          <ul>
            {warnings.map((warning) => (
              <WarningItem warning={warning} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Roles({ now }: { readonly now: MillNow }) {
  return (
    <section data-live id="live-roles" aria-labelledby="roles">
      <h2 id="roles">{say('Processes')}</h2>
      <p class="quiet">
        {say('{count:# process|# processes}', { count: now.resources.processes })},{' '}
        {say('{size} of memory', { size: formatBytes(now.resources.memory) })},{' '}
        {say('{count:# processor core|# processor cores}', { count: now.resources.processors })}.{' '}
        <a href="/processes">{say('All processes')}</a>
      </p>
      <div class="table" tabIndex={0} role="region" aria-label={say('Copies and versions of each service')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('Service')}</th>
              <th scope="col">{say('Hosts')}</th>
              <th scope="col">{say('Copies')}</th>
              <th scope="col">{say('Versions')}</th>
            </tr>
          </thead>
          <tbody>
            {now.roles.map(({ service, copies, versions, hosts }) => (
              <tr>
                <th scope="row">{service}</th>
                <td>{hosts.join(', ')}</td>
                <td>{copies === 0 ? <Badge tone="bad">{say('none')}</Badge> : formatNumber(copies)}</td>
                <td>{versions.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul class="rows">
        {now.room.map((room) => (
          <li>
            <span>
              {room.of === 'data' ? `${room.host}: ` : ''}
              {roomWords(room)}
            </span>
            <progress value={room.bytes} max={Math.max(room.limit, 1)} aria-label={roomWords(room)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SeriesChart({
  chart,
  series,
}: {
  readonly chart: ChartOfSeries;
  readonly series: OverviewView['series'];
}) {
  const found = chart.lines.flatMap(({ series: name, name: shown }) => {
    const one: ShownSeries | undefined = series.series.find((kept) => kept.name === name);
    return one === undefined ? [] : [{ name: say(shown), values: one.values, unit: one.unit }];
  });
  const unit = units[found[0]?.unit ?? 'messages'];
  return (
    <section>
      <h3>{say(chart.title)}</h3>
      <Chart
        name={chart.title}
        title={say(chart.title)}
        unit={say(unit.name)}
        kind="lines"
        form={unit.form}
        stepMs={series.stepMs}
        times={series.times}
        series={found}
      />
    </section>
  );
}

/** How the mill stands: what somebody must look after, the line from sources to library, and numbers over time. */
export function renderOverview({ now, series, welcome }: OverviewView, frame: FrameView): string {
  const body = (
    <div data-overview>
      <div class="page-head">
        <h1>{say('Overview')}</h1>
        <p class="live" data-live-state hidden>
          <button
            type="button"
            class="copy"
            data-live-switch
            data-pause={say('Pause')}
            data-follow={say('Follow')}
          >
            {say('Pause')}
          </button>{' '}
          <span
            class="quiet"
            data-following={say('live')}
            data-paused={say('paused')}
            data-cut={say('no connection')}
          />
        </p>
      </div>
      <Welcome view={welcome} frame={frame} />
      <Warnings warnings={now.warnings} />
      <section aria-labelledby="line">
        <h2 id="line">{say('From the sources to the library')}</h2>
        <LineOfStages now={now} clock={frame.now} />
      </section>
      <section aria-labelledby="over-time">
        <div class="page-head">
          <h2 id="over-time">{say('Over time')}</h2>
          <nav class="choices" aria-label={say('Span of time')}>
            {spans.map(({ span, name }) => (
              <a
                href={span === 'hour' ? '/overview' : `/overview?span=${span}`}
                aria-current={span === series.span ? 'true' : undefined}
              >
                {say(name)}
              </a>
            ))}
          </nav>
        </div>
        <div class="charts">
          {charts.map((chart) => (
            <SeriesChart chart={chart} series={series} />
          ))}
        </div>
      </section>
      <Roles now={now} />
    </div>
  );
  return renderPage({ frame, title: say('Overview'), place: '/overview', hasCharts: true, body });
}
