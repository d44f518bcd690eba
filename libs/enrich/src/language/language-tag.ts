/** Names as BCP 47 wants them, of tags that pages use. */
const preferred: Readonly<Record<string, string>> = {
  no: 'nb',
  iw: 'he',
  in: 'id',
  ji: 'yi',
  jp: 'ja',
  cn: 'zh',
  kr: 'ko',
  ua: 'uk',
  cz: 'cs',
  gr: 'el',
  dk: 'da',
  se: 'sv',
  mo: 'ro',
  sh: 'sr',
  fil: 'tl',
  cmn: 'zh',
  prs: 'fa',
};

/** The language part of a tag that a page or source claims: `zh-Hant-TW` gives `zh`; undefined for what is no tag. */
export function primaryLanguage(tag: string): string | undefined {
  const primary = /^([a-z]{2,3})(?=$|[-_])/.exec(tag.trim().toLowerCase())?.[1];
  return primary === undefined ? undefined : (preferred[primary] ?? primary);
}

/** The claim in its BCP 47 form: language in lower, script in title, region in upper case; undefined for what is no tag. */
export function tidyTag(tag: string): string | undefined {
  const primary = primaryLanguage(tag);
  if (primary === undefined) return undefined;
  const rest = tag
    .trim()
    .split(/[-_]/)
    .slice(1)
    .filter((part) => /^[A-Za-z]{4}$|^[A-Za-z]{2}$|^\d{3}$/.test(part));
  return [
    primary,
    ...rest.map((part) =>
      part.length === 4 ? part.charAt(0).toUpperCase() + part.slice(1).toLowerCase() : part.toUpperCase(),
    ),
  ].join('-');
}
