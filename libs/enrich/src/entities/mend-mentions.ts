import { organisationNamed } from '../gazetteer/organisations.ts';
import { placesNamed } from '../gazetteer/places.ts';
import { wordList } from '../gazetteer/word-list.ts';
import type { Mention } from './mention.ts';

/** How sure a kind is that the marks around a name tell. */
const byMarks = 0.8;

/** The age of somebody behind the name: her mother, Dakshaben, 45; */
const age = /^, (?:\d|[1-9]\d|10\d)(?=[;,)])/;
/** What stands before a name in a list of people: her mother, her son and. */
const beforePerson =
  /(?:[,;(]|\band|\b(?:mother|father|son|daughter|wife|husband|brother|sister|child|driver|victim))\s$/;

/** Short forms of states and provinces behind the name of a town, as agencies write them. */
const stateForms = wordList(
  'Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md. Mich. Minn. Miss. Mo. Mont. Neb. Nev. Okla. Ore. Pa. Tenn. Tex. Va. Vt. Wash. Wis. Wyo. Man. Ont. Que. Sask. Alta. N.S. N.B. N.H. N.J. N.M. N.Y. N.C. N.D. S.C. S.D. R.I. W.Va. B.C.',
);
const beforeTown = /\b(?:near|in|from|at|outside|to)\s$/;
const stateBehind = /^, ([A-Z][A-Za-z.]{1,5}\.)/;

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
    'URL HTML HTTP XML PDF JPEG SMS MMS MP AM PM GMT UTC EST EDT PST PDT BST CET OK LOL OMG BFF PhD MBA GED ' +
    'kW MW GW kWh MWh GWh TWh KB MB GB TB MHz GHz mph II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI',
);
/** Several people by what they are: Deputy Ministers, Secretaries of State. */
const officials =
  /^(?:(?:Deputy|Foreign|Prime|Finance|Vice|Assistant|Home|Interior|Defen[cs]e|Health|Education|Chief|Senior|Former|Junior|Cabinet) ){0,3}(?:Ministers|Secretaries|Presidents|Directors|Officers|Members|Judges|Governors|Commissioners|Executives|Ambassadors|Chancellors|Mayors|Councill?ors|Officials|Leaders|Representatives|Delegates)(?: of (?:State|Parliament|Congress)| General)?$/;
/** Where one name ends and something else begins: an article with a capital, an office with what its holder does. */
const nameEnds =
  /,? (?:(?:and|&) )?(?=The [\p{L}.])| (?=(?:CEO|CFO|COO|CTO|Chairman|Chairwoman|Spokesman|Spokeswoman)\b)/u;

/** An organisation without what was joined to it, and the second one that an article with a capital begins. */
function withoutJoined(mention: Mention, name: string): Mention[] {
  const found = name.split(' ').length < fewestJoined ? null : nameEnds.exec(name);
  if (found === null || found.index === 0) return [mention];
  const first = { ...mention, end: mention.start + found.index };
  const second = { ...mention, start: mention.start + found.index + found[0].length };
  return name.slice(found.index + found[0].length).startsWith('The ') ? [first, second] : [first];
}

/** Kinds of English names that the marks beside them tell better than the words do. */
export function mendMentions(text: string, mentions: readonly Mention[]): Mention[] {
  let plurals: ReadonlySet<string> | undefined;
  return mentions.flatMap((mention): Mention[] => {
    const { start, end, kind } = mention;
    const name = text.slice(start, end);
    if (kind === 'ORG' && (noOrganisations.has(name) || officials.test(name))) return [];
    const behind = text.slice(end, end + 10);
    if (kind === 'ORG' && acronym.test(name)) {
      plurals ??= readPlurals(text);
      return plurals.has(name) && organisationNamed(name)?.isWorldwide !== true ? [] : [mention];
    }
    const before = text.slice(Math.max(0, start - 10), start);
    if (kind !== 'LOC' && beforeTown.test(before) && stateForms.has(stateBehind.exec(behind)?.[1] ?? ''))
      return [{ ...mention, kind: 'LOC', confidence: byMarks }];
    if (
      kind !== 'PER' &&
      age.test(behind) &&
      beforePerson.test(before) &&
      organisationNamed(name) === undefined &&
      placesNamed(name).length === 0
    )
      return [{ ...mention, kind: 'PER', confidence: byMarks }];
    return kind === 'ORG' ? withoutJoined(mention, name) : [mention];
  });
}
