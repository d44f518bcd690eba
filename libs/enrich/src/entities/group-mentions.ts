import { englishNameOf, isOutsideLatin } from '../gazetteer/foreign-organisations.ts';
import { clubWords } from '../gazetteer/foreign-name-words.ts';
import { companies } from '../gazetteer/name-words.ts';
import { isUsualName, placesNamed } from '../gazetteer/places.ts';
import { placesMeant } from '../gazetteer/state-forms.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { isListedOrganisation, isWellKnownOrganisation } from '../gazetteer/well-known-organisations.ts';
import { hasHead, organisationHeads } from './classes-of-word.ts';
import { isAcronymOf, nameKey } from './name-key.ts';
import { agencies } from '../dateline/dateline-tables.ts';
import { givenNameOf, isCaseOfFamily, stemsOf } from './slavic-forms.ts';
import type { NameKind } from './name-labels.ts';
import { isBehindArticle, type Mention } from './mention.ts';

/** All mentions of one somebody or something. */
export interface MentionGroup {
  readonly kind: NameKind;
  /** The forms, each with how often it stands, the fullest first; then inflected ones as written. */
  readonly forms: ReadonlyMap<string, number>;
  readonly mentions: readonly Mention[];
}

/** One form of a name with its mentions. */
interface Form {
  readonly key: string;
  /** The words of the key. */
  readonly words: readonly string[];
  /** Whether it may be a family name in another case than the nominative. */
  readonly mayBeCase: boolean;
  /** As written; in small letters where any mention is. */
  text: string;
  readonly mentions: Mention[];
  /** As written where the text inflects the name. */
  readonly written: Set<string>;
  kind: NameKind;
  /** Whether it may be letters that stand for a name: capitals and marks alone. */
  isLetters: boolean;
  /** The key without Inc. or Group at its end. */
  bareKey: string;
}

function kindByVotes(mentions: readonly Mention[]): NameKind {
  const votes = { PER: 0, ORG: 0, LOC: 0 };
  for (const { kind, confidence } of mentions) votes[kind] += confidence;
  return votes.PER >= votes.ORG && votes.PER >= votes.LOC ? 'PER' : votes.ORG >= votes.LOC ? 'ORG' : 'LOC';
}

/** Capitals, with the marks that stand among letters which a name is shortened to. */
const onlyLetters = /^[\p{Lu}.&-]{2,}$/u;

/** The key without Inc. or Group at its end. */
function withoutCompanyWords(key: string, words: readonly string[]): string {
  let length = words.length;
  while (length > 1 && companies.has(words[length - 1] ?? '')) length -= 1;
  return length === words.length ? key : words.slice(0, length).join(' ');
}

const cyrillic = /^[\p{Script=Cyrillic} -]+$/u;

function readForms(text: string, mentions: readonly Mention[], hasCases: boolean): Form[] {
  const forms = new Map<string, Form>();
  const keys = new Map<string, string>();
  for (const mention of mentions) {
    const written = text.slice(mention.start, mention.end).replace(/\s+/g, ' ');
    const own = mention.base ?? written;
    const key = keys.get(own) ?? nameKey(own);
    keys.set(own, key);
    if (key === '') continue;
    let form = forms.get(key);
    if (form === undefined) {
      const words = key.split(/[ ·・]/);
      const bareKey = withoutCompanyWords(key, words);
      form = {
        key,
        words,
        mayBeCase: hasCases && words.length === 1 && cyrillic.test(own) && givenNameOf(own) !== own,
        text: own,
        mentions: [],
        written: new Set(),
        kind: mention.kind,
        isLetters: false,
        bareKey,
      };
      forms.set(key, form);
    }
    form.mentions.push(mention);
    if (own !== written) form.written.add(written);
    if (form.text === form.text.toUpperCase()) form.text = own;
  }
  const read = [...forms.values()];
  for (const form of read) {
    form.kind = kindByVotes(form.mentions);
    form.isLetters = onlyLetters.test(form.text);
  }
  return read;
}

const first = (form: Form): number => form.mentions[0]?.start ?? 0;

/** What stands behind a family name and is none: Martin Luther King Jr. */
const suffix = /^(?:jr|sr)$/;
const hasSuffix = ({ words }: Form): boolean => suffix.test(words.at(-1) ?? '');

