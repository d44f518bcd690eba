import { primaryLanguage } from '@newsmill/text';

/** The languages whose words the table knows. */
const languages: ReadonlySet<string> = new Set(['en']);

/**
 * Whether articles in this language (BCP 47) get a vector: the words of others are unknown to the table, and
 * letters in common are no meaning.
 */
export function hasVectors(language: string): boolean {
  return languages.has(primaryLanguage(language) ?? '');
}
