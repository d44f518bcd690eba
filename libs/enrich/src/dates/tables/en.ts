import type { DateTable } from '../date-table.ts';

/** English. */
// biome-ignore format: a table, read by its rows
export const en: DateTable = {
  order: 'mdy',
  nextIsNextWeek: true,
  pastEndings: 'ed',
  months: '^january ^jan; ^february ^feb; ^march ^mar; ^april ^apr; ^may; ^june ^jun; ^july ^jul; ^august ^aug; ^september ^sept ^sep; ^october ^oct; ^november ^nov; ^december ^dec',
  weekdays: '^monday; ^tuesday; ^wednesday; ^thursday; ^friday; ^saturday; ^sunday',
  suffixes: { o: 'st nd rd th', D: 's', g1: 'am', g2: 'pm', q: 'q' },
  roles: {
    w1: '^mon', w2: '^tue ^tues', w3: '^wed', w4: '^thu ^thur ^thurs', w5: '^fri', w6: '^sat', w7: '^sun',
    'R-2': 'day_before_yesterday', 'R-1': 'yesterday last_night',
    R0: 'today tonight this_morning this_afternoon this_evening', R1: 'tomorrow', R2: 'day_after_tomorrow',
    'J-1': 'last past previous', J0: 'this current', J1: 'next coming upcoming',
    P1: 'early beginning_of start_of beginning', P2: 'mid middle_of', P3: 'late end_of',
    Uminute: 'minute minutes', Uhour: 'hour hours', Uday: 'day days', Uweek: 'week', Uweek2: 'weeks',
    Uweekend: 'weekend', Umonth: 'month', Umonth2: 'months', Uquarter: 'quarter', Uhalf: 'half',
    Uyear: 'year', Uyear2: 'years', Udecade: 'decade', Udecade2: 'decades', Ucentury: 'centuries',
    X: 'century', 'A-1': 'ago', A1: 'from_now', F: '', p1: 'in',
    p: 'over since during until till through throughout by before after of between around circa', a: 'on at',
    f: 'from', t: 'to through until till thru', u: 'of', h: 'the', '&': 'and', b: 'between',
    e: 'every each per',
    S1: 'spring', S2: 'summer', S3: 'autumn fall', S4: 'winter',
    G1224: 'christmas_eve', G1225: 'christmas_day', G1226: 'boxing_day', G1231: 'new_year_s_eve',
    G101: 'new_year_s_day', G214: 'valentine_s_day', G1031: 'halloween', G704: 'fourth_of_july',
    o1: 'first', o2: 'second', o3: 'third', o4: 'fourth', o5: 'fifth', o6: 'sixth', o7: 'seventh',
    o8: 'eighth', o9: 'ninth', o10: 'tenth', o11: 'eleventh', o12: 'twelfth', o13: 'thirteenth',
    o14: 'fourteenth', o15: 'fifteenth', o16: 'sixteenth', o17: 'seventeenth', o18: 'eighteenth',
    o19: 'nineteenth', o20: 'twentieth', o21: 'twenty_first',
    m1: 'morning', m2: 'afternoon evening night', k: 'o_clock',
    q1: '^q1', q2: '^q2', q3: '^q3', q4: '^q4', H1: '^h1', H2: '^h2',
    D1920: 'twenties', D1930: 'thirties', D1940: 'forties', D1950: 'fifties', D1960: 'sixties',
    D1970: 'seventies', D1980: 'eighties', D1990: 'nineties',
    '+': 'will would shall =may might plan plans planned due scheduled expected expects to_be set_to upcoming ahead deadline expires hopes intends resumes resume begins starts opens to_begin to_start to_meet to_vote to_decide',
    '<': 'was were had has have said told announced did took went came saw began left won lost made killed fell rose died reported found met',
  },
};
