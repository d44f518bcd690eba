import type { DeadGroupsQuery } from '@newsmill/operate';

/** Fields that narrow dead letters, in the order in which they stand in addresses and forms. */
export const deadFields = ['group', 'reason', 'source', 'stage', 'from', 'to'] as const;

/** The address of dead letters that are narrowed so: of their groups, or one by one. */
export function deadAddress(
  query: DeadGroupsQuery,
  { isList = false, cursor }: { readonly isList?: boolean; readonly cursor?: string | undefined } = {},
): string {
  const parameters = new URLSearchParams();
  for (const name of deadFields) {
    const value = query[name];
    if (value !== undefined) parameters.set(name, value);
  }
  if (cursor !== undefined) parameters.set('cursor', cursor);
  const text = parameters.toString();
  return `${isList ? '/dead/letters' : '/dead'}${text === '' ? '' : `?${text}`}`;
}
