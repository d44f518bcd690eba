import type { VectorTableName } from '@newsmill/contracts';
import { primaryLanguage } from '@newsmill/text';

/**
 * The languages whose words the table for many knows: the sums of kept-back sentences come near to what its teacher
 * makes of them (a cosine of half or more in the mean).
 */
// biome-ignore format: a list, read as one
const many: ReadonlySet<string> = new Set([
  'af', 'ar', 'az', 'be', 'bg', 'bn', 'bs', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'gu', 'he', 'hi',
  'hr', 'hu', 'hy', 'id', 'is', 'it', 'ja', 'ka', 'kk', 'ko', 'lt', 'lv', 'mk', 'mn', 'mr', 'ms', 'nb', 'nl', 'nn', 'pa', 'pl', 'pt', 'ro',
  'ru', 'sk', 'sl', 'sq', 'sr', 'sv', 'sw', 'ta', 'te', 'th', 'tl', 'tr', 'uk', 'ur', 'vi', 'zh',
]);

/** Whether a table knows a language (BCP 47). */
export function knowsLanguage(table: VectorTableName, language: string): boolean {
  const primary = primaryLanguage(language) ?? '';
  return table === 'english' ? primary === 'en' : many.has(primary);
}