/** Whether a short form of a person is a part of the full one: a last name, a given name, or last names. */
function isPartOfPerson(short: Form, full: Form): boolean {
  const parts = short.words;
  const own = hasSuffix(full) && !hasSuffix(short) ? full.words.slice(0, -1) : full.words;
  // Chinese and Japanese part no words: the family name comes first.
  if (full.words.length === 1 && parts.length === 1)
    return short.key.length > 1 && full.key.startsWith(short.key) && /^\p{Script=Han}{2,5}$/u.test(full.key);
  if (parts.length >= own.length) return own !== full.words && own.length === 1 && parts[0] === own[0];
  if (parts.length === 1)
    return (
      parts[0] === own[0] ||
      parts[0] === own.at(-1) ||
      (short.mayBeCase && isCaseOfFamily(parts[0] ?? '', own.at(-1) ?? ''))
    );
  // "Ursula Leyen" of "Ursula von der Leyen"; "von der Leyen" too.
  return full.key.endsWith(` ${short.key}`) || (parts[0] === own[0] && parts.at(-1) === own.at(-1));
}

/** Whether a key is the beginning of another, up to a space. */
const goesOn = (beginning: string, key: string): boolean =>
  key.startsWith(beginning) && key.charAt(beginning.length) === ' ';

/**
 * A name that goes on so many words is rather that of a part, if it ends with another head: National Archives |
 * Personnel Records Center.
 */
const wordsOfPart = 3;
/** The same where a list has the shorter name alone: American Red Cross | Blood Services. */
const wordsOfListed = 2;
const isPartOfBody = (short: Form, full: Form): boolean => {
  const rest = full.words.slice(short.words.length);
  const least =
    isListedOrganisation(short.text) && !isListedOrganisation(full.text) ? wordsOfListed : wordsOfPart;
  return short.words.length > 1 && rest.length >= least && hasHead(rest, organisationHeads);
};

/** What letters leave out of a name: Inc., the office that has a field, the country in front. */
const officeBefore = /^(?:Departments?|Ministry|Office|Bureau) (?:of|for) (?:the )?/;
const countryBefore = /^(?:U\.S\.|US|United States|U\.K\.|UK) /;
const lettersOf = ({ text, bareKey }: Form): readonly string[] => [
  text,
  bareKey,
  text.replace(countryBefore, '').replace(officeBefore, ''),
  text.replace(countryBefore, ''),
];

/**
 * Whether an organisation is called by the end of its name, which says what it is: College of Physicians, Broad
 * Institute.
 */
const isTailOf = (short: Form, full: Form): boolean =>
  short.kind === 'ORG' &&
  short.words.length > 1 &&
  full.key.endsWith(` ${short.key}`) &&
  !isListedOrganisation(short.text) &&
  hasHead(short.words, organisationHeads);

/** Parties and forces, of which there are others of the same last word: Social Democrats, Royal Marines. */
const parties = wordList(
  'democrats republicans greens liberals conservatives socialists nationalists marines guards rangers allies states nations services',
);
/** So many mentions of a name say whether it has an article. */
const mostAsked = 20;

/**
 * Whether a team is called without its town, or by the last word of its name behind the article: the Jays, of the
 * Toronto Blue Jays.
 */
function isTeamOf(short: Form, full: Form, text: string): boolean {
  const { key, words } = short;
  if (!key.endsWith('s') || !full.text.endsWith(` ${short.text}`)) return false;
  if (hasHead(words, organisationHeads) || parties.has(words.at(-1) ?? '')) return false;
  const before = full.text.slice(0, -short.text.length - 1);
  if (words.length > 1) return placesNamed(before).length > 0;
  return (
    !isListedOrganisation(short.text) &&
    placesNamed(full.text).length === 0 &&
    [short, full].every(({ mentions }) =>
      mentions.slice(0, mostAsked).some(({ start }) => isBehindArticle(text, start)),
    )
  );
}

/** What newspapers are called by, behind the article: the Times, of the New York Times. */
const newspapers = wordList('times post journal globe herald tribune chronicle gazette telegraph');

/** Whether the text calls a newspaper that it has named by the end of its name; The Times is another. */
const isNewspaper = (short: Form, full: Form, text: string): boolean =>
  newspapers.has(short.key) &&
  full.words.length > 1 &&
  full.key.endsWith(` ${short.key}`) &&
  first(full) < first(short) &&
  short.mentions.some(({ start }) => text.slice(start - 5, start) === ' the ') &&
  isListedOrganisation(full.text);

