import { loadModel } from '@newsmill/models';
import { people, towns as allTowns } from './names.ts';
import { nameKinds } from '../../../../libs/enrich/src/entities/name-labels.ts';
import type { Chance, NameSpan } from './vary-names.ts';

const PER = nameKinds.indexOf('PER');
const ORG = nameKinds.indexOf('ORG');
const LOC = nameKinds.indexOf('LOC');
const { given, family } = people();
const towns = allTowns().slice(0, 9_000);
const countries = (loadModel('places').text('regions').split('\n\n')[0] ?? '')
  .split('\n')
  .filter((line) => /^[^\t]+\t[A-Z]{2}\t/.test(line))
  .map((line) => line.slice(0, line.indexOf('\t')));
const clubs = [
  'United',
  'City',
  'Rovers',
  'Athletic',
  'Tigers',
  'Giants',
  'Eagles',
  'Rangers',
  'Dynamo',
  'Hotspur',
  'Wednesday',
  'Villa',
  'Albion',
];
const sports = [
  'SOCCER',
  'TENNIS',
  'CRICKET',
  'BASEBALL',
  'BASKETBALL',
  'GOLF',
  'CYCLING',
  'RUGBY UNION',
  'ICE HOCKEY',
  'ATHLETICS',
  'BOXING',
];
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const agencies = ['Reuters', 'AP', 'AFP', 'Xinhua', 'dpa', 'PA'];

/**
 * Pages of results and short reports as agencies send them, made up from templates and the gazetteers: there
 * a town is a club, which running text seldom shows. Words in braces are names; the letter says the kind.
 */
const templates = [
  '{T} {n} {T} {n}',
  '{T} {n} {T} {n}',
  '{T} {n} {n} {n} {n} .{n}{n}',
  '{T} {n} {n} {n} {n} {n} {n} {n}',
  '{C} {n} {C} {n}',
  '{T} ({n}) {n} {T} ({n}) {n}',
  '{T} at {T}',
  '{T} AT {T}',
  '{n}. {P} ({C}) {n}:{n}.{n}',
  '{n}. {P} ({C}) {n} points',
  '{P} ({C}) beat {P} ({C}) 6-{n} 6-{n}',
  '{n} - {P} ({C}) bt {P} ({C}) 7-6 6-{n}',
  '{P} {n} {n}, {P} {n} {n}',
  '{S} c {S} b {S} {n}',
  '{P} lbw {S} {n}',
  '{P} b {S} {n}',
  '{n} {P}, {T}, {n}',
  '{P}, {T}, {n}',
  '{T} beat {T} {n}-{n} on {d}.',
  '{P} scored twice as {T} beat {T} {n}-{n}.',
  '{T} lost {n}-{n} to {T} in the league on {d}.',
  '{T} striker {P} signed for {T} on {d}.',
  'At {L}: {T} {n} {T} {n}',
  '{C} beat {C} {n}-{n} in a World Cup qualifier in {L} on {d}.',
  '{P} of {C} beat {P} of {C} in the final.',
  '{T} have signed {P} from {T} for {n} million pounds.',
  'The {T} coach, {P}, said {S} was fit.',
  '{P} (for {T}) and {P} (for {T}) scored.',
  '{T} beat {T} by {n} runs at {L} on {d}.',
  '{T} drew with {T} at {L}.',
  "{T} and {T} share {n} points after {d}'s match in {L}.",
  '{T} midfielder {P} will miss the match at {T} with a knee injury.',
  'Halftime {n}-{n}. Scorers: {T} - {P} ({n}). {T} - {P} ({n}). Attendance: {n},000',
  '{A} - {T} BEAT {T} {n}-{n}.',
  '{A} - {P} TO MISS {C} TOUR.',
  '{A} - RESULTS OF {C} FIRST DIVISION MATCHES.',
  '{L}, {C} - Leading scores after the first round:',
  '{A} - {P} WINS IN {L}.',
  '{A} - {C} NAME SQUAD FOR TOUR OF {C}.',
  '{L}, {C} ({g}) - {P} said on {d} that {C} would play {C}.',
  '{L} 1996-{n}-{n}',
  '{P}',
  '{L} ({g}) - Results of matches on {d}:',
  '{L}, {C} -',
  '{g}, {L}',
];

function filled(template: string, chance: Chance): { text: string; spans: NameSpan[] } {
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const surname = (): string => family[Math.floor(chance() ** 2 * family.length)]!;
  const isUpper = template.startsWith('{A}');
  const spans: NameSpan[] = [];
  let text = '';
  let last = 0;
  const put = (name: string, kind: number): void => {
    const own = isUpper ? name.toUpperCase() : name;
    spans.push({ start: text.length, end: text.length + own.length, kind });
    text += own;
  };
  for (const match of template.matchAll(/\{(\w)\}/g)) {
    text += template.slice(last, match.index);
    last = match.index + match[0].length;
    const what = match[1];
    if (what === 'T') put(chance() < 0.75 ? one(towns) : `${one(towns)} ${one(clubs)}`, ORG);
    else if (what === 'C') put(one(countries), LOC);
    else if (what === 'L') put(isUpper || chance() < 0.6 ? one(towns) : one(towns).toUpperCase(), LOC);
    else if (what === 'P') put(`${given[Math.floor(chance() ** 2 * given.length)]!} ${surname()}`, PER);
    else if (what === 'S') put(surname(), PER);
    else if (what === 'g') put(one(agencies), ORG);
    else text += what === 'A' ? one(sports) : what === 'd' ? one(days) : String(Math.floor(chance() * 90));
  }
  return { text: text + template.slice(last), spans };
}

/** One made-up page: some lines of each of a few templates. */
export function writeSportsWire(chance: Chance): { text: string; spans: NameSpan[] } {
  let text = '';
  const spans: NameSpan[] = [];
  for (let block = 0; block < 5; block += 1) {
    const template = templates[Math.floor(chance() * templates.length)]!;
    for (let line = 0; line < (/^\{[TCPn]\}/.test(template) ? 4 : 1); line += 1) {
      const made = filled(template, chance);
      spans.push(
        ...made.spans.map(({ start, end, kind }) => ({
          start: start + text.length,
          end: end + text.length,
          kind,
        })),
      );
      text += `${made.text}\n`;
    }
  }
  return { text, spans };
}
