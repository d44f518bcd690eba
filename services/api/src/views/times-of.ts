import { endOf, startOf, type SearchQuery } from '@newsmill/operate';

function isoOf(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}

/** The window that the parameters name, as a library takes it. */
export function timesOf({ from, to }: Pick<SearchQuery, 'from' | 'to'>): {
  readonly from: string | undefined;
  readonly to: string | undefined;
} {
  return { from: isoOf(startOf(from)), to: isoOf(endOf(to)) };
}
