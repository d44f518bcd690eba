/** Languages whose names of countries are kept; news is written in fewer. */
const mostKept = 400;

const kept = new Map<string, Intl.DisplayNames | undefined>();

/** The names of countries in a language (BCP 47 primary tag), by CLDR; undefined for what is no language. */
export function regionNames(
  language: string,
  style: 'long' | 'short' = 'long',
): Intl.DisplayNames | undefined {
  const key = `${language} ${style}`;
  if (!kept.has(key) && kept.size < mostKept)
    kept.set(
      key,
      /^[a-z]{2,3}$/.test(language)
        ? new Intl.DisplayNames([language], { type: 'region', style })
        : undefined,
    );
  return kept.get(key);
}
