import { loadModel } from '@newsmill/models';

type Language = 'ja' | 'ru' | 'uk' | 'ar' | 'th';

const lists = new Map<string, ReadonlySet<string>>();

/** The names of people in a language, read when a text of it comes first. */
export function foreignNames(language: Language, part: 'given' | 'family'): ReadonlySet<string> {
  const key = `${language}.${part}`;
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made = new Set(loadModel('foreign-people').text(key).split('\n'));
  lists.set(key, made);
  return made;
}
