import type { CleanArticle } from '@newsmill/contracts';
import { languageTag } from '@newsmill/text';
import { detectLanguage, type DetectedLanguage } from './detect-language.ts';

/** Bodies shorter than this say less about the language than title and body together. */
const shortBody = 80;

/** The language of an article: its text decides, the claims of page and feed where the text does not say. */
export function languageOf(
  article: Pick<CleanArticle, 'title' | 'text' | 'language' | 'entry'>,
): DetectedLanguage {
  const claims = [article.language, article.entry?.language].filter((tag) => tag !== undefined);
  const text = article.text.length >= shortBody ? article.text : `${article.text}\n${article.title}`;
  const detected = detectLanguage(text, claims);
  // A claim that agrees may say more, such as zh-Hant or pt-BR.
  const finer = claims.map(languageTag).find((tag) => tag?.startsWith(`${detected.tag}-`));
  return finer === undefined ? detected : { ...detected, tag: finer };
}
