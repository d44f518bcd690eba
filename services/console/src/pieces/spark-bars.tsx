import { say } from '../words/say.ts';

const [barWidth, gap, height] = [5, 1, 28];

/** Counts over time as small bars, for a row of a list; what they say stands in words beside them. */
export function SparkBars({ values, most }: { readonly values: readonly number[]; readonly most: number }) {
  const width = values.length * (barWidth + gap);
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={say('Counts over time: {counts}', { counts: values.join(', ') })}
    >
      <path d={`M0 ${height - 0.5}H${width}`} />
      {values.map((value, place) => {
        // What is there is seen, however little it is beside the most.
        const bar = value === 0 ? 0 : Math.max(2, Math.round((value / Math.max(1, most)) * (height - 1)));
        return <rect x={place * (barWidth + gap)} y={height - bar} width={barWidth} height={bar} />;
      })}
    </svg>
  );
}
