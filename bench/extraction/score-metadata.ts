import { withoutInvisible, words } from './score-body.ts';

const conjunctions = ['and', 'und', 'et', 'y', 'i', 'og', 'och', 'en', 'e'].join('|');
/**
 * What stands between two names. Word ends are those of all scripts, so that the last letter of a name is no
 * conjunction.
 */
const separators = new RegExp(`[,;|/•·&\\n]|(?<![\\p{L}\\p{N}_])(?:${conjunctions})(?![\\p{L}\\p{N}_])`, 'u');
const leadIn = /^\s*(?:by|von|par|por|di|door|af|av|text)[:\s]+/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A title or name without case, punctuation and doubled spaces. */
export function plainWords(text: string): string {
  const folded = withoutInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ');
  return (folded.match(words) ?? []).join(' ');
}

/** The set of people that a list of names stands for. */
export function peopleOf(names: readonly string[]): ReadonlySet<string> {
  const people = names.flatMap((name) => name.trim().replace(leadIn, '').split(separators).map(plainWords));
  return new Set(people.filter((person) => person.length > 1));
}

/** F1 of two sets; 1 when both are empty. */
export function setF1(gold: ReadonlySet<string>, found: ReadonlySet<string>): number {
  if (gold.size + found.size === 0) return 1;
  return (2 * [...gold].filter((person) => found.has(person)).length) / (gold.size + found.size);
}

/** The day that a date names, as YYYY-MM-DD: of ISO 8601, or of RFC 5322 as mail writes it. */
export function dayOf(date: string): string | undefined {
  const iso = /(\d{4})[-/](\d{1,2})[-/](\d{1,2})/.exec(date);
  if (iso !== null) return `${iso[1]}-${iso[2]?.padStart(2, '0')}-${iso[3]?.padStart(2, '0')}`;
  const mail = /(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})/i.exec(date);
  const month = months.indexOf(mail?.[2]?.toLowerCase() ?? '') + 1;
  return mail === null || month === 0
    ? undefined
    : `${mail[3]}-${String(month).padStart(2, '0')}-${mail[1]?.padStart(2, '0')}`;
}
