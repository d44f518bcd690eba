import { nameClass } from '../gazetteer/name-classes.ts';
import { isWellKnownOrganisation } from '../gazetteer/well-known-organisations.ts';
import { isCommonWord } from './is-common-word.ts';
import type { Mention } from './mention.ts';
import type { TextView } from './view-text.ts';
import { wordForm } from './word-facts.ts';

/** How sure it is that a text means the body that everybody knows by a word of its own. */
const byList = 0.6;
const otherNames = nameClass.commonGiven | nameClass.commonFamily | nameClass.bigCity | nameClass.country;

const isNamePart = (form: number | undefined): boolean =>
  form === wordForm.capitalised || form === wordForm.upper || form === wordForm.mixed;

/** Organisations of one word that the tagger did not know: Siemens, where no other name and no word is written so. */
export function addKnown(
  { tokens, words, forms, manner, uses }: TextView,
  mentions: readonly Mention[],
): Mention[] {
  const added: Mention[] = [];
  let next = 0;
  for (let index = 0; index < tokens.count; index += 1) {
    const word = words[index];
    if (word === undefined || !isNamePart(word.form) || !isWellKnownOrganisation(word.text)) continue;
    const start = tokens.start[index] ?? 0;
    const end = tokens.end[index] ?? 0;
    while (next < mentions.length && (mentions[next]?.end ?? 0) <= start) next += 1;
    const isBeside = (other: number): boolean =>
      tokens.sentence[other] === tokens.sentence[index] && isNamePart(words[other]?.form);
    if (
      (mentions[next]?.start ?? Infinity) < end ||
      manner[index] !== 0 ||
      tokens.first[index] === 1 ||
      isBeside(index - 1) ||
      isBeside(index + 1) ||
      (uses.small[forms[index] ?? 0] ?? 0) > 0 ||
      (word.classes & otherNames) !== 0 ||
      isCommonWord(word.lower)
    )
      continue;
    added.push({ start, end, kind: 'ORG', confidence: byList });
  }
  return added.length === 0 ? [...mentions] : [...mentions, ...added].sort((a, b) => a.start - b.start);
}
