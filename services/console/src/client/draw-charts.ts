import uPlot from 'uplot';
import {
  spanOf,
  stepLabel,
  timeLabel,
  timeMarks,
  valueLabel,
  valueMarks,
  type ChartData,
} from '../pieces/chart-scale.ts';
import { readerLanguage } from './reader-language.ts';

/** A chart that the script has drawn. */
export interface DrawnChart {
  readonly figure: HTMLElement;
  readonly plot: uPlot;
  /** Shows other figures in the same place. */
  show(data: ChartData): void;
}

const axisHeight = 26;
const axisWidth = 58;

function colourOf(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** uPlot wants seconds. */
function columnsOf({ times, series }: ChartData): uPlot.AlignedData {
  return [times.map((time) => time / 1_000), ...series.map(({ values }) => [...values])];
}

function rangeOf(data: ChartData): [number, number] {
  const { from, to } = spanOf(data);
  return [from / 1_000, to / 1_000];
}

/** Writes the values under the pointer, or none, beside the names of the series. */
function tellValues(figure: HTMLElement, data: ChartData, index: number | null | undefined): void {
  const time = index === null || index === undefined ? undefined : data.times[index];
  const { stepMs, series, form } = data;
  const texts = series.map(({ values }) => {
    const value = time === undefined ? undefined : values[index ?? 0];
    return value === null || value === undefined ? '' : valueLabel(value, form, readerLanguage());
  });
  const head = figure.querySelector('[data-chart-time]');
  if (head !== null) {
    const alone = series.length === 1 ? `: ${texts[0] === '' ? '–' : texts[0]}` : '';
    head.textContent = time === undefined ? '' : `${stepLabel(time, stepMs, readerLanguage())}${alone}`;
  }
  figure.querySelectorAll('[data-chart-value]').forEach((place, row) => {
    place.textContent = texts[row] ?? '';
  });
}

/** The step under the pointer: the bar that it is over, or the point that is nearest. */
function stepAt({ kind, times }: ChartData, nearest: number, time: number): number {
  if (kind === 'lines') return nearest;
  return Math.max(
    times.findLastIndex((start) => start <= time),
    0,
  );
}

/** How a series is drawn: as the server draws it. */
function seriesOf(data: ChartData): uPlot.Series[] {
  return data.series.map(({ name }, index) => {
    const stroke = () => colourOf(`--series-${index + 1}`);
    if (data.kind === 'lines')
      return { label: name, stroke, width: 2, spanGaps: false, points: { show: false } };
    return {
      label: name,
      stroke,
      fill: stroke,
      width: 0,
      points: { show: false },
      paths: uPlot.paths.bars?.({ size: [0.8, 120], align: 1 }),
    };
  });
}

function axesOf(current: () => ChartData): uPlot.Axis[] {
  const look = {
    stroke: () => colourOf('--soft'),
    font: `12px ${colourOf('--sans')}`,
    ticks: { show: false },
  };
  return [
    {
      ...look,
      size: axisHeight,
      grid: { show: false },
      splits: () => timeMarks(current()).times.map((time) => time / 1_000),
      values: (_plot, splits) =>
        splits.map((time) => timeLabel(time * 1_000, timeMarks(current()).distance, readerLanguage())),
    },
    {
      ...look,
      size: axisWidth,
      grid: { stroke: () => colourOf('--rule'), width: 1 },
      splits: () => valueMarks(current()),
      values: (_plot, splits) => splits.map((value) => valueLabel(value, current().form, readerLanguage())),
    },
  ];
}

/** Draws one chart in the place of that of the server. */
function drawChart(figure: HTMLElement): DrawnChart | undefined {
  const area = figure.querySelector<HTMLElement>('.chart-area');
  const text = figure.dataset['chart'];
  if (area === null || text === undefined) return undefined;
  // The server wrote it from the same type.
  let data = JSON.parse(text) as ChartData;
  const place = document.createElement('div');
  place.className = 'chart-canvas';
  const size = () => ({ width: area.clientWidth, height: area.clientHeight });
  const measured = size();
  area.classList.add('chart-drawn');
  area.replaceChildren(place);
  const plot = new uPlot(
    {
      ...measured,
      series: [{}, ...seriesOf(data)],
      axes: axesOf(() => data),
      scales: {
        x: { time: true, range: () => rangeOf(data) },
        y: { range: () => [0, valueMarks(data).at(-1) ?? 1] },
      },
      legend: { show: false },
      cursor: {
        y: false,
        drag: { x: false, y: false },
        points: { size: 7, show: data.kind === 'lines' },
        dataIdx: (_plot, _series, nearest, time) => stepAt(data, nearest, time * 1_000),
      },
      padding: [8, 24, 0, 0],
      hooks: { setCursor: [({ cursor }) => tellValues(figure, data, cursor.idxs?.[1])] },
    },
    columnsOf(data),
    place,
  );
  new ResizeObserver(() => {
    plot.setSize(size());
  }).observe(area);
  return {
    figure,
    plot,
    show: (next) => {
      data = next;
      plot.setData(columnsOf(next));
    },
  };
}

/** Draws the charts below `root` with values under the pointer; colours follow the theme. */
export function drawCharts(root: ParentNode): DrawnChart[] {
  const drawn = [...root.querySelectorAll<HTMLElement>('[data-chart]')]
    .map(drawChart)
    .filter((chart) => chart !== undefined);
  const redraw = () => {
    for (const { plot } of drawn) plot.redraw(true, true);
  };
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  return drawn;
}
