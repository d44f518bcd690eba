import { nameKinds } from '../../../../libs/enrich/src/entities/name-labels.ts';
import { people, towns as allTowns } from './names.ts';

/** A name in a text, in characters; kind as in nameKinds. */
export interface NameSpan {
  start: number;
  end: number;
  kind: number;
}
export interface VariedText {
  text: string;
  spans: NameSpan[] /** Where a character of the old text stands in the new one. */;
  moved: (at: number) => number;
}
export type Chance = () => number;

/** Share of the people named by one word who get a form of address. */
const addressed = 0.15;

const PER = nameKinds.indexOf('PER');
const ORG = nameKinds.indexOf('ORG');
const { given, family } = people();
const towns = allTowns();
const clubs = [
  'United',
  'City',
  'Rovers',
  'Wanderers',
  'Athletic',
  'FC',
  'Tigers',
  'Bulls',
  'Sharks',
  'Giants',
  'Eagles',
  'Rangers',
  'Dynamo',
  'Warriors',
];
// biome-ignore format: a table, read by its rows
const heads = [
  'University', 'College', 'Museum', 'Hospital', 'City Council', 'Police Department', 'Chamber of Commerce',
  'Symphony Orchestra', 'Railway', 'Observer', 'Gazette', 'Institute of Technology', 'Historical Society',
];
const companies = [
  'Inc.',
  'Corp.',
  'Ltd',
  'Group',
  'Holdings',
  '& Co',
  'Industries',
  'Bank',
  'Motors',
  'Records',
  'Pharmaceuticals',
  'Energy',
  'Airlines',
  'Systems',
];

/** What companies of the world write behind their names. */
const companyForms = [
  'AG',
  'PLC',
  'plc',
  'GmbH',
  'S.A.',
  'N.V.',
  'AB',
  'LLC',
  'Co.',
  'SE',
  'Limited',
  'Inc.',
  'Ltd',
];
const formsOfAddress = [
  'Mr',
  'Mrs',
  'Ms',
  'Mr.',
  'Mrs.',
  'Ms.',
  'Dr',
  'Dr.',
  'Miss',
  'Sir',
  'Lord',
  'Lady',
  'Prof.',
  'Judge',
];
/** What a form of address may follow: the beginning of a sentence, a word in small letters that is no article. */
const mayBeAddressed = /(?:^|\n|[.!?]["”]? |(?<!\p{L})(?!(?:the|an?|his|her|its|their|our|my) )\p{Ll}+ )$/u;

function one<T>(list: readonly T[], chance: Chance): T {
  return list[Math.floor(chance() * list.length)]!;
}
/** Frequent names more often than rare ones. */
const early = (list: readonly string[], chance: Chance): string =>
  list[Math.floor(chance() ** 2 * list.length)]!;
const surname = (chance: Chance): string => early(family, chance);
const letters = (chance: Chance): string =>
  Array.from({ length: 2 + Math.floor(chance() * 3) }, () =>
    String.fromCharCode(65 + Math.floor(chance() * 26)),
  ).join('');

function newOrganisation(old: string, others: readonly string[], chance: Chance): string {
  const dice = chance();
  if (/^[A-Z]{2,5}$/.test(old)) return letters(chance);
  if (!old.includes(' '))
    return dice < 0.5
      ? one(others, chance).split(' ')[0]!
      : dice < 0.7
        ? one(towns, chance)
        : surname(chance);
  if (dice < 0.4) return one(others, chance);
  if (dice < 0.55) return `${one(towns, chance)} ${one(heads, chance)}`;
  if (dice < 0.65) return `University of ${one(towns, chance)}`;
  if (dice < 0.75) return `${surname(chance)} ${one(companies, chance)}`;
  if (dice < 0.85)
    return `${one(others, chance).split(' ').slice(0, 2).join(' ')} ${one(companyForms, chance)}`;
  return `${one(towns, chance)} ${one(clubs, chance)}`;
}

/**
 * Puts other names of the same kind in the place of the names of a text: the same new one wherever the old
 * one stood.
 */
export function varyNames(
  text: string,
  spans: readonly NameSpan[],
  others: readonly string[],
  chance: Chance,
): VariedText {
  const words = new Map<string, string>();
  const named = new Map<string, string>();
  const newPerson = (old: string): string => {
    const parts = old.split(' ');
    return parts
      .map((part, index) => {
        if (!/^\p{Lu}/u.test(part) || /^\p{Lu}\.$|^(?:Jr|Sr)\.?$/u.test(part)) return part;
        let fresh = words.get(part);
        if (fresh === undefined)
          words.set(part, (fresh = index === 0 && parts.length > 1 ? early(given, chance) : surname(chance)));
        return fresh;
      })
      .join(' ');
  };
  let out = '';
  let last = 0;
  const shifts: [number, number][] = [];
  const fresh: NameSpan[] = [];
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const old = text.slice(span.start, span.end);
    const key = `${span.kind}:${old}`;
    if (!named.has(key))
      named.set(
        key,
        span.kind === PER
          ? newPerson(old)
          : span.kind === ORG
            ? newOrganisation(old, others, chance)
            : /^(?:[A-Z]\.?){2,4}$/.test(old) || chance() < 0.35
              ? old
              : one(towns, chance),
      );
  }
  for (const span of spans) {
    const old = text.slice(span.start, span.end);
    out += text.slice(last, span.start);
    if (
      span.kind === PER &&
      !old.includes(' ') &&
      chance() < addressed &&
      mayBeAddressed.test(out.slice(-24))
    )
      out += `${one(formsOfAddress, chance)} `;
    shifts.push([span.start, out.length - span.start]);
    const start = out.length;
    out += named.get(`${span.kind}:${old}`)!;
    fresh.push({ start, end: out.length, kind: span.kind });
    last = span.end;
    shifts.push([span.end, out.length - span.end]);
  }
  out += text.slice(last);
  const moved = (at: number): number => {
    let low = 0;
    let high = shifts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shifts[middle]![0] <= at) low = middle + 1;
      else high = middle;
    }
    return at + (low === 0 ? 0 : shifts[low - 1]![1]);
  };
  return { text: out, spans: fresh, moved };
}