/**
 * Whether a short form of an organisation is a part of the full one: its letters, its name without Inc. or
 * Group, its beginning, its end, or of a club what stands behind its town.
 */
function isPartOfOrganisation(short: Form, full: Form, text: string): boolean {
  if (short.isLetters && lettersOf(full).some((name) => isAcronymOf(short.text, name))) return true;
  if (clubWords.has(short.key) && full.words.length === 2 && full.words[1] === short.key) return true;
  if (
    (full.bareKey === short.key ||
      (short.kind === 'ORG' &&
        !short.isLetters &&
        !isWellKnownOrganisation(short.text) &&
        goesOn(short.key, full.key) &&
        !isPartOfBody(short, full))) &&
    placesNamed(short.text).length === 0
  )
    return true;
  if (isTailOf(short, full) || isNewspaper(short, full, text)) return true;
  if (short.kind === 'ORG' && isTeamOf(short, full, text)) return true;
  // "Bundesnachrichtendienst (BND)": letters in brackets right after a name are its own, but "UNITED NATIONS (AP)"
  // tells the agency.
  const end = full.mentions[0]?.end ?? 0;
  return (
    short.isLetters &&
    short.text.length <= 8 &&
    !agencies.includes(short.text) &&
    text
      .slice(end, end + 12)
      .trimStart()
      .startsWith(`(${short.text})`)
  );
}

/**
 * The full form that a short one stands for: of several the one named last before it, else none when they are
 * many.
 */
function fullFormOf(short: Form, forms: readonly Form[], text: string): Form | undefined {
  const mayBePerson =
    short.kind === 'PER' ||
    (short.words.length === 1 && short.mentions.every((mention) => mention.confidence < 0.8));
  const isPart = (full: Form): boolean => {
    if (full === short || full.key.length <= short.key.length) return false;
    if (full.kind === 'PER') return mayBePerson && isPartOfPerson(short, full);
    return full.kind === 'ORG' && short.kind !== 'PER' && isPartOfOrganisation(short, full, text);
  };
  const parted = forms.filter(isPart);
  // Trump is Donald Trump, where Donald Trump Jr. is named as well.
  const keys = new Set(parted.map(({ key }) => key));
  if (parted.some((full) => !hasSuffix(full))) keys.add(short.key);
  const all = parted.filter((full) => !hasSuffix(full) || !keys.has(full.words.slice(0, -1).join(' ')));
  if (all.length < 2) return all[0];
  // Петрова is Ольга Петрова, not Иван Петров in another case, where both are named.
  const sameCase = all.filter((full) => full.words.includes(short.key));
  const fulls = sameCase.length > 0 ? sameCase : all;
  // Supreme Court, where two of them are named.
  if (fulls.every((full) => isTailOf(short, full))) return undefined;
  const earlier = fulls.filter((full) => first(full) <= first(short));
  const lastNamed = (earlier.length > 0 ? earlier : fulls).reduce((best, full) =>
    first(full) > first(best) ? full : best,
  );
  // Two people of one family name: the one named by it alone is the one whose last word it is and who comes
  // oftenest.
  return fulls.reduce((best, full) => (full.mentions.length > best.mentions.length ? full : best), lastNamed);
}

