import { languageTag, primaryLanguage } from '@newsmill/text';

/** A language that the console speaks. */
export type Language = 'en' | 'de' | 'ar';

interface LanguageFacts {
  /** Its name in itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** What numbers and dates are written by: BCP 47. */
  readonly locale: string;
}

/** The languages that the console speaks, in the order in which it offers them. */
export const languages: Readonly<Record<Language, LanguageFacts>> = {
  en: { name: 'English', direction: 'ltr', locale: 'en-GB' },
  de: { name: 'Deutsch', direction: 'ltr', locale: 'de' },
  // Latin digits: the figures stand beside codes, addresses and fields, which have no others.
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar-u-ca-gregory-nu-latn' },
};

/** Whether the console speaks this language; `de-AT` is none, it is spoken as `de`. */
export function isLanguage(tag: unknown): tag is Language {
  return typeof tag === 'string' && Object.hasOwn(languages, tag);
}

/** What a browser asks for (Accept-Language, RFC 9110, 12.5.4), the one it wants most first. */
function wantedLanguages(header: string): readonly string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((word) => word.trim());
      const weight = parameters.find((one) => one.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** The language of a reader: what was chosen, else the first that the browser asks for, else English. */
export function languageOf(chosen: string | undefined, accepted: string | undefined): Language {
  if (isLanguage(chosen)) return chosen;
  for (const wanted of wantedLanguages(accepted ?? '')) {
    const main = primaryLanguage(languageTag(wanted) ?? '');
    if (isLanguage(main)) return main;
  }
  return 'en';
}
