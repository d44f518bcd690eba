import type { Word } from './read-words.ts';

/**
 * Endings that Russian words in the nominative do not have, but for the words below: dative, instrumental and
 * prepositional plural, accusative of feminine and dative of masculine nouns, plural genitives, and those of adjectives
 * (Зализняк, Грамматический словарь русского языка, 1977).
 */
const nounEnding =
  /^.{2,}(?:ами|ями|ах|ях|ам|ям|[ую]|[оеё]в|[сцз]ий|[иь]ем|[иь]ей|ством|[цбпфгхз]ом|мени|теля|рования|[ое]го|[ое]му|[ыи]ми|ых|[бвгджзклмнпрстфхчш]е|ице)$/u;
/** Nouns, small adverbs and words from elsewhere that end so in the nominative. */
const nominatives: ReadonlySet<string> = new Set(
  (
    'альбом запах страх размах монах крах прах взмах замах казах ислам бальзам вигвам хлам храм остров покров улов зов засов кров ' +
    'плов посев напев припев нагрев обогрев подогрев перегрев гнев хлев лев рев прием приём цунами оригами меню интервью ' +
    'рагу шоу авеню табу кенгуру какаду ноу-хау море поле горе кофе кафе шоссе купе резюме желе пюре тире каре турне филе ' +
    'карате портмоне декольте безе реле шале кашне кабаре макраме атташе протеже крупье'
  ).split(' '),
);
/** The same of names, whose other endings say nothing: Петров, Баку, Черных. */
const nameEnding = /^.{2,}(?:[ое]го|[ое]му|[ыи]ми)$/u;
/** Of an adjective or participle in front of its noun. */
const adjectiveEnding = /^.{3,}[ыи][мх]$/u;
/** Of one that may stand alone. */
const locativeEnding = /^.{3,}[ое]м$/u;
const feminineEnding = /^.{2,}[ое]й$/u;
const small = /^\p{Ll}+$/u;
const vowelEnd = /[аеёиоуыюя]$/u;
/** An acronym with the ending of a case: `СПИДом`. */
const bentAcronym = /^(\p{Lu}{2,})(?:ом|ами|ов|ам|ах|[аеуы])$/u;

function isObliqueWord({ text, key, kind, isCapital }: Word): boolean {
  const last = text.slice(text.lastIndexOf('-') + 1);
  if (isCapital && (last === text || !small.test(last))) return nameEnding.test(key);
  if (kind === 'j' && locativeEnding.test(key)) return true;
  return nounEnding.test(last) && !nominatives.has(last);
}

/**
 * Whether a Russian phrase stands in another case than the nominative, as far as the endings of its first words tell.
 */
function isOblique([first, second]: readonly { readonly word: Word }[]): boolean {
  if (first === undefined) return false;
  const { word } = first;
  if (bentAcronym.test(word.text)) return false;
  if (isObliqueWord(word)) return true;
  if (second === undefined || word.isCapital || word.kind !== 'j') return false;
  return (
    adjectiveEnding.test(word.key) ||
    (feminineEnding.test(word.key) && vowelEnd.test(second.word.key) && !second.word.isCapital)
  );
}

/** What tells that a phrase of a language does not stand in the nominative; nothing where that is not told. */
export const obliqueOf = (language: string): typeof isOblique | undefined =>
  language === 'ru' ? isOblique : undefined;

/** A word as it is shown: an acronym without the ending of its case. */
export const shownAcronym = (text: string): string => bentAcronym.exec(text)?.[1] ?? text;