/** What a state calls itself in front of its name: Kingdom of Cambodia. */
const stateBefore =
  /^(?:(?:Islamic|Federal|People[’']s|Democratic|Arab|Socialist) ){0,3}(?:Kingdom|Republic|State|Commonwealth|Principality|Sultanate|Emirate) of (?:the )?/i;

/**
 * Forms of one place by the gazetteer: the United States and the US, New Jersey and N.J., Kingdom of Cambodia and
 * Cambodia.
 */
function placeKey(form: Form, language: string): string | undefined {
  const named = placesMeant(form.text, language);
  const name = named.length > 0 ? form.text : form.text.replace(stateBefore, '');
  const places = named.length > 0 ? named : placesMeant(name, language);
  const lower = name.toLowerCase();
  const [state] = places;
  // A state and its short form, where no town or country is called so.
  if (state?.state !== undefined && places.length === 1 && state.kind === 'region') return state.name;
  const country = places.find(
    (place) =>
      place.kind !== 'town' &&
      place.kind !== 'region' &&
      (isUsualName(place, lower) || !places.some((other) => isUsualName(other, lower))),
  );
  return country === undefined ? undefined : `${country.country ?? ''}:${country.name}`;
}

/** What Chinese, Japanese and Korean may say behind the name of a place: town, province. */
const regionWord =
  /^([\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー]{2,})(?:市|省|県|府|縣|州|특별시|광역시|시|도)$/u;
/** 市 of 上海市政协, which is 上海政协, too. */
const signOfRegion = /(?<=^\p{Script=Han}{2,3})[市省](?=\p{Script=Han}{2})/u;
const bodyKey = (name: string): string => name.replace(/^中共(?=.{2,8}委$)/u, '').replace(signOfRegion, '');
const unspaced = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u;

/**
 * What forms of one thing share beside their words; undefined for a form that stands alone. `isLatin`: no form has
 * letters of another script.
 */
function keyOfThing(form: Form, isLatin: boolean, language: string): string | undefined {
  // Kim Jong-un and Kim Jong Un.
  if (form.kind === 'PER' && form.words.length > 1 && !isOutsideLatin(form.text))
    return form.key.replaceAll('-', ' ');
  if (isLatin) return form.kind === 'LOC' ? placeKey(form, language) : undefined;
  if (form.kind === 'ORG')
    return englishNameOf(form.text) ?? (language === 'zh' ? bodyKey(form.text) : undefined);
  if (form.kind === 'PER') return cyrillic.test(form.text) ? stemsOf(form.text) : undefined;
  const place = placeKey(form, language);
  if (place !== undefined || !unspaced.test(form.text)) return place;
  return form.text === '東京都' ? '東京' : (regionWord.exec(form.text)?.[1] ?? form.text);
}

/**
 * Whether of two forms of one name the first is the one to tell: of two spellings the usual one, of the cases of a
 * Slavic name the nominative, which is the shortest, or the one in -a.
 */
function isBetterForm(form: Form, best: Form): boolean {
  if (form.kind !== 'PER') return false;
  if (!cyrillic.test(form.text)) return form.mentions.length > best.mentions.length;
  const shorter = best.key.length - form.key.length;
  return shorter > 0 || (shorter === 0 && form.key < best.key);
}

/** At most so many forms are compared with each other. */
const mostForms = 400;

/** Languages in Cyrillic letters that have no cases. */
const withoutCases = new Set(['bg', 'mk']);

/** Puts the mentions together that name the same: short forms go to the full form that they are a part of. */
export function groupMentions(text: string, mentions: readonly Mention[], language = ''): MentionGroup[] {
  const hasCases = !withoutCases.has(language);
  const forms = readForms(text, mentions, hasCases).slice(0, mostForms);
  const targets = new Map<Form, Form>();
  for (const form of forms) {
    const full = fullFormOf(form, forms, text);
    if (full !== undefined) targets.set(form, full);
  }
  const isLatin = !forms.some((form) => isOutsideLatin(form.text));
  const things = new Map<string, Form[]>();
  for (const form of forms) {
    const own =
      targets.has(form) || (form.kind === 'PER' && !hasCases)
        ? undefined
        : keyOfThing(form, isLatin, language);
    if (own === undefined) continue;
    const key = `${form.kind}:${own}`;
    things.set(key, [...(things.get(key) ?? []), form]);
  }
  for (const same of things.values()) {
    const root = same.reduce((best, form) => (isBetterForm(form, best) ? form : best));
    for (const form of same) if (form !== root) targets.set(form, root);
  }
  const rootOf = (form: Form): Form => {
    let root = form;
    for (let steps = 0; steps < 4; steps += 1) root = targets.get(root) ?? root;
    return root;
  };
  const groups = new Map<Form, Form[]>();
  for (const form of forms) {
    const root = rootOf(form);
    const members = groups.get(root);
    if (members === undefined) groups.set(root, [form]);
    else members.push(form);
  }
  return [...groups].map(([root, members]) => {
    const sorted = [
      root,
      ...members.filter((form) => form !== root).sort((a, b) => b.mentions.length - a.mentions.length),
    ];
    return {
      kind: root.kind,
      forms: new Map([
        ...sorted.map((form) => [form.text, form.mentions.length] as const),
        ...sorted.flatMap((form) => [...form.written].map((written) => [written, 0] as const)),
      ]),
      mentions: sorted.flatMap((form) => form.mentions).sort((a, b) => a.start - b.start),
    };
  });
}
