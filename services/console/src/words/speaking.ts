import { AsyncLocalStorage } from 'node:async_hooks';
import { languages, type Language } from './languages.ts';

const spoken = new AsyncLocalStorage<Language>();

/**
 * Runs `work` with what the console says in that language, whatever it awaits included. A request is answered
 * within one call.
 */
export function inLanguage<T>(language: Language, work: () => T): T {
  return spoken.run(language, work);
}

/** The language that the console speaks right now; English where none was chosen. */
export function currentLanguage(): Language {
  return spoken.getStore() ?? 'en';
}

/** Attributes of what the console says amid a text of another language. */
export function spokenLanguage(): { readonly lang: Language; readonly dir: 'ltr' | 'rtl' } {
  const language = currentLanguage();
  return { lang: language, dir: languages[language].direction };
}

/** What `Intl` writes numbers and dates by. */
export function spokenLocale(): string {
  return languages[currentLanguage()].locale;
}
