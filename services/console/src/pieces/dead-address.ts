import { deadFilterNames } from '@newsmill/contracts';
import type { DeadGroupsQuery } from '@newsmill/operate';

/** The address of dead letters that are narrowed so: of their groups, or one by one. */
export function deadAddress(
  query: DeadGroupsQuery,
  { isList = false, cursor }: { readonly isList?: boolean; readonly cursor?: string | undefined } = {},
): string {
  const parameters = new URLSearchParams();
  for (const name of deadFilterNames) {
    const value = query[name];
    if (value !== undefined) parameters.set(name, value);
  }
  if (cursor !== undefined) parameters.set('cursor', cursor);
  const text = parameters.toString();
  return `${isList ? '/dead/letters' : '/dead'}${text === '' ? '' : `?${text}`}`;
}
