import { loadModel } from '@newsmill/models';

const known = new Map<string, ReadonlySet<string>>();
const none: ReadonlySet<string> = new Set();

/**
 * Words that carry no matter of their own, by language (BCP 47 primary tag); none for a language without a
 * list.
 */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const key = language === 'nb' || language === 'nn' ? 'no' : language;
  const found = known.get(key);
  if (found !== undefined) return found;
  const model = loadModel('phrase-words');
  const words = model.has(`stop.${key}`) ? new Set(model.text(`stop.${key}`).split(' ')) : none;
  if (words !== none) known.set(key, words);
  return words;
}
