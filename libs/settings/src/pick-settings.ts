import type { Settings } from './settings.ts';

/** The named settings alone. */
export function pickSettings<K extends keyof Settings>(
  settings: Pick<Settings, K>,
  names: readonly K[],
): Pick<Settings, K> {
  // Each name is a key of the settings, which have its value.
  return Object.fromEntries(names.map((name) => [name, settings[name]])) as unknown as Pick<Settings, K>;
}
