/** Names of days and months, and of units, in one language, as they are written. */
export interface MeasureWords {
  readonly calendar: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

const known = new Map<string, MeasureWords>();

/** Numbers that between them take every plural form that units have. */
const numbers = [1, 2, 5, 21, 1_000_000, 2_000_000, 5_000_000, 1_000_000_000, 5_000_000_000];
const unitNames = [
  ...['second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'percent', 'degree'],
  ...['millimeter', 'centimeter', 'meter', 'kilometer', 'inch', 'foot', 'yard', 'mile'],
  ...['bit', 'byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'],
  ...['gram', 'kilogram', 'ounce', 'pound', 'acre', 'hectare', 'milliliter', 'liter', 'gallon'],
];
const currencies = ['EUR', 'GBP', 'JPY', 'CNY', 'RUB', 'INR', 'KRW', 'PLN'];
const calendarForms = [
  { weekday: 'long' },
  { weekday: 'short' },
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
] as const satisfies readonly Intl.DateTimeFormatOptions[];

/** A day of each month, and the days of a week. */
const daysAndMonths = [
  ...Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1)),
  ...Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day)),
];

/** Spelt both ways, and with the lakhs and crores of India. */
const english = ['en', 'en-GB', 'en-IN'];
/** What the platform has no names for. */
const others: Readonly<Partial<Record<string, readonly string[]>>> = {
  en: ['ton', 'tons', 'tonne', 'tonnes', 'Rs', 'BC', 'BCE'],
};

/** The form with a capital too, as it stands where a sentence begins. */
const withCapital = (word: string): string[] => [word, word.charAt(0).toUpperCase() + word.slice(1)];

/** A single word, without the point of a short form; none where a name has several. */
function singleWord(text: string): string[] {
  const word = text.trim().replace(/\.$/, '');
  return /^[\p{L}\p{M}'’-]{2,40}$/u.test(word) ? withCapital(word.normalize('NFKC')) : [];
}

function readCalendar(language: string): Set<string> {
  const words = new Set<string>();
  for (const form of calendarForms) {
    const format = new Intl.DateTimeFormat(language, { ...form, calendar: 'gregory', timeZone: 'UTC' });
    for (const day of daysAndMonths)
      for (const { type, value } of format.formatToParts(day))
        if (type === 'weekday' || type === 'month') for (const word of singleWord(value)) words.add(word);
  }
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const days of [-1, 0, 1]) for (const word of singleWord(relative.format(days, 'day'))) words.add(word);
  return words;
}

/** Of the numbers that take the same plural form, the first: the others give the same names. */
function pluralsOf(language: string): number[] {
  const rules = new Intl.PluralRules(language);
  return [...new Map(numbers.toReversed().map((number) => [rules.select(number), number])).values()];
}

function readUnits(language: string): Set<string> {
  const words = new Set<string>();
  const take = (format: Intl.NumberFormat, number: number): void => {
    for (const { type, value } of format.formatToParts(number))
      if (type === 'unit' || type === 'compact' || type === 'currency' || type === 'literal')
        for (const word of singleWord(value)) words.add(word);
  };
  const plurals = pluralsOf(language);
  const named = [
    ...unitNames.map((unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })),
    ...currencies.map(
      (currency) =>
        new Intl.NumberFormat(language, {
          style: 'currency',
          currency,
          currencyDisplay: 'name',
          maximumFractionDigits: 0,
        }),
    ),
  ];
  for (const format of named) for (const number of plurals) take(format, number);
  for (const compactDisplay of ['long', 'short'] as const) {
    const format = new Intl.NumberFormat(language, { notation: 'compact', compactDisplay });
    for (const number of numbers) take(format, number);
  }
  return words;
}

/** Units that CLDR has no names for: of the smaller ones it knows seconds alone. */
const smaller = ['millisecond', 'microsecond', 'nanosecond'];

/**
 * Names of units made of the prefix of a part of a second, as its language writes it: `миллиграмм` of `миллисекунда`,
 * `секунда` and `грамм`.
 */
function readSmallerUnits(language: string): string[] {
  const plurals = pluralsOf(language);
  const namesOf = (unit: string): string[] => {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
    return plurals.flatMap((number) =>
      format.formatToParts(number).flatMap(({ type, value }) => (type === 'unit' ? singleWord(value) : [])),
    );
  };
  const seconds = new Set(namesOf('second'));
  const prefixes = new Set(
    smaller.flatMap(namesOf).flatMap((name) => {
      const second = [...seconds].find((whole) => name.endsWith(whole));
      return second === undefined || second === name ? [] : [name.slice(0, -second.length)];
    }),
  );
  const whole = ['gram', 'meter', 'liter'].flatMap(namesOf);
  return [...prefixes].flatMap((prefix) => whole.map((name) => prefix + name));
}

/**
 * Words that count or date what a text is about, and are never it: from CLDR, as the platform has it. Read
 * once for each language, in some ten milliseconds.
 */
export function measureWordsOf(language: string): MeasureWords {
  const found = known.get(language);
  if (found !== undefined) return found;
  // Of a language that the platform does not know, it would give the words of that of the machine.
  const tags = Intl.DateTimeFormat.supportedLocalesOf(language === 'en' ? english : language);
  const made = {
    calendar: new Set(tags.flatMap((tag) => [...readCalendar(tag)])),
    units: new Set([
      ...tags.flatMap((tag) => [...readUnits(tag), ...readSmallerUnits(tag)]),
      ...(others[language] ?? []).flatMap(withCapital),
    ]),
  };
  known.set(language, made);
  return made;
}
