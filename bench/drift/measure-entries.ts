/**
 * False alarms and detection of a channel that lists far fewer entries than usual. Takes the dates of recorded feeds
 * (pack `fetching`) and rhythms of its own, makes of each half a year of publishing (gaps of the recorded dates, drawn
 * with replacement), and lists it as channels do: the last so many, of a day, of today, of two days, of a week. Counts
 * alarms of undisturbed months; then cuts each list and measures the hours until the alarm.
 * Usage: node --conditions=newsmill-source bench/drift/measure-entries.ts [ROUNDS]
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { channelRecords } from '../../libs/fetch/src/channels/channel-records.ts';
import { fewEntriesOf, learnSize, type ListSize } from '../../libs/fetch/src/poll/learn-size.ts';
import { packFolder } from '../extraction/pack.ts';
import { randomFrom } from '../../test/newsweb/seeded-random.ts';

const rounds = Number(process.argv[2] ?? 5);
const [hour, day] = [3_600_000, 86_400_000];
const start = Date.UTC(2026, 0, 5);
const days = 180;

/** Gaps between the entries of recorded feeds with eight dates or more, milliseconds; each feed once. */
function recordedGaps(): number[][] {
  const extraction = packFolder();
  if (extraction === undefined) throw new Error('name the folder of the packs in NEWSMILL_BENCH');
  const folder = path.join(path.dirname(extraction), 'fetching', 'inputs');
  const found = new Map<string, number[]>();
  for (const name of readdirSync(folder)) {
    const url = 'https://paper.example/feed';
    const input = { url, headers: {}, bytes: readFileSync(path.join(folder, name)), contentType: undefined };
    const reading = channelRecords.feed.read?.(
      { ...input, maxItems: 50_000, now: start, isFeedOnly: false },
      { kind: 'feed', url },
    );
    const dates = (reading?.entries ?? [])
      .map(({ published, updated }) => Date.parse(published ?? updated ?? ''))
      .filter((date) => date > 0)
      .toSorted((a, b) => a - b);
    if (new Set(dates).size < 8) continue;
    const gaps = dates.slice(1).map((date, at) => date - (dates[at] ?? date));
    found.set(reading?.entries[0]?.url ?? name, gaps);
  }
  return [...found.values()];
}

type Rhythm = (random: () => number) => number[];
const ofGaps =
  (gaps: readonly number[]): Rhythm =>
  (random) => {
    const times: number[] = [];
    for (let at = start; at < start + days * day && times.length < 40_000; ) {
      at += Math.max(60_000, gaps[Math.floor(random() * gaps.length)] ?? hour);
      times.push(at);
    }
    return times;
  };
/** A newsroom: so many entries an hour by hour of the day and day of the week, and a week with a tenth of them. */
const ofRoom =
  (rate: (hourOfDay: number, dayOfWeek: number) => number, holiday: boolean): Rhythm =>
  (random) =>
    Array.from({ length: days * 24 }, (_, at) => at).flatMap((at) => {
      const [hourOfDay, dayOfWeek] = [at % 24, Math.floor(at / 24) % 7];
      const isHoliday = holiday && Math.floor(at / 24) % 60 >= 53;
      const wanted = rate(hourOfDay, dayOfWeek) * (isHoliday ? 0.1 : 1);
      const count = Math.floor(wanted) + Number(random() < wanted % 1);
      return Array.from({ length: count }, () => start + (at + random()) * hour).toSorted((a, b) => a - b);
    });
const isDay = (at: number) => at >= 7 && at < 22;
const rooms: Readonly<Record<string, Rhythm>> = {
  'agency, day and night': ofRoom(() => 4, false),
  'daily, less at night and on Sunday': ofRoom((at, on) => (isDay(at) ? (on === 6 ? 1 : 3) : 0.2), false),
  'weekdays alone': ofRoom((at, on) => (on < 5 && at >= 8 && at < 18 ? 2 : 0), false),
  'weekdays alone, with holidays': ofRoom((at, on) => (on < 5 && at >= 8 && at < 18 ? 2 : 0), true),
  'daily, with holidays': ofRoom((at, on) => (isDay(at) ? (on === 6 ? 1 : 3) : 0.2), true),
};

