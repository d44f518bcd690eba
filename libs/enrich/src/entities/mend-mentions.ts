import { isFamousPerson } from '../gazetteer/famous-people.ts';
import { nameClass } from '../gazetteer/name-classes.ts';
import { organisationNamed } from '../gazetteer/organisations.ts';
import { isGreatPlace, placesNamed } from '../gazetteer/places.ts';
import { isStateForm } from '../gazetteer/state-forms.ts';
import { isListedOrganisation, isWellKnownOrganisation } from '../gazetteer/well-known-organisations.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { otherWordsOf, stopWordsOf } from '../phrases/stop-words.ts';
import { standsAlone } from './drop-things.ts';
import { isCommonWord } from './is-common-word.ts';
import type { Mention } from './mention.ts';
import { anyNames, classesOfWord, hasHead, organisationHeads } from './classes-of-word.ts';

/** How sure a kind is that the marks around a name tell. */
const byMarks = 0.8;

/** The age of somebody behind the name: her mother, Dakshaben, 45; */
const age = /^, (?:\d|[1-9]\d|10\d)(?=[;,)])/;
/** What stands before a name in a list of people: her mother, her son and. */
const beforePerson =
  /(?:[,;(]|\band|\b(?:mother|father|son|daughter|wife|husband|brother|sister|child|driver|victim))\s$/;

const beforeTown = /\b(?:near|in|from|at|outside|to)\s$/;
const stateBehind = /^, ([A-Z][A-Za-z.]{1,5}\.)/;

/** What stands before a place in a text that says where; a club is played against, but seldom in or from. */
const beforePlace = /\b(?:in|from|near|outside)\s$/;
/** A guess: the words around a name speak for its kind no more than this. */
const guessed = 0.85;

/** A name that another was joined to has so many words. */
const fewestJoined = 4;
const acronym = /^[A-Z]{2,6}$/;

/** Letters that the text also has with the s of the plural, as a kind of thing has them and no body: GCSEs, NGOs. */
const readPlurals = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\b[A-Z]{2,6}(?=s\b)/g)].map(([form]) => form));

/** Abbreviations of things, offices and units, which no text means an organisation by; Roman numerals. */
const noOrganisations = wordList(
  'TV DVD CD PC PCs USB GPS GPU CPU RAM SSD LED LCD HD HDTV DIY BBQ FAQ Q&A R&D VIP ID PIN ATM SUV SUVs RV ICU ER MRI CT EKG ECG ' +
    'DNA RNA HIV AIDS ADHD PTSD IVF BMI IQ STD GDP GNP CPI VAT IPO ETF ROI KPI CEO CFO COO CTO CIO CMO HR PR IT AI VR AR ' +
    'CSS SQL NoSQL DNS API APIs SDK IDE UX UI SEO SEM PPC CTR CRM ERP SaaS PaaS IoT VPN LAN WAN WLAN NFC RFID UHD HDR OLED QLED NAS SDHC SD OS QA TDD HDMI SoC ' +
    'FYI STFU WTF TBD TBA RIP ASAP DUI DWI GI POW WWI WWII IED IEDs UAV UAVs NGO NGOs IBD IBS COPD STI STDs UTI HPV BS BA JD MD RN GPA STEM CBD THC LSD MDMA ' +
    'MSRP APR IRAs REIT REITs FTE B2B B2C CGI DJ DJs MC EP LP NPC RPG FPS MMO DLC CO2 LNG EV EVs PHEV MPG RPM OTT VOD DTC ESG DEI CSR M&A R&B LGBT LGBTQ LGBTQ+ MVP ODI T20 LBW DRS VAR ' +
    'EPS OEM OEMs EBITDA SPAC CAGR YoY LLC PLLC NDA RFP SLA PII GDPR HIPAA DACA NAFTA ' +
    'URL HTML HTTP XML PDF JPEG SMS MMS MP AM PM GMT UTC EST EDT PST PDT BST CET OK LOL OMG BFF PhD MBA GED ' +
    'BC BCE AD CE QB RB GOAT kW MW GW kWh MWh GWh TWh KB MB GB TB MHz GHz mph II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI',
);
/** Words for a body of any kind, which alone name none. */
const noNames = wordList(
  'District Health Society State Board Department Committee Council Commission Foundation Institute Company Center Centre Office ' +
    'Program Programme Project Agency Association University College School Hospital Church Temple Club Team Group Network Service ' +
    'Services Court Police Government Administration Ministry Organization Organisation Corporation Union Unit Division Bureau',
);
/** The same of several words. */
const boards = /^Board of (?:Directors|Trustees|Governors|Regents)$/;
/** What is joined to the front of a name by a hyphen: anti-North Korea. */
const prefixed = /^(?:anti|pro|non|post|pre|ex|mid|trans)-(?=\p{Lu})/u;
/** The day that a sentence begins with before a name: On Monday State Council members met. */
const dayBefore = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?=\p{Lu})/u;
/** What a headline says of somebody: Ada Lindt Breaks Ben Moor's Record. */
const saysOf =
  / (?:Breaks|Takes|Says|Meets|Joins|Wins|Beats|Calls|Wants|Gets|Makes|Gives|Tells|Asks|Hits|Slams|Backs|Leads|Leaves|Returns|Reveals|Reacts|Shares|Shows|Sues|Seeks|Urges|Warns|Visits|Talks|Speaks|Defends|Denies|Admits|Announces|Apologizes|Celebrates|Confirms|Faces|Fires|Claims|Becomes|Signs|Scores|Praises|Mocks|Blasts|Named|Joined|Wears|Stuns|Opens|Thanks)(?: |$)/;
