import type { ToldSetting } from '@newsmill/settings';
import type { SettingsQuery } from '../shapes/settings.ts';

/** The settings that have all the words of a query, in their order. */
export function findSettings(
  settings: readonly ToldSetting[],
  { q, show }: SettingsQuery,
): readonly ToldSetting[] {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return settings
    .filter(({ origin }) => show === 'all' || (origin !== 'default' && origin !== 'unset'))
    .filter(({ name, group, meaning, value = '' }) => {
      const text = `${name}\n${group}\n${meaning}\n${value}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
}
