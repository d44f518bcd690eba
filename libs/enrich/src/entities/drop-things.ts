import { nameClass } from '../gazetteer/name-classes.ts';
import { placesNamed } from '../gazetteer/places.ts';
import { isListedOrganisation, isWellKnownOrganisation } from '../gazetteer/well-known-organisations.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { kindInApposition } from './kind-in-apposition.ts';
import { isAcronymOf } from './name-key.ts';
import { isBehindArticle, type Mention } from './mention.ts';
import type { NameKind } from './name-labels.ts';
import { classesOfWord, givenNames, organisationHeads } from './classes-of-word.ts';

/** Heads of the names of events, laws, works and fields: what such a word ends is nobody and no body. */
const thingHeads = wordList(
  'case week register meetings migration recession cup cups olympics paralympics games championship championships tournament marathon prix festival playoffs playoff semifinal ' +
    'semifinals final finals match bowl rally summit expo award awards prize prizes medal oscar oscars grammy grammys emmy emmys ' +
    'war wars revolution election elections referendum day weekend eve protests riots massacre crisis ' +
    'act bill treaty accord accords agreement amendment constitution protocol plan plans deal pact code rule rules ' +
    'album song movie film novel trilogy episode soundtrack ratings ranking rankings index indices ' +
    'phone phones smartphone smartphones laptop laptops tablet tablets console camera app apps edition ' +
    'hurricane cyclone typhoon virus disease syndrome disorder cancer goals studies mathematics physics chemistry biology psychology',
);
/** What the names of ships, storms, works and undertakings stand behind, whose kind they tell. */
const beforeThing =
  /\b(?:[Hh]urricane|[Tt]yphoon|[Cc]yclone|[Tt]ropical [Ss]torm|[Ss]torm|HMS|USS|RMS|HMAS|HMCS|INS|MV|SS|[Oo]peration|ship|vessel|yacht|ferry|frigate|destroyer|submarine|tanker|spacecraft|album|film|movie|novel|song|single|sitcom|musical|thriller|biopic|sequel|videogame|video game|smartphone|asteroid|comet) $/;
const nameOfThing =
  /^(?:Hurricane|Typhoon|Cyclone|Tropical Storm|HMS|USS|RMS|HMAS|HMCS|MV|Operation) \p{Lu}/u;