/** Words of headlines that stand in the name of no body. */
const inHeadline =
  / (?:Amid|After|Before|During|Dies|Issued|Killed|Arrested|Is|Are|Was|Has|Will|Could|Should) /;
/** The body and the office before two names of somebody: Browns QB Ben Lindt. */
const ofTeam = /^(\p{L}[\p{L}&-]{1,20}) (?:\p{Lu}{2,4} )?(?=\p{Lu}[\p{L}’'-]{1,20} \p{Lu})/u;
/** Several people by what they are: Deputy Ministers, Secretaries of State. */
const officials =
  /^(?:(?:Deputy|Foreign|Prime|Finance|Vice|Assistant|Home|Interior|Defen[cs]e|Health|Education|Chief|Senior|Former|Junior|Cabinet) ){0,3}(?:Ministers|Secretaries|Presidents|Directors|Officers|Members|Judges|Governors|Commissioners|Executives|Ambassadors|Chancellors|Mayors|Councill?ors|Officials|Leaders|Representatives|Delegates)(?: of (?:State|Parliament|Congress)| General)?$/;
/** What stands before a body that a sentence begins with, and is no part of its name: Under Security Council rules. */
const beforeBody =
  /^(?:Under|Past|Former|Current|Amid|Despite|Since|Against|Within|By|From|At|In|When|While|As|But|If|Because|Although|After|Before|During) (?=\p{Lu}\p{L}+ \p{Lu})/u;
/** Words that sentences begin with before a name, beside the stop words. */
const sentenceWords = wordList(
  'even among replied said says asked added answered wrote wrote meanwhile although though unlike despite besides whether perhaps maybe ' +
    'yet still also instead like following according thanks given since until unless while whereas when where why how because however',
);
/** Where one name ends and something else begins: an article with a capital, an office with what its holder does. */
const nameEnds =
  /,? (?:(?:and|&) )?(?=The [\p{L}.])| (?=(?:CEO|CFO|COO|CTO|CIO|CMO|Chairman|Chairwoman|Spokesman|Spokeswoman)\b)/u;

/** Shorter words may be particles of a name: La Nina. */
const fewestLetters = 4;
const commonNames = nameClass.commonGiven | nameClass.commonFamily;
const heads = nameClass.organisationHead | nameClass.company | nameClass.placeHead;
const beginsSentence = /(?:^|\n|[.!?…]["'”’)]?\s|["“‘])$/u;
const isFunctionWord = (word: string): boolean =>
  stopWordsOf('en').has(word.toLowerCase()) ||
  otherWordsOf('en').has(word.toLowerCase()) ||
  sentenceWords.has(word.toLowerCase());

/** An office behind a company, and its holder: CIO Jane Miller. */
const officeAndHolder = /^(?!The )\p{L}{2,20} (?=\p{Lu}[\p{L}’'-]{1,20} \p{Lu}[\p{L}’'-]{1,20}$)/u;

/**
 * An organisation without what was joined to it, and the second one that an article with a capital begins, or the
 * holder of an office.
 */
function withoutJoined(mention: Mention, name: string): Mention[] {
  const found = name.split(' ').length < fewestJoined ? null : nameEnds.exec(name);
  if (found === null || found.index === 0) return [mention];
  const first = { ...mention, end: mention.start + found.index };
  const second = { ...mention, start: mention.start + found.index + found[0].length };
  const behind = name.slice(found.index + found[0].length);
  const office = officeAndHolder.exec(behind)?.[0].length ?? 0;
  if (office > 0) return [first, { ...second, kind: 'PER', start: second.start + office }];
  return behind.startsWith('The ') ? [first, second] : [first];
}

/** A body and what it has: Harvard’s | Church. */
const ofBody = /^(.{2,40}?)(?:['’]s|(?<=s)['’]) (?=\p{Lu})/u;

/** A body without what it has, which is a second one where its words say so. */
function withoutOwned(mention: Mention, name: string): Mention[] {
  const found = ofBody.exec(name);
  const owner = found?.[1] ?? '';
  if (found === null || !isListedOrganisation(owner) || isListedOrganisation(name)) return [mention];
  const { start } = mention;
  const owned = name.slice(found[0].length);
  return [
    { ...mention, end: start + owner.length },
    ...(owned.includes(' ') && hasHead(owned.split(' '), organisationHeads)
      ? [{ ...mention, start: start + found[0].length }]
      : []),
  ];
}

/** What joins names that are not one: Sony/Tencent, China-US, SAO PAULO -- Toyota, Delta and United. */
const joins = /\/ ?| -- | [–—-] |(?<=\p{L})-(?=\p{Lu})| (?:&|and) /u;

/** A name of its own on one side of a stroke, and no two letters: NBC News/Wall Street Journal. */
const isLongName = /^\p{Lu}.*\p{L}{3}/u;

const isCountryOfTwo = (part: string): boolean => part === 'US' || part === 'UK';

/** What ends the name of an office beside another: the Federal Reserve and the Commerce Department. */
const offices = wordList('Department Ministry Agency Commission Bureau Administration Authority');

/** Whether two offices are named together; of and for go on to the end: Department of Health and Human Services. */
const areTwoOffices = (one: string, other: string): boolean =>
  isListedOrganisation(one) &&
  (one.includes(' ') || acronym.test(one)) &&
  !/ (?:of|for) /.test(one) &&
  other.includes(' ') &&
  offices.has(other.slice(other.lastIndexOf(' ') + 1));

/** The names that are joined to one, those of them that a list has; the name itself where it has none or is one. */
function withoutJoin(mention: Mention, name: string): Mention[] {
  const found = joins.exec(name);
  if (found === null || mention.kind === 'PER' || isListedOrganisation(name) || placesNamed(name).length > 0)
    return [mention];
  const middle = found.index + found[0].length;
  const parts = [
    { name: name.slice(0, found.index), start: mention.start, end: mention.start + found.index },
    { name: name.slice(middle), start: mention.start + middle, end: mention.end },
  ];
  const known = parts.flatMap(({ name: part, start, end }): Mention[] => {
    const kind = isListedOrganisation(part)
      ? 'ORG'
      : (part.length > 2 || isCountryOfTwo(part)) && placesNamed(part).length > 0
        ? 'LOC'
        : undefined;
    return kind === undefined ? [] : [{ ...mention, kind, start, end }];
  });
  const isDash = found[0].includes('-') && found[0] !== '-';
  if ((known.length === 2 && known[0]?.kind === known[1]?.kind) || (isDash && known.length > 0)) return known;
  if (found[0] === ' and ' && areTwoOffices(parts[0]?.name ?? '', parts[1]?.name ?? ''))
    return parts.map(({ start, end }) => ({ ...mention, kind: 'ORG', start, end }));
  if (found[0] !== '/') return [mention];
  if (!name.includes(' ')) return known;
  return parts.every(({ name: part }) => isLongName.test(part))
    ? parts.map(({ start, end }) => known.find((own) => own.start === start) ?? { ...mention, start, end })
    : [mention];
}

/** Parts of a company that bear its name. */
const parts = wordList(
  'News Sports Sport Healthcare Health Radio Music Entertainment Research Capital Ventures World',
);

/** The company alone of what it sells: Google Reviews. */
function withoutProduct(mention: Mention, name: string): Mention {
  const [brand = '', ...rest] = name.split(' ');
  return rest.length > 0 &&
    isWellKnownOrganisation(brand) &&
    !acronym.test(brand) &&
    !parts.has(rest.at(-1) ?? '') &&
    !isListedOrganisation(name) &&
    rest.every((word) => isCommonWord(word) && (classesOfWord(word) & heads) === 0)
    ? { ...mention, end: mention.start + brand.length }
    : mention;
}

/**
 * A person without the word that begins the sentence: Even Arnall said, Replied Stephen; and people that a verb of a
 * headline parts, each by name.
 */
function withoutWords(text: string, mention: Mention, name: string): Mention[] {
  const { start, end } = mention;
  const space = name.indexOf(' ');
  const first = name.slice(0, space);
  if (
    space >= fewestLetters &&
    beginsSentence.test(text.slice(Math.max(0, start - 4), start)) &&
    (isFunctionWord(first) || (/(?:ing|ed)$/.test(first) && isCommonWord(first))) &&
    (classesOfWord(first) & commonNames) === 0
  )
    return [{ ...mention, start: start + space + 1 }];
  const team = ofTeam.exec(name);
  if (team !== null && isWellKnownOrganisation(team[1] ?? ''))
    return [{ ...mention, start: start + team[0].length }];
  const verb = saysOf.exec(name);
  if (verb === null) return [mention];
  const behind = start + verb.index + verb[0].length;
  return [
    ...(name.slice(0, verb.index).includes(' ') ? [{ ...mention, end: start + verb.index }] : []),
    ...(text.slice(behind, end).includes(' ') ? [{ ...mention, start: behind }] : []),
  ];
}

/**
 * Whether a name that organisations bear is meant as somebody's, who is called so with a given name, or as that of a
 * place.
 */
function isSomebody(text: string, { kind }: Mention, name: string): boolean {
  if (name.includes(' ')) return false;
  if (kind === 'LOC') return placesNamed(name).length > 0;
  const at = text.indexOf(` ${name}`);
  const before =
    at < 0 ? undefined : /(\p{Lu}\p{Ll}{1,15})$/u.exec(text.slice(Math.max(0, at - 16), at))?.[1];
  return before !== undefined && (classesOfWord(before) & nameClass.commonGiven) !== 0;
}

/** A company whose name begins with two initials, as lists have it: J.P. Morgan as JPMorgan. */
const withoutPoints = (name: string): string => name.replace(/^(\p{Lu})\.(\p{Lu})\. /u, '$1$2');

/** Whether a name of several words is that of a country or a part of one, and of nobody: Madhya Pradesh. */
const isNameOfRegion = (name: string): boolean =>
  name.includes(' ') &&
  (classesOfWord(name.slice(0, name.indexOf(' '))) & commonNames) === 0 &&
  !isFamousPerson(name) &&
  placesNamed(name).some(({ kind }) => kind === 'region' || kind === 'country');

/** What the name of a town begins with, where the rest is that of another: West Palm Beach. */
const beginsName =
  /\b(?:north|south|east|west|new|san|santa|saint|st\.|fort|ft\.|port|lake|mount|el|los|las) $/i;
/** Whether a town bears a name and no organisation of the lists. */
const isTown = (name: string): boolean =>
  !isListedOrganisation(name) && placesNamed(name).some(({ kind }) => kind === 'town');

/** A town of so many people is meant by a name that is nobody's. */
const largeTown = 150_000;

/** Whether a name is that of a large town and of nobody: Banaras. */
const isNameOfTown = (name: string): boolean =>
  name.split(' ').every((word) => (classesOfWord(word) & anyNames) === 0) &&
  !isFamousPerson(name) &&
  placesNamed(name).some(({ kind, population }) => kind === 'town' && population >= largeTown);

/** Bodies whose field may have several words: Department of Design and Construction, for Culture, Media and Sport. */
const withField =
  /(?:^| )(?:Departments?|Ministry|Office|Bureau|Institute|Center|Centre|School|College|Faculty|Council|Committee|Commission|Agency|Association|Society|Secretary|Board) (?:of|for|on) (?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?$/u;
const secondField =
  /^((?:, \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?){0,2}),? (?:and|&) (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)(?!\p{L})/u;

/** How much of a given name in two parts stands behind the first: Lee Jae-myung, but not Joe Biden-backed. */
function lengthOfSecondPart(text: string, { start, end }: Mention): number {
  const part = /^-(\p{Ll}{2,8})(?![\p{L}-])/u.exec(text.slice(end, end + 12))?.[1];
  const isGiven =
    part !== undefined &&
    text.slice(start, end).includes(' ') &&
    !/(?:ed|ish|ing)$/.test(part) &&
    !isCommonWord(part);
  return isGiven ? part.length + 1 : 0;
}

/** How sure it must be that a possessive stands behind a company. */
const likely = 0.7;
/** What a company ends with that bears somebody's name: McDonald's. */
const ofOwner = /^['’]s(?![\p{L}\d])/u;

/** So many places say it for all. */
const mostOwned = 12;

/** Whether a text has a word so often, and at its first places never without the mark of an owner. */
function isAlwaysOwned(text: string, word: string, least: number): boolean {
  let owned = 0;
  for (
    let at = text.indexOf(word);
    at !== -1 && owned < mostOwned;
    at = text.indexOf(word, at + word.length)
  ) {
    if (!ofOwner.test(text.slice(at + word.length, at + word.length + 3))) return false;
    owned += 1;
  }
  return owned >= least;
}

/** Whether the mark behind a name is a part of it and no possessive, as a list has it or the words behind it say. */
function endsWithMark(text: string, { start, end, kind, confidence }: Mention): boolean {
  const behind = text.slice(end, end + 10);
  const name = text.slice(start, end);
  return (
    ofOwner.test(behind) &&
    isListedOrganisation(`${name}'s`) &&
    !isListedOrganisation(name) &&
    ((kind === 'ORG' && confidence >= likely) ||
      (kind === 'PER' && (standsAlone.test(behind.slice(2)) || isAlwaysOwned(text, name, 2))))
  );
}

/** The number and the head of a street that a direction stands before: West | 23rd Street. */
const street = /^ \d{1,3}(?:st|nd|rd|th) (?:Street|St\.|Avenue|Ave\.|Road|Place|Drive)(?!\p{L})/u;
/** An initial that the name of somebody begins with, behind a word in small letters: said D. | Joshua Taylor. */
const initialBefore = /(?:^|\n|[,;:("“] ?|(?:^|\s)\p{Ll}[\p{L}’'-]{0,15} )(\p{Lu}\. )$/u;

/** Whom a body is called after, or whose it is: Palgrave’s | Egyptian Theater. */
const ownerBefore = /(?:^|[\s("“])((\p{Lu}\p{Ll}[\p{L}-]{2,18})['’]s )$/u;

/** Letters before a body that bears the name of somebody of whom nothing else is said. */
function lengthOfOwner(text: string, start: number, name: string): number {
  if (!name.includes(' ') || !isHead(name.split(' ').at(-1) ?? '') || isListedOrganisation(name)) return 0;
  const [, owner = '', word = ''] = ownerBefore.exec(text.slice(Math.max(0, start - 24), start)) ?? [];
  const isKnown =
    (classesOfWord(word) & commonNames) !== 0 ||
    isCommonWord(word) ||
    isListedOrganisation(word) ||
    isFamousPerson(word) ||
    placesNamed(word).length > 0;
  return word !== '' && !isKnown && isAlwaysOwned(text, word, 1) ? owner.length : 0;
}

/** A brand that is called after somebody: Lotte’s | Little Lamps. */
const brandBehind = /^['’]s \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}/u;

/** Whether a given name is nowhere but in front of the rest of a name. */
function isOfBrand(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length))
    if (!brandBehind.test(text.slice(at + name.length, at + name.length + 40))) return false;
  return true;
}

/**
 * A name with what belongs to it beside: the number of a street, the first initial of somebody, the mark of a company.
 */
function withEdges(text: string, mention: Mention): Mention {
  const { start, end, kind } = mention;
  if (endsWithMark(text, mention)) return { ...mention, kind: 'ORG', end: end + 2 };
  if (kind === 'ORG') {
    const more = lengthOfOwner(text, start, text.slice(start, end));
    return more === 0 ? mention : { ...mention, start: start - more };
  }
  if (kind === 'LOC') {
    const more = street.exec(text.slice(end, end + 24))?.[0].length ?? 0;
    return more === 0 ? mention : { ...mention, end: end + more };
  }
  if (kind !== 'PER' || !text.slice(start, end).includes(' ')) return mention;
  const initial = initialBefore.exec(text.slice(Math.max(0, start - 22), start))?.[1];
  return initial === undefined ? mention : { ...mention, start: start - initial.length };
}

/**
 * What links a body to its cause, which is a part of its name: Jackson Foundation | for the | Advancement of Medicine.
 */
const cause = /^ for (?:the )?$/;
/** A district that has an attorney or a court, and the place that it is called after: Manhattan | District Attorney. */
const ofDistrict = / District$/;
const behindDistrict = /^ (?:Attorney|Court|Judge)\b/;
/** A body that the place behind tells: Federal Reserve Bank of Kansas City. */
const bodyOfPlace =
  /(?:^| )(?:Bank|Court|University|College|Institute|Bureau|Department|Ministry|Committee|Council|Museum|School) (?:of|for) /;

/** Bodies that the place behind tells from others of their kind: Chinese University | of | Hong Kong. */
const toldByPlace = wordList(
  'University Bank College Institute Academy Museum Federation Association Library Court',
);
/** A university of a state, whose campus a town behind tells: University of California, | Berkeley. */
const ofState =
  /^(?:The )?(?:University of (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)|(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) State University)$/u;

/** Whether a place is the end of the name of a body before it. */
function endsWithPlace(text: string, body: Mention, place: Mention): boolean {
  if (body.kind !== 'ORG' || place.kind !== 'LOC') return false;
  const name = text.slice(body.start, body.end);
  const link = text.slice(body.end, place.start);
  if (link === ' of ' || link === ' of the ')
    return (
      !name.includes(' of ') &&
      toldByPlace.has(name.slice(name.lastIndexOf(' ') + 1)) &&
      (!name.includes(' ') || !isListedOrganisation(name))
    );
  if (link !== ', ' && link !== '-' && link !== '–') return false;
  const [, ofName, beforeName] = ofState.exec(name) ?? [];
  const state = placesNamed(ofName ?? beforeName ?? '').find(({ state: code }) => code !== undefined)?.state;
  return (
    state !== undefined &&
    placesNamed(text.slice(place.start, place.end)).some(
      (town) => town.kind === 'town' && town.state === state,
    )
  );
}

const isHead = (word: string): boolean => (classesOfWord(word) & organisationHeads) !== 0;
const isDeed = (name: string): boolean => / of /.test(name) && !isHead(name.slice(0, name.indexOf(' ')));

/** Names that go on over a small word: bodies with two fields or a cause, and places such as Bosnia and Herzegovina. */
function joinMentions(text: string, mentions: readonly Mention[]): Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    const isPlace =
      before?.kind === 'LOC' &&
      mention.kind === 'LOC' &&
      /^ (?:and|&) $/.test(text.slice(before.end, mention.start)) &&
      [' and ', ' & '].some(
        (link) =>
          placesNamed(
            `${text.slice(before.start, before.end)}${link}${text.slice(mention.start, mention.end)}`,
          ).length > 0,
      );
    if (before !== undefined && mention.start < before.end) continue;
    const isCause =
      before?.kind === 'ORG' &&
      mention.kind === 'ORG' &&
      cause.test(text.slice(before.end, mention.start)) &&
      isHead(text.slice(before.start, before.end).split(' ').at(-1) ?? '') &&
      isDeed(text.slice(mention.start, mention.end));
    if (before !== undefined && (isPlace || isCause || endsWithPlace(text, before, mention))) {
      joined[joined.length - 1] = { ...before, end: mention.end };
      continue;
    }
    const field =
      mention.kind === 'ORG' && withField.test(text.slice(mention.start, mention.end))
        ? secondField.exec(text.slice(mention.end, mention.end + 60))
        : null;
    const fields = field === null ? [] : [...(field[1] ?? '').split(', ').slice(1), field[2] ?? ''];
    const isField =
      field !== null &&
      fields.every((name) => !isListedOrganisation(name) && name.split(' ').every(isCommonWord));
    const more = isField ? field[0].length : mention.kind === 'PER' ? lengthOfSecondPart(text, mention) : 0;
    joined.push(more === 0 ? mention : { ...mention, end: mention.end + more });
  }
  return joined;
}

/** What tells the capital of the United States from the state is a part of its name: Washington, D.C. */
const district = /^D\.?C\.?$/;
const beforeDistrict = /\bWashington,? $/;

/** Where something lies; regions that are called so have an article: the South. */
const articleBefore = /\b[Tt]he (?:\p{Ll}{1,16} )?$/u;
const directions = wordList('North South East West Northeast Northwest Southeast Southwest');

/** Kinds of English names that the marks beside them tell better than the words do. */
export function mendMentions(text: string, mentions: readonly Mention[]): Mention[] {
  let plurals: ReadonlySet<string> | undefined;
  return joinMentions(text, mentions).flatMap((whole): Mention[] => {
    const mention = withEdges(text, whole);
    const { start, end, kind } = mention;
    const name = text.slice(start, end);
    if (
      kind === 'LOC' &&
      directions.has(name) &&
      !articleBefore.test(text.slice(Math.max(0, start - 24), start))
    )
      return [];
    if (district.test(name) && beforeDistrict.test(text.slice(Math.max(0, start - 12), start))) return [];
    const isDay = text.slice(Math.max(0, start - 3), start).toLowerCase() === 'on ';
    const begins = kind === 'ORG' ? (beforeBody.exec(name)?.[0].length ?? 0) : 0;
    if (
      begins > 0 &&
      beginsSentence.test(text.slice(Math.max(0, start - 4), start)) &&
      !isListedOrganisation(name)
    )
      return [{ ...mention, start: start + begins }];
    const prefix = (prefixed.exec(name) ?? (isDay ? dayBefore.exec(name) : null))?.[0].length ?? 0;
    if (prefix > 0) return [{ ...mention, start: start + prefix }];
    if (kind !== 'ORG' && isWellKnownOrganisation(withoutPoints(name)) && !isSomebody(text, mention, name))
      return [{ ...mention, kind: 'ORG', confidence: byMarks }];
    if (kind === 'PER' && !name.includes(' ') && isOfBrand(text, name)) return [];
    if (kind === 'PER' && (isNameOfRegion(name) || isNameOfTown(name)))
      return [{ ...mention, kind: 'LOC', confidence: Math.max(byMarks, mention.confidence) }];
    if (kind === 'LOC' && bodyOfPlace.test(name) && placesNamed(name).length === 0)
      return [{ ...mention, kind: 'ORG' }];
    if (kind === 'LOC' && ofDistrict.test(name) && behindDistrict.test(text.slice(end, end + 10)))
      return [{ ...mention, end: end - ' District'.length }];
    if (kind === 'LOC' && isFamousPerson(name)) return [{ ...mention, kind: 'PER', confidence: byMarks }];
    const parted = withoutJoin(mention, name);
    if (parted.length !== 1 || parted[0] !== mention) return parted;
    if (kind === 'PER') {
      const mended = withoutWords(text, mention, name);
      if (mended.length !== 1 || mended[0] !== mention) return mended;
    }
    if (
      kind === 'ORG' &&
      (inHeadline.test(name) ||
        saysOf.test(name) ||
        noNames.has(name) ||
        boards.test(name) ||
        noOrganisations.has(name) ||
        officials.test(name))
    )
      return [];
    const behind = text.slice(end, end + 10);
    if (kind === 'ORG' && acronym.test(name)) {
      plurals ??= readPlurals(text);
      return plurals.has(name) && organisationNamed(name)?.isWorldwide !== true ? [] : [mention];
    }
    const before = text.slice(Math.max(0, start - 10), start);
    if (
      isStateForm(stateBehind.exec(behind)?.[1] ?? '') &&
      (beforeTown.test(before) || (isTown(name) && !beginsName.test(before)))
    )
      return [{ ...mention, kind: 'LOC', confidence: Math.max(byMarks, mention.confidence) }];
    if (
      kind === 'ORG' &&
      mention.confidence < guessed &&
      beforePlace.test(before) &&
      organisationNamed(name) === undefined &&
      (isGreatPlace(name) || isNameOfTown(name))
    )
      return [{ ...mention, kind: 'LOC', confidence: byMarks }];
    if (
      kind !== 'PER' &&
      age.test(behind) &&
      beforePerson.test(before) &&
      organisationNamed(name) === undefined &&
      placesNamed(name).length === 0
    )
      return [{ ...mention, kind: 'PER', confidence: byMarks }];
    if (kind !== 'ORG') return [mention];
    const owners = withoutOwned(mention, name);
    if (owners.length !== 1 || owners[0] !== mention) return owners;
    const brand = withoutProduct(mention, name);
    return brand === mention ? withoutJoined(mention, name) : [brand];
  });
}
