import { loadModel } from '@newsmill/models';

type Kind = 'stop' | 'other' | 'common' | 'general';
/** By language; one map a kind, so that no name is put together for a look-up. */
const known: Readonly<Record<Kind, Map<string, ReadonlySet<string>>>> = {
  stop: new Map(),
  other: new Map(),
  common: new Map(),
  general: new Map(),
};

/** A table of words by its kind and language (BCP 47 primary tag); empty where there is none. */
function tableOf(kind: Kind, language: string): ReadonlySet<string> {
  const found = known[kind].get(language);
  if (found !== undefined) return found;
  const name = `${kind}.${language === 'nb' || language === 'nn' ? 'no' : language}`;
  const model = loadModel('phrase-words');
  const words = new Set(model.has(name) ? model.text(name).split(' ') : []);
  known[kind].set(language, words);
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
