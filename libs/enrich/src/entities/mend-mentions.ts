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

const acronym = /^[A-Z]{2,6}$/;

/** Letters that the text also has with the s of the plural, as a kind of thing has them and no body: GCSEs, NGOs. */
const readPlurals = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\b[A-Z]{2,6}(?=s\b)/g)].map(([form]) => form));

/** Kinds of English names that the marks beside them tell better than the words do. */
export function mendMentions(text: string, mentions: readonly Mention[]): Mention[] {
  let plurals: ReadonlySet<string> | undefined;
  return mentions.flatMap((mention): Mention[] => {
    const { start, end, kind } = mention;
    const name = text.slice(start, end);
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
    return [mention];
  });
}