/** How many entries a channel lists at a time, of what was published before. */
type Listing = (times: readonly number[], upTo: number, now: number) => number;
const since =
  (from: (now: number) => number): Listing =>
  (times, upTo, now) => {
    let count = 0;
    for (let at = upTo - 1; at >= 0 && (times[at] ?? 0) >= from(now); at -= 1) count += 1;
    return count;
  };
const listings: Readonly<Record<string, Listing>> = {
  'the last 20': (_, upTo) => Math.min(20, 20 + upTo),
  'of 24 hours': since((now) => now - day),
  today: since((now) => now - (now % day)),
  'of two days': since((now) => now - 2 * day),
  'of a week': since((now) => now - 7 * day),
};

interface Run {
  readonly times: readonly number[];
  readonly listing: Listing;
  readonly every: number;
  readonly cut?: { readonly at: number; readonly to: (entries: number) => number };
}

/** Days on which an alarm began, and when the first came after the cut, milliseconds. */
function watch({ times, listing, every, cut }: Run) {
  let size: ListSize | undefined;
  let before: number | undefined;
  let listed: number | undefined;
  let [upTo, alarms, isStanding, usual] = [0, 0, false, 0];
  let delay: number | undefined;
  for (let now = start + 8 * day; now < start + days * day; now += every) {
    while ((times[upTo] ?? Infinity) <= now) upTo += 1;
    const whole = listing(times, upTo, now);
    const isCut = cut !== undefined && now >= cut.at;
    const entries = isCut ? cut.to(whole) : whole;
    size = learnSize(size, { entries, now, before, listed });
    [before, listed] = [now, entries];
    const said = fewEntriesOf({ size, lastSuccessAt: now });
    if (said?.isAlarm === true && isCut) delay ??= now - cut.at;
    if (said?.isAlarm === true && !isStanding && !isCut) alarms += 1;
    isStanding = said?.isAlarm === true;
    usual = 2 ** size.level - 1;
    if (delay !== undefined) break;
  }
  return { alarms, delay, usual };
}

const recorded = recordedGaps();
const rhythms: readonly (readonly [string, Rhythm])[] = [
  ...recorded.map((gaps) => [`recorded feeds (${recorded.length})`, ofGaps(gaps)] as const),
  ...Object.entries(rooms),
];
const cuts = {
  'one entry': () => 1,
  'a fifth': (entries: number) => Math.floor(entries / 5),
  half: (entries: number) => Math.floor(entries / 2),
};
const middle = (sorted: readonly number[], share: number) =>
  sorted.length === 0
    ? '-'
    : `${Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) / hour)} h`;

for (const [name, group] of Map.groupBy(rhythms, ([one]) => one))
  for (const [listed, listing] of Object.entries(listings)) {
    let [months, alarms, channels] = [0, 0, 0];
    const delays = Object.fromEntries(Object.keys(cuts).map((cut) => [cut, [] as number[]]));
    for (const [at, [, rhythm]] of group.entries())
      for (let round = 0; round < rounds; round += 1) {
        const random = randomFrom(at * 1_000 + round);
        const times = rhythm(random);
        const every = [hour / 2, hour, 4 * hour, 12 * hour][round % 4] ?? hour;
        const calm = watch({ times, listing, every });
        // Of a list that is always short nothing is told.
        if (calm.usual < 5) continue;
        channels += 1;
        months += (days - 8) / 30;
        alarms += calm.alarms;
        for (const [cut, to] of Object.entries(cuts)) {
          const cutAt = start + 60 * day + random() * 7 * day;
          const { delay } = watch({ times, listing, every, cut: { at: cutAt, to } });
          if (delay !== undefined) delays[cut]?.push(delay);
        }
      }
    if (channels === 0) continue;
    const told = Object.entries(delays).map(([cut, found]) => {
      const sorted = found.toSorted((a, b) => a - b);
      return `${cut}: ${found.length}/${channels}, ${middle(sorted, 0.5)}, ${middle(sorted, 0.9)}`;
    });
    process.stdout.write(
      `${name}, ${listed}: ${alarms} false alarms in ${Math.round(months)} months (${((100 * alarms) / months).toFixed(2)} %); ${told.join('; ')}\n`,
    );
  }
