import { formatMoment, formatRelative } from './format.ts';
import { say } from '../words/say.ts';

/** A time, told relative to now, exact on hover and for machines. */
export function Moment({ time, now }: { readonly time: number; readonly now: number }) {
  if (Number.isNaN(time)) return <span>{say('unknown')}</span>;
  return (
    <time dateTime={new Date(time).toISOString()} title={formatMoment(time)}>
      {formatRelative(time, now)}
    </time>
  );
}
