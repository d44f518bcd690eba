import type { Trend } from '@newsmill/contracts';

/** A value as it is compared: small letters without accents, single spaces. */
function comparable(value: string): string {
  return value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether a phrase is a thing that a name stands for: the same words, or the last name of a person. */
function isNamedBy(phrase: Trend, name: Trend): boolean {
  const [said, full] = [comparable(phrase.value), comparable(name.value)];
  return said === full || (name.field === 'person' && full.endsWith(` ${said}`));
}

/**
 * Trends with one entry for each thing, in the order that they had: what is a name and a phrase, or a place and
 * an organisation, counts once. A name tells more than a phrase; of names that of the greater score stays.
 */
export function mergeTrends(items: readonly Trend[]): readonly Trend[] {
  const names = items.filter(({ field }) => field !== 'keyPhrase');
  const seen = new Set<string>();
  return items.flatMap((trend) => {
    const named =
      trend.field === 'keyPhrase' ? (names.find((name) => isNamedBy(trend, name)) ?? trend) : trend;
    const key = comparable(named.value);
    if (seen.has(key)) return [];
    seen.add(key);
    return [named];
  });
}
