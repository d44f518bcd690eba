import { formatMoment, formatRelative } from './format.ts';

/**
 * A time in English, told relative to now, exact on hover and for machines. It keeps its direction in a line
 * that runs from the right.
 */
export function Moment({ time, now }: { readonly time: number; readonly now: number }) {
  if (Number.isNaN(time)) return <span>unknown</span>;
  return (
    <time dateTime={new Date(time).toISOString()} title={formatMoment(time)}>
      <bdi dir="ltr">{formatRelative(time, now)}</bdi>
    </time>
  );
}
