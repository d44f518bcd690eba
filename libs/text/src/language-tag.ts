/**
 * Tags that pages use and the standard does not know, and the language that newsmill keeps for them:
 * Norwegian is Bokmål, Filipino is Tagalog.
 */
const preferred: Readonly<Record<string, string>> = {
  no: 'nb',
  jp: 'ja',
  cn: 'zh',
  kr: 'ko',
  ua: 'uk',
  cz: 'cs',
  gr: 'el',
  dk: 'da',
  se: 'sv',
  fil: 'tl',
  prs: 'fa',
};
/** Tags that say that there is no language, or not which. */
const none: ReadonlySet<string> = new Set(['und', 'mul', 'zxx', 'mis']);
/** Languages of ISO 639-1: pages also write their names. */
const named =
  'af am ar as az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gd gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ky la lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn or pa pl ps pt ro ru rw sd si sk sl so sq sr st su sv sw ta te tg th ti tk tr tt ug uk ur uz vi xh yi yo zh zu'.split(
    ' ',
  );
const longestTag = 40;
const mostKnown = 1_000;

let names: ReadonlyMap<string, string> | undefined;

/** Languages by their names, in English and in themselves, in small letters. */
function languagesByName(): ReadonlyMap<string, string> {
  names ??= new Map(
    named.flatMap((code) =>
      ['en', code].flatMap((display) => {
        const name = new Intl.DisplayNames([display], { type: 'language', fallback: 'none' }).of(code);
        return name === undefined ? [] : [[name.toLowerCase(), code] as const];
      }),
    ),
  );
  return names;
}

interface TagParts {
  readonly language: string;
  readonly script?: string | undefined;
  readonly region?: string | undefined;
}

/**
 * The parts of a tag as the standard reads them (deprecated codes replaced); undefined for what is no tag.
 */
function partsOf(tag: string): TagParts | undefined {
  try {
    const locale = new Intl.Locale(tag);
    // `und` has no language there.
    const language = /^[a-z]{2,3}(?=-|$)/.exec(locale.baseName)?.[0];
    return language === undefined ? undefined : { language, script: locale.script, region: locale.region };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The parts of what a page or source calls its language; what stands behind the parts that are sound is left
 * out.
 */
function readParts(text: string): TagParts | undefined {
  const [piece = ''] = text
    .slice(0, longestTag)
    .trim()
    .split(/[\s,;.@]/);
  // An extended language stands for itself: zh-cmn-Hans is cmn-Hans.
  const tag = piece.replaceAll('_', '-').replace(/^[a-z]{2,3}-(?=[a-z]{3}(?:-|$))/i, '');
  const parts = tag.split('-');
  for (let count = parts.length; count > 0; count -= 1) {
    const found = partsOf(parts.slice(0, count).join('-'));
    if (found !== undefined) return found;
  }
  const language = tag === '' ? undefined : languagesByName().get(tag.toLowerCase());
  return language === undefined ? undefined : { language };
}

const known = new Map<string, TagParts | undefined>();

function knownParts(text: string): TagParts | undefined {
  if (known.has(text)) return known.get(text);
  const read = readParts(text);
  const parts =
    read === undefined || none.has(read.language)
      ? undefined
      : { ...read, language: preferred[read.language] ?? read.language };
  if (known.size >= mostKnown) known.clear();
  known.set(text, parts);
  return parts;
}

/**
 * The language alone of a tag (BCP 47) that a page, a feed or a source claims: `zh-Hant-TW` and `zh_cmn_Hans`
 * give `zh`, `iw` gives `he`, `english` gives `en`. undefined for what names no language, such as `x-default`
 * or `und`. Whatever is kept by language is looked up by this.
 */
export function primaryLanguage(tag: string): string | undefined {
  return knownParts(tag)?.language;
}

/**
 * The tag in its BCP 47 form, cut to language, script and region: `zh-Hant-TW`, `pt-BR`; undefined for what
 * names no language.
 */
export function languageTag(tag: string): string | undefined {
  const parts = knownParts(tag);
  return parts === undefined
    ? undefined
    : [parts.language, parts.script, parts.region].filter((part) => part !== undefined).join('-');
}

/** The tag under which an article is counted: `en` for `en-US`; what names no language stays as it is. */
export function countedLanguage(tag: string): string {
  return primaryLanguage(tag) ?? tag;
}
