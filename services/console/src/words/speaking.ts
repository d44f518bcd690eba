import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from './languages.ts';

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
