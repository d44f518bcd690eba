import { classesOfName, nameClass } from '../gazetteer/name-classes.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { hashText } from './hash-text.ts';
import type { NameKind } from './name-labels.ts';

/** What an apposition says a name is; things are neither people nor bodies nor places. */
export type ToldKind = NameKind | 'thing';

const bodies = wordList(
  'company firm startup start-up publisher retailer chain manufacturer maker carmaker automaker airline bank insurer lender charity nonprofit ' +
    'non-profit organisation organization agency watchdog regulator union party newspaper magazine newsletter website broadcaster network ' +
    'band orchestra choir club university college brand label consultancy brewery distillery cooperative coalition alliance federation ' +
    'association league foundation institute subsidiary conglomerate militia think-tank thinktank',
);
const places = wordList(
  'city town village suburb neighborhood neighbourhood district province county island archipelago resort river lake mountain valley ' +
    'peninsula municipality hamlet borough parish',
);
const things = wordList(
  'film movie novel book song album single series sitcom show drama comedy musical documentary thriller play opera game videogame app ' +
    'device smartphone phone tablet laptop car suv truck sedan drug vaccine medication antibiotic hurricane storm typhoon cyclone ship ' +
    'vessel yacht ferry frigate submarine missile aircraft jet rocket spacecraft satellite probe virus disease festival tournament ' +
    'language software toy cocktail',
);
/** What an article begins behind a name: X, a maker of toys; X is a maker; X (a maker). */
const behindName =
  /^(?:, (?:which |who )?(?:is |was )?| is | was | \()(?:an?|the) ((?:[\p{L}\p{N}'’-]{1,20} ){0,5}[\p{L}'’-]{2,20})/u;
/** Words that end the noun and its adjectives. */
const endsNoun =
  /^(?:in|of|for|at|by|from|who|that|which|with|and|or|on|to|where|when|whose|near|about|is|was|has|had|based|owned|founded|called|named|known|set|run|led|made)$/;

/** What the words behind a name say that it is. */
export function kindInApposition(behind: string): ToldKind | undefined {
  const found = behindName.exec(behind)?.[1];
  if (found === undefined) return undefined;
  const words = found.toLowerCase().split(' ');
  const end = words.findIndex((word) => endsNoun.test(word));
  const head = (end < 0 ? words.at(-1) : words[end - 1]) ?? '';
  if (bodies.has(head)) return 'ORG';
  if (places.has(head)) return 'LOC';
  if (things.has(head)) return 'thing';
  return (classesOfName(hashText(head)) & nameClass.role) === 0 ? undefined : 'PER';
}
