import { beginsWithGivenName } from '@newsmill/text';
import { nameClass } from '../gazetteer/name-classes.ts';
import { commonWordsOf, generalNounsOf, stopWordsOf } from '../phrases/stop-words.ts';
import { classesOfWord, givenNames } from '../entities/classes-of-word.ts';

/** Names that the text has, by what they are names of. */
export interface NamedInText {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  readonly places: readonly string[];
}

const familyNames = nameClass.commonFamily | nameClass.rareFamily;
const placeOrBody =
  nameClass.bigCity | nameClass.town | nameClass.country | nameClass.region | nameClass.organisation;
const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);
const firstWord = (name: string): string => /^[^\s-]*/u.exec(name)?.[0] ?? '';

/** Whether a name of two words or more begins with a given name or an initial: `Ann Lee`, `J. Lee`. */
function beginsAsPerson(name: string): boolean {
  const first = firstWord(name);
  return (
    /^\p{Lu}\S*\s/u.test(name) &&
    (classesOfWord(name) & placeOrBody) === 0 &&
    (/^(?:\p{Lu}\.)+$/u.test(first) ||
      beginsWithGivenName(first) ||
      (classesOfWord(first) & givenNames) !== 0)
  );
}

/** The two names behind an office of unknown words: `Meteorologe Dominik Jung`, but not `New York Times`. */
function behindOffice(name: string): string | undefined {
  const last = name.lastIndexOf(' ');
  const suffix = name.slice(name.lastIndexOf(' ', last - 1) + 1);
  return suffix !== name && beginsWithGivenName(suffix) && /^\p{Lu}/u.test(suffix) ? suffix : undefined;
}

/**
 * Whether two words may be the name of a person whose given name no list has: `Yoruk Dalmaz`, not `Silk Road` or
 * `Thema Betrug`.
 */
function mayBePerson(name: string, language: string): boolean {
  const first = firstWord(name);
  const lower = first.toLowerCase();
  return (
    /^\p{Lu}\p{Ll}+ \p{Lu}[\p{L}’'-]*\p{Ll}$/u.test(name) &&
    (classesOfWord(first) & placeOrBody) === 0 &&
    ![stopWordsOf, commonWordsOf, generalNounsOf].some((wordsOf) => wordsOf(language).has(lower)) &&
    (classesOfWord(lastWord(name)) & familyNames) !== 0
  );
}

/** Tells who may speak by the names of a text: people and organisations, no places, no words with a capital. */
export class NamedSpeakers {
  readonly #named: NamedInText;
  readonly #language: string;
  readonly #places: ReadonlySet<string>;
  /** People of two names and more. */
  readonly #full: readonly string[];

  constructor(named: NamedInText, language: string) {
    this.#named = named;
    this.#language = language;
    this.#full = named.people.filter((person) => person.includes(' '));
    const speakers = new Set([...named.people, ...named.organisations]);
    this.#places = new Set(named.places.filter((place) => !speakers.has(place)));
  }

  /** Whether a name is only that of a place. */
  isPlace(name: string): boolean {
    return this.#places.has(name);
  }

  /** The person that a name stands for, without offices, papers and other words around it; undefined for any other. */
  personIn(name: string): string | undefined {
    if (this.#named.people.includes(name)) return name;
    const begins = beginsAsPerson(name);
    const inside = this.#full.findLast((person) => ` ${name} `.includes(` ${person} `));
    // Of D. Joshua Taylor the text may say Joshua Taylor, too.
    if (inside !== undefined) return begins && name.endsWith(inside) ? name : inside;
    const last = lastWord(name);
    if (begins && !this.#named.organisations.includes(name)) return name;
    const behind = behindOffice(name);
    if (behind !== undefined) return behind;
    return (
      this.#full.findLast((person) => lastWord(person) === last) ??
      this.#full.findLast((person) => ` ${person} `.includes(` ${name} `))
    );
  }

  /** The person or organisation that a name stands for; undefined where the text names neither so. */
  speakerIn(name: string): string | undefined {
    if (this.isPlace(name)) return undefined;
    const { organisations } = this.#named;
    if (organisations.includes(name) && !this.#full.some((person) => lastWord(person) === lastWord(name)))
      return name;
    const person = this.personIn(name);
    if (person !== undefined) return person;
    if ((classesOfWord(name) & nameClass.organisation) !== 0) return name;
    if (organisations.some((one) => one.startsWith(`${name} `))) return name;
    return (
      organisations.findLast((one) => name.endsWith(` ${one}`)) ??
      (mayBePerson(name, this.#language) ? name : undefined)
    );
  }
}
