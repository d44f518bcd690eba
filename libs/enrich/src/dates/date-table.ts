/**
 * What a language says about time, as words of roles. The key of a role is one letter, the code that the
 * grammar reads, and a value: `J-1` says last, `Uweek` week, `Vyear-1` last year in one word. The codes:
 *
 *  d number below 100 in digits · Y year of four digits · n other number · v number in words · o ordinal · r
 *  Roman numeral K whole date in digits · c clock with minutes · z two numbers with a dot between · M month ·
 *  W weekday · w short weekday · R day from today J last/this/next · P early/mid/late · U unit · V unit from
 *  now (last month in one word) · A ago, behind · B ago, in front · F in, of the future S season · D decade ·
 *  X century · H half of a year · q quarter of a year · E era · p in, since (makes a bare month or year a
 *  date) a on, at · f from · t to · u of · h the · & and · b between · e every · m part of the day · g a.m.,
 *  p.m. · k o'clock G day with a name of its own, month * 100 + day · N day and month in digits, alike y l j
 *  i marks behind year, month, day, minute · + speaks of the future · < of the past · | end of a sentence · x
 *  anything else
 *
 * Words are parted by spaces, an underscore is a space inside a phrase, `stem(a|b|)` stands for stem with
 * each ending. A word that counts only with a capital begins with ^, only without one with =.
 */
export interface DateTable {
  /** Order of a date in digits. */
  readonly order: 'mdy' | 'dmy' | 'ymd';
  /** Written without spaces between words. */
  readonly joined?: boolean;
  /** A bare weekday needs a preposition: it is a family name too. */
  readonly shyWeekdays?: boolean;
  /** `2015 founded he`: a year without a preposition in front of a small letter is a date. */
  readonly bareYears?: boolean;
  /** `next Friday` is the Friday of next week, not the coming one. */
  readonly nextIsNextWeek?: boolean;
  /** A weekday behind this article is every such day (French `le lundi`). */
  readonly habit?: string;
  /** Endings of verbs that tell the tense, parted by spaces. */
  readonly futureEndings?: string;
  readonly pastEndings?: string;
  /** Prefixes that are written together with the next word. */
  readonly prefixes?: string;
  /** January to December, parted by semicolons. */
  readonly months: string;
  /** Monday to Sunday, parted by semicolons. */
  readonly weekdays: string;
  /** Letters right behind digits, by role. */
  readonly suffixes: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
}

export const units = [
  'minute',
  'hour',
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
] as const;
export type Unit = (typeof units)[number];

/** What one word, number or sign says. */
export interface Meaning {
  readonly code: string;
  readonly value: number;
  readonly unit?: Unit | undefined;
}
