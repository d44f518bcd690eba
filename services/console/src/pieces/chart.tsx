import type { ComponentChildren } from 'preact';
import {
  spanOf,
  stepLabel,
  timeLabel,
  timeMarks,
  valueLabel,
  valueMarks,
  type ChartData,
} from './chart-scale.ts';
import { spokenLocale } from '../words/speaking.ts';
import { say } from '../words/say.ts';
import { formatList } from './format.ts';

export interface ChartProps extends ChartData {
  /** Names the chart and its table for whoever cannot see it. */
  readonly title: string;
  /** What the values are, above their axis: `articles an hour`. */
  readonly unit: string;
  /** By this name the script of a page finds the chart. */
  readonly name?: string;
  /**
   * What a step leads to, as a link; where scripts run, steps are also chosen by dragging and by keys. `base`:
   * the address in which `from` and `to` are set.
   */
  readonly choice?: { readonly base: string; readonly linkTo: (time: number) => string };
  /** Whether it stands beside other things: lower, without the table. */
  readonly isSmall?: boolean;
}

/** Points of a line, a run for each stretch without gaps. */
function runsOf(values: readonly (number | null)[], top: number): string[] {
  const runs: string[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push(`${index},${(100 - (value / top) * 100).toFixed(2)}`);
  });
  return runs
    .filter((run) => run.length > 0)
    .map((run) => (run.length === 1 ? `${run[0]} ${run[0]}` : run.join(' ')));
}

function Lines({ chart, top }: { readonly chart: ChartProps; readonly top: number }) {
  return (
    <>
      {chart.series.map(({ values }, index) =>
        runsOf(values, top).map((points) => <polyline class={`series-${index + 1}`} points={points} />),
      )}
    </>
  );
}

function Bars({ chart, top }: { readonly chart: ChartProps; readonly top: number }) {
  const across = 0.8 / chart.series.length;
  return (
    <>
      {chart.series.map(({ values }, row) =>
        values.map((value, index) => {
          const tall = ((value ?? 0) / top) * 100;
          return (
            <rect
              class={`series-${row + 1}`}
              x={(index + 0.1 + row * across).toFixed(3)}
              y={(100 - tall).toFixed(2)}
              width={across.toFixed(3)}
              height={tall.toFixed(2)}
            />
          );
        }),
      )}
    </>
  );
}

/** A link around a step, for pointers: by keys, days are chosen in the lists and fields beside the chart. */
function StepLink({
  time,
  chart: { choice },
  children,
}: {
  readonly time: number;
  readonly chart: ChartProps;
  readonly children: ComponentChildren;
}) {
  if (choice === undefined) return <>{children}</>;
  return (
    <a href={choice.linkTo(time)} tabIndex={-1} aria-hidden="true">
      {children}
    </a>
  );
}

interface LabelledSteps {
  readonly chart: ChartProps;
  /** What each step is called. */
  readonly labels: readonly string[];
}

/** What a pointer that rests on a step is told. */
function Hints({ chart, labels }: LabelledSteps) {
  const shift = chart.kind === 'bars' ? 0 : -0.5;
  return (
    <>
      {chart.times.map((time, index) => (
        <StepLink time={time} chart={chart}>
          <rect class="chart-hint" x={index + shift} y="0" width="1" height="100">
            <title>
              {`${labels[index] ?? ''}: ${chart.series
                .map(({ name, values }) => `${name} ${valueOrGap(values[index], chart)}`)
                .join(say(', '))}`}
            </title>
          </rect>
        </StepLink>
      ))}
    </>
  );
}

function valueOrGap(value: number | null | undefined, { form }: ChartProps): string {
  return value === null || value === undefined ? '–' : valueLabel(value, form, spokenLocale());
}

/** Where a time lies between the first and the last, percent. */
function placeOf(time: number, chart: ChartProps): string {
  const { from, to } = spanOf(chart);
  return `${(((time - from) / (to - from)) * 100).toFixed(2)}%`;
}

