import type { Timeline } from '@newsmill/contracts';
import { formatDay, formatMoment, formatNumber } from './format.ts';

const width = 720;
const height = 140;

function nameOf(start: string, { interval }: Timeline): string {
  const time = Date.parse(start);
  return interval === 'hour' ? formatMoment(time) : formatDay(time);
}

/** Articles over time as bars, drawn by the server; the same figures stand in a table beneath. */
export function BarChart({ timeline, title }: { readonly timeline: Timeline; readonly title: string }) {
  const { items, interval } = timeline;
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return null;
  const most = Math.max(...items.map(({ count }) => count), 1);
  const step = width / items.length;
  const peak = items.find(({ count }) => count === most) ?? first;
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title}: ${formatNumber(timeline.total)} articles by ${interval}; most, ${formatNumber(most)}, ${nameOf(peak.start, timeline)}`}
      >
        <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} />
        {items.map(({ start, count }, index) => {
          const tall = (count / most) * (height - 8);
          return (
            <rect
              x={(index * step + step * 0.1).toFixed(2)}
              y={(height - tall).toFixed(2)}
              width={(step * 0.8).toFixed(2)}
              height={tall.toFixed(2)}
            >
              <title>{`${nameOf(start, timeline)}: ${formatNumber(count)}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption>
        <span>{nameOf(first.start, timeline)}</span>
        <span>
          at most {formatNumber(most)} in {interval === 'hour' ? 'an hour' : `a ${interval}`}
        </span>
        <span>{nameOf(last.start, timeline)}</span>
      </figcaption>
      <details>
        <summary>The figures as a table</summary>
        <div class="table" tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">Articles</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ start, count }) => (
                <tr>
                  <th scope="row">{nameOf(start, timeline)}</th>
                  <td>{formatNumber(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
