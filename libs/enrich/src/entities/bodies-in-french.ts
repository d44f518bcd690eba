import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

/** Words that French begins the name of a body with, and that an adjective in small letters goes on. */
const head =
  '(?:Haute? )?(?:Agence|Assemblée|Autorité|Banque|Bureau|Centre|Chambre|Comité|Commission|Conseil|Cour|Fédération|Fonds|Institut|Ligue|Observatoire|Office|Parlement|Tribunal|Union)';
/** Adjectives of which each tells one body of a country or of the world, whatever it is of. */
const alone =
  'constitutionnel(?:le)?|suprême|électorale?|pénale? internationale?|mondiale?|monétaire internationale?|arabe|africaine?';
/**
 * Those behind which the field of the body may stand, which is a part of its name: Institut national de la statistique.
 */
const beforeField = 'nationale?|fédérale?|centrale?|internationale?|européen(?:ne)?|supérieure?';
const behind = '(?: (?:nationale?|internationale?|européen(?:ne)?|indépendante?|olympique))';
const body = new RegExp(
  `(?<![\\p{L}-])${head} (?:(?:${alone})${behind}{0,2}|(${beforeField})${behind}{0,2})(?![\\p{L}-])`,
  'gu',
);
/** What may be a field, but for bodies that have none: any word in small letters. */
const goesOn = /^ \p{Ll}/u;
const withoutField =
  /^(?:Assemblée nationale|Banque centrale(?: européenne)?|Commission européenne|Conseil (?:européen|fédéral)|Parlement européen|Tribunal fédéral|Union européenne)$/;

/**
 * Bodies that French names by a word with a capital and an adjective without one: Conseil constitutionnel, Haute Cour
 * constitutionnelle.
 */
export function bodiesInFrench(text: string): Mention[] {
  return [...text.matchAll(body)].flatMap(({ 0: name, 1: mayHaveField, index: start }) => {
    const end = start + name.length;
    const isCut =
      mayHaveField !== undefined && !withoutField.test(name) && goesOn.test(text.slice(end, end + 2));
    return isCut ? [] : [{ start, end, kind: 'ORG', confidence: sure.bodyByWords, isByRules: true } as const];
  });
}