/** The figures for whoever cannot see the chart, or wants to copy them. */
function FiguresTable({ chart, labels }: LabelledSteps) {
  return (
    <details>
      <summary>{say('The figures as a table')}</summary>
      <div class="table chart-table" tabIndex={0} role="region" aria-label={chart.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('From (UTC)')}</th>
              {chart.series.map(({ name }) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, index) => (
              <tr>
                <th scope="row">{label}</th>
                {chart.series.map(({ values }) => (
                  <td>{valueOrGap(values[index], chart)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function summaryOf(chart: ChartProps): string {
  const [first] = chart.times;
  const last = chart.times.at(-1) ?? 0;
  const peaks = chart.series.map(({ name, values }) => {
    const peak = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
    return `${name} ${valueLabel(peak, chart.form, spokenLocale())}`;
  });
  const { title, unit, stepMs } = chart;
  return say('{title}, {unit}, {from} to {to}; at most: {peaks}', {
    title,
    unit,
    from: stepLabel(first ?? last, stepMs, spokenLocale()),
    to: stepLabel(last, stepMs, spokenLocale()),
    peaks: formatList(peaks),
  });
}

/**
 * Values over time with both axes, drawn by the server; where the script of charts runs, it draws them instead
 * and shows the values under the pointer. The same figures stand in a table beneath. Time runs from the left in
 * every language.
 */
export function Chart(chart: ChartProps) {
  const { times, title, unit, name, kind, form, stepMs, series } = chart;
  if (times.length === 0) return null;
  const marks = valueMarks(chart);
  const top = marks.at(-1) ?? 1;
  const { times: timed, distance } = timeMarks(chart);
  const data: ChartData = { kind, form, stepMs, times, series };
  const labels = times.map((time) => stepLabel(time, stepMs, spokenLocale()));
  const width = kind === 'bars' ? times.length : Math.max(times.length - 1, 1);
  return (
    <figure
      class={chart.isSmall === true ? 'chart chart-small' : 'chart'}
      data-chart={JSON.stringify(data)}
      data-chart-name={name}
      data-chart-choice={chart.choice?.base}
      data-chart-help={
        chart.choice === undefined
          ? undefined
          : say('Choose a time: arrow keys move, with Shift they extend, Enter takes it.')
      }
      aria-label={title}
    >
      <p class="chart-head">
        <span class="chart-unit">{unit}</span>
        <span class="chart-time" data-chart-time />
      </p>
      <div class="chart-area" dir="ltr">
        <svg class="chart-values" aria-hidden="true">
          {marks.map((mark) => (
            <text x="100%" y={`${(100 - (mark / top) * 100).toFixed(2)}%`}>
              {valueLabel(mark, form, spokenLocale())}
            </text>
          ))}
        </svg>
        <svg
          class="chart-plot"
          viewBox={`0 0 ${width} 100`}
          preserveAspectRatio="none"
          role={chart.choice === undefined ? 'img' : 'group'}
          aria-label={summaryOf(chart)}
        >
          {marks.map((mark) => {
            const y = (100 - (mark / top) * 100).toFixed(2);
            return <line x1="0" x2={width} y1={y} y2={y} />;
          })}
          {kind === 'bars' ? <Bars chart={chart} top={top} /> : <Lines chart={chart} top={top} />}
          <Hints chart={chart} labels={labels} />
        </svg>
        <svg class="chart-times" aria-hidden="true">
          {timed.map((time) => (
            <text x={placeOf(time, chart)} y="1em">
              {timeLabel(time, distance, spokenLocale())}
            </text>
          ))}
        </svg>
      </div>
      <ul class="chart-names" hidden={series.length === 1}>
        {series.map((one, index) => (
          <li>
            <span class={`chart-sample series-${index + 1}`} /> {one.name} <b data-chart-value />
          </li>
        ))}
      </ul>
      {chart.isSmall === true ? null : <FiguresTable chart={chart} labels={labels} />}
    </figure>
  );
}
