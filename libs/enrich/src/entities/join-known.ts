import type { Organisation } from '../gazetteer/organisations.ts';
import type { Place } from '../gazetteer/places.ts';
import type { MentionGroup } from './group-mentions.ts';

/** A group with what gazetteers have of it. */
export interface KnownGroup {
  readonly group: MentionGroup;
  readonly place?: Place | undefined;
  readonly organisation?: Organisation | undefined;
}

function idOf({ group, place, organisation }: KnownGroup): string | undefined {
  const id = place?.geonames ?? place?.wikidata ?? organisation?.wikidata;
  return id === undefined ? undefined : `${group.kind} ${id}`;
}

function join(groups: readonly MentionGroup[]): MentionGroup {
  const [first, ...others] = groups.toSorted((a, b) => b.mentions.length - a.mentions.length);
  if (first === undefined) throw new TypeError('no groups to join');
  const forms = new Map(first.forms);
  for (const other of others)
    for (const [form, times] of other.forms) forms.set(form, (forms.get(form) ?? 0) + times);
  const mentions = groups.flatMap((group) => group.mentions).toSorted((a, b) => a.start - b.start);
  return { kind: first.kind, forms, mentions };
}

/**
 * Groups that the gazetteers know as one place or body are one, under the name that stands most: Stockholm and
 * Стокгольм, VW and Volkswagen. Others stay as they are, in their order.
 */
export function joinKnown(groups: readonly KnownGroup[]): KnownGroup[] {
  const same = Map.groupBy(groups, (known) => idOf(known) ?? known);
  return [...same.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined || all.length === 1) return all;
    return [{ ...first, group: join(all.map(({ group }) => group)) }];
  });
}