/** What is named after somebody: Crohn's disease, Murphy's law. */
const behindEponym =
  /^['’]s? (?:disease|syndrome|disorder|lymphoma|[Ll]aw|theorem|[Pp]aradox|[Pp]rinciple|[Rr]azor|constant|comet)\b/;
/** A name that is cut at a possessive: ICC Men, of the ICC Men's World Cup. */
const cutAtPossessive = / (?:Men|Women|Children|Girls|Boys|Workers|Veterans|Teachers|Players|People)$/;
const possessive = /^['’]s?\b/;

/** Things, peoples and figures that everybody names and that are neither bodies nor people nor places. */
const wellKnownThings = wordList(
  'iPhone,iPhones,iPad,iPads,iPod,iPods,iMac,iMacs,Macs,MacBook,Macbook,iTunes,iCloud,iOS,macOS,Android,Windows,Xbox,PlayStation,PSP,GameCube,Wii,Kindle,Alexa,Siri,Cortana,Copilot,CoPilot,Claude,Gemini,ChatGPT,' +
    'Bluetooth,Wi-Fi,WiFi,Wifi,Zigbee,USB-C,IPv4,IPv6,Java,JavaScript,Javascript,TypeScript,ECMAScript,Python,Ruby,Kotlin,PHP,Lua,Flask,Keras,PyTorch,TensorFlow,Kubernetes,Node.js,WebAssembly,OAuth,PowerShell,GraphQL,Linux,Unix,Blockchain,' +
    'DevOps,MLOps,Kanban,Scrum,Waterfall,PowerPoint,Excel,Photoshop,Chrome,Safari,Gmail,Chromecast,FaceTime,AirPods,HomePod,HomeKit,Bitcoin,Ethereum,Minecraft,Fortnite,' +
    'Apple Watch,Apple TV,Apple Pay,Apple Music,Google Maps,Google Play,Google Chrome,Google Glass,Google Analytics,Google Earth,Android Auto,CarPlay,Microsoft Windows,Microsoft Office,Internet Explorer,' +
    'Big Pharma,Big Tech,Big Oil,Big Tobacco,Big Food,Jr.,Jr,Sr.,Sr,' +
    'Solar System,Milky Way,Medicare,Medicaid,Obamacare,Brexit,Covid,COVID,Covid-19,COVID-19,WWI,WWII,Olympic,Kwanzaa,Hanukkah,Diwali,Eid,Oscars,Emmys,Grammys,Botox,Viagra,Tylenol,Internet,Bible,Quran,Koran,' +
    'Batman,Superman,Cinderella,Santa,Santa Claus,Satan,' +
    'Middle Eastern,Kiwi,Kiwis,Aussie,Aussies,Brit,Brits,Scot,Scots,Dane,Danes,Swede,Swedes,Finn,Finns,Turk,Turks,Pole,Poles,Spaniard,Spaniards,Latino,Latinos,Latina,Hispanic,Hispanics,Māori,Maori,Talib,Punjabi,Bengali,Hindi,Urdu,Tamil,Kannada,Telugu,Marathi,Gujarati,Khalistani,Aramaic,Mandarin,Cantonese',
  ',',
);
/** Products that others are called after: MacBook Pro, Apple iPhone 7 Plus. */
const productInside =
  /(?:^| )(?:i(?:Phone|Pad|Pod|Mac|Tunes|OS|Cloud)s?|MacBook|AirPods|Apple Watch(?:es)?|Xbox|PlayStation|Kindle|Android|ThinkPad|Chromebook|Moto [A-Z]|Galaxy (?:S|Note|Tab|Watch|Fold))(?: |$)/;
/** A version of a product, by what stands behind its name: Windows 11, Linux 2.6. */
const versionBehind =
  / (?:\d[\d.]*\p{L}?|XP|NT|Vista|SE|Pro|Plus|Max|Mini|Ultra|Mobile|Server|Media (?:Player|Cent(?:er|re)))$/u;
/** A model behind its maker: Galaxy S7. */
const modelNumber = / \p{Lu}{1,3}\d[\p{L}\d]{0,8}$/u;
/** The same of models and of people: Apple II, John Paul II. */
const romanNumber = / (?:I{2,3}|IV|VI{1,3})$/;
/** Characters behind a name in which an apposition says what it is. */
const near = 110;
/** What follows a name that is no part of a longer term. */
export const standsAlone =
  /^(?:[.,;:!?)]|$|\n| (?:of|in|for|to|that|who|is|was|and|or|with|at|on|by|from)\b)/;
const oneWord = /^\p{Lu}\p{Ll}+$/u;
const smallWord = /^\p{Ll}/u;
const nameOfLetters = /^\p{Lu}[\p{L}]{0,4}\p{Lu}$/u;
const quoteBefore = /(?:^|[\s([—–-])[“‘"'«„]$/;
const quoteBehind = /^[,.!?]?[”’"'»“](?![\p{L}\d])/u;

/** At most so many places of a word are read. */
const mostRead = 10;
/** At most so many characters are read for what letters stand for. */
const longestTerm = 90;

/** Whether a run of words in small letters is what letters stand for. */
function isTerm(letters: string, words: readonly string[]): boolean {
  return (
    words.length > 1 &&
    words.every((word, at) => at === 0 || smallWord.test(word)) &&
    isAcronymOf(letters, words.join(' '))
  );
}

/** Whether a text says in brackets that letters stand for a term in small letters: earnings per share (EPS). */
function standForTerm(text: string, letters: string): boolean {
  const inBrackets = text.indexOf(`(${letters})`);
  if (inBrackets > 0) {
    const before = text
      .slice(Math.max(0, inBrackets - longestTerm), inBrackets)
      .trimEnd()
      .split(/[\s-]+/);
    for (let count = 2; count <= Math.min(before.length, letters.length + 3); count += 1)
      if (isTerm(letters, before.slice(-count))) return true;
  }
  const explained = text.indexOf(`${letters} (`);
  if (explained < 0) return false;
  const from = explained + letters.length + 2;
  const end = text.slice(from, from + longestTerm).indexOf(')');
  return end > 0 && isTerm(letters, text.slice(from, from + end).split(/[\s-]+/));
}

/** Whether quotation marks stand around a mention and nothing else, as around the title of a work. */
function isQuoted(text: string, { start, end }: Mention): boolean {
  return (
    quoteBefore.test(text.slice(Math.max(0, start - 2), start)) && quoteBehind.test(text.slice(end, end + 3))
  );
}

/** How often a text has a phrase; no more than twice is asked. */
function countUpToTwo(text: string, phrase: string): number {
  const first = text.indexOf(phrase);
  return first < 0 ? 0 : 1 + Number(text.indexOf(phrase, first + phrase.length) >= 0);
}

/** Whether the text says a name of several words in small letters too, no less often: a heading, a term. */
function isWordOfText(text: string, name: string): boolean {
  const small = countUpToTwo(text, name.toLowerCase());
  return small > 0 && small >= countUpToTwo(text, name);
}

/** Whether the article stands before a name alone, as it does before nobody's: the Louvre, but the Obama years. */
function hasArticle(text: string, { start, end }: Mention): boolean {
  return isBehindArticle(text, start) && standsAlone.test(text.slice(end, end + 6));
}

/** Whether the last word of a name, or the one before of, is that of a thing, and none is that of a body. */
function isNamedAsThing(words: readonly string[]): boolean {
  if (words.length < 2) return false;
  const link = words.findIndex((word) => word === 'of' || word === 'for');
  const head = (link > 0 ? words[link - 1] : words.at(-1)) ?? '';
  return (
    thingHeads.has(head.toLowerCase()) &&
    !words.some((word) => (classesOfWord(word) & organisationHeads) !== 0)
  );
}

const ofChannels = /^(\S+) (?:TV|Radio|Television)$/;

/** Whether a name is that of all channels of a country: US TV. */
function isAnyChannel(name: string): boolean {
  const first = ofChannels.exec(name)?.[1];
  return (
    first !== undefined &&
    (classesOfWord(first) & (nameClass.country | nameClass.nationality)) !== 0 &&
    !isListedOrganisation(name)
  );
}

/** What people wish each other: Merry Christmas, Eid Mubarak. */
const greeting =
  /^(?:(?:Merry|Happy) (?:Christmas|Xmas|Holidays|New|Birthday|Easter|Diwali|Thanksgiving|Hanukkah)|(?:Ramadan|Eid) (?:Mubarak|Kareem)\b)/;

/** The site of a body, by its name: Google.com. */
const ofSite = /^(\p{Lu}[\p{L}\d-]+)\.(?:com|org|net)$/u;

const beginsLine = /(?:^|\n|[.!?…]["”’)]? )["“‘]?$/;

/** Whether one word is a name nowhere but where a sentence begins, and a word of the text elsewhere: House prices. */
function isFirstWord(text: string, name: string): boolean {
  let at = text.indexOf(name);
  for (let count = 0; at >= 0; count += 1, at = text.indexOf(name, at + name.length))
    if (count === mostRead || !beginsLine.test(text.slice(Math.max(0, at - 4), at))) return false;
  return text.includes(` ${name.toLowerCase()} `);
}

/** Whether a list has a name as that of a body or a place. */
const isListed = (name: string, kind: NameKind): boolean =>
  kind === 'LOC' ? isWellKnownOrganisation(name) || placesNamed(name).length > 0 : isListedOrganisation(name);

/** What is asked once of a name, wherever it stands. */
interface Judged {
  readonly kind: NameKind;
  /** Undefined where the marks around its mentions decide. */
  readonly isThing?: boolean;
  readonly hasGivenName: boolean;
}

/** What the words of a name say, and what the text says of it elsewhere. */
function judge(text: string, name: string, kind: NameKind): Judged {
  const words = name.split(' ');
  const hasGivenName = kind === 'PER' && (classesOfWord(words[0] ?? '') & givenNames) !== 0;
  const isTerm = kind === 'ORG' && nameOfLetters.test(name) && standForTerm(text, name);
  if (isTerm || wellKnownThings.has(name.replace(versionBehind, '')) || productInside.test(name))
    return { kind, isThing: true, hasGivenName };
  if (greeting.test(name)) return { kind, isThing: true, hasGivenName };
  if (kind === 'ORG' && !isListedOrganisation(name) && isListedOrganisation(ofSite.exec(name)?.[1] ?? ''))
    return { kind, isThing: true, hasGivenName };
  if (kind === 'ORG' && (oneWord.test(name) ? isFirstWord(text, name) : isAnyChannel(name)))
    return { kind, isThing: true, hasGivenName };
  if (isListed(name, kind)) return { kind, isThing: false, hasGivenName };
  if (kind === 'LOC') {
    const isHead = words.length === 1 && (classesOfWord(name) & nameClass.placeHead) !== 0;
    return isHead ? { kind, isThing: true, hasGivenName } : { kind, hasGivenName };
  }
  const isRoman = romanNumber.test(name) && !words.includes('Division');
  const isThing =
    nameOfThing.test(name) ||
    // Kia EV6, of a maker who is called as some people are.
    modelNumber.test(name) ||
    (!hasGivenName && (isRoman || isNamedAsThing(words))) ||
    (kind === 'ORG' && words.length > 1 && isWordOfText(text, name));
  return isThing ? { kind, isThing, hasGivenName } : { kind, hasGivenName };
}

/** Whether the marks around a mention say that the name is of no person, body or place. */
function isMarked(text: string, mention: Mention, name: string, hasGivenName: boolean): boolean {
  const { start, end, kind } = mention;
  const behind = text.slice(end, end + near);
  if (
    kind !== 'LOC' &&
    (behindEponym.test(behind) || (cutAtPossessive.test(name) && possessive.test(behind)))
  )
    return true;
  if (hasGivenName) return false;
  return (
    beforeThing.test(text.slice(Math.max(0, start - 16), start)) ||
    kindInApposition(behind) === 'thing' ||
    (kind !== 'LOC' && isQuoted(text, mention)) ||
    (kind === 'PER' && hasArticle(text, mention))
  );
}

/** Leaves out names of things in an English text: products, works, events, laws, ships, storms, terms. */
export function dropThings(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const names = mentions.map(({ start, end }) => text.slice(start, end));
  const things = new Set<string>();
  const judged = new Map<string, Judged>();
  for (let number = 0; number < mentions.length; number += 1) {
    const mention = mentions[number];
    const name = names[number] ?? '';
    if (mention === undefined || things.has(name)) continue;
    let own = judged.get(name);
    if (own?.kind !== mention.kind) judged.set(name, (own = judge(text, name, mention.kind)));
    if (own.isThing ?? isMarked(text, mention, name, own.hasGivenName)) things.add(name);
  }
  return things.size === 0 ? mentions : mentions.filter((_, number) => !things.has(names[number] ?? ''));
}
