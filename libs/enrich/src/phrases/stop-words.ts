import { loadModel } from '@newsmill/models';

const known = new Map<string, ReadonlySet<string>>();
const none: ReadonlySet<string> = new Set();

/** A table of words by its kind and language (BCP 47 primary tag); empty where there is none. */
function tableOf(kind: 'stop' | 'other' | 'common' | 'general', language: string): ReadonlySet<string> {
  const name = `${kind}.${language === 'nb' || language === 'nn' ? 'no' : language}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const model = loadModel('phrase-words');
  const words = model.has(name) ? new Set(model.text(name).split(' ')) : none;
  if (words !== none) known.set(name, words);
  return words;
}

/** Words that carry no matter of their own; none for a language without a list. */
export const stopWordsOf = (language: string): ReadonlySet<string> => tableOf('stop', language);

/** Verbs, adverbs and what else is no noun, where a dictionary tells them. */
export const otherWordsOf = (language: string): ReadonlySet<string> => tableOf('other', language);

/** Words so common that one alone tells nothing, of languages with a list of them. */
export const commonWordsOf = (language: string): ReadonlySet<string> => tableOf('common', language);

/** Nouns that fit any text, in their base form, of languages with a list of them. */
export const generalNounsOf = (language: string): ReadonlySet<string> => tableOf('general', language);
