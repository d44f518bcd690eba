import type { DateTable } from '../date-table.ts';

/** German. */
// biome-ignore format: a table, read by its rows
export const de: DateTable = {
  order: 'dmy',
  shyWeekdays: true,
  bareYears: true,
  months: '^januar(|s) ^jänner(|s) ^jan; ^februar(|s) ^feber ^feb ^febr; ^märz(|es) ^mrz; ^april(|s) ^apr; ^mai(|s); ^juni(|s) ^jun; ^juli(|s) ^jul; ^august(|s) ^aug; ^september(|s) ^sept ^sep; ^oktober(|s) ^okt; ^november(|s) ^nov; ^dezember(|s) ^dez',
  weekdays: '^montag(|abend|morgen|vormittag|nachmittag|nacht|mittag); ^dienstag(|abend|morgen|vormittag|nachmittag|nacht|mittag); ^mittwoch(|abend|morgen|vormittag|nachmittag|nacht|mittag); ^donnerstag(|abend|morgen|vormittag|nachmittag|nacht|mittag); ^freitag(|abend|morgen|vormittag|nachmittag|nacht|mittag); ^samstag(|abend|morgen|vormittag|nachmittag|nacht|mittag) ^sonnabend; ^sonntag(|abend|morgen|vormittag|nachmittag|nacht|mittag)',
  suffixes: { D: 'er', k: 'uhr' },
  roles: {
    w1: '^mo', w2: '^di', w3: '^mi', w4: '^do', w5: '^fr', w6: '^sa', w7: '^so',
    'R-2': 'vorgestern', 'R-1': 'gestern', R0: 'heute', R1: '=morgen', R2: 'übermorgen',
    'J-1': 'letzte(|n|r|s|m) vergangene(|n|r|s|m) vorige(|n|r|s|m)', J0: 'diese(|n|r|s|m) laufende(|n|r|s|m)',
    J1: 'nächste(|n|r|s|m) kommende(|n|r|s|m)',
    P1: '^anfang ^beginn', P2: '^mitte', P3: '^ende',
    Uminute: 'minute(|n)', Uhour: 'stunde(|n)', Uday: 'tag(|e|en|es)', Uweek: 'woche', Uweek2: 'wochen',
    Uweekend: 'wochenende(|s)', Umonth: 'monat(|s)', Umonth2: 'monat(e|en)',
    Uquarter: 'quartal(|s) vierteljahr(|es)', Uhalf: 'halbjahr(|s|es) jahreshälfte', Uyear: 'jahr(|es)',
    Uyear2: 'jahr(e|en)', Udecade: 'jahrzehnt(|s)', Udecade2: 'jahrzehnt(e|en)',
    X: 'jahrhundert(|s|en)', B: 'vor', p1: 'in', p: 'im aus seit bis ab ins zum gegen um nach anfang',
    a: 'am an', f: 'von vom zwischen', t: 'bis bis_zum', u: 'des der', h: 'den dem die das', '&': 'und',
    b: 'zwischen', e: 'jede(|n|r|s|m) pro',
    S1: '^frühjahr(|s) ^frühling(|s)', S2: '^sommer(|s)', S3: '^herbst(|s|es)', S4: '^winter(|s)',
    G1224: 'heiligabend', G1225: 'ersten_weihnachtstag', G1226: 'zweiten_weihnachtstag', G1231: 'silvester',
    G101: 'neujahr neujahrstag', G1003: 'tag_der_deutschen_einheit',
    o1: 'erste(|n|r|s|m)', o2: 'zweite(|n|r|s|m)', o3: 'dritte(|n|r|s|m)', o4: 'vierte(|n|r|s|m)',
    o5: 'fünfte(|n|r|s|m)',
    m1: '^morgen vormittag früh', m2: 'abend nachmittag nacht mittag', k: '^uhr',
    D1920: 'zwanziger', D1930: 'dreißiger', D1940: 'vierziger', D1950: 'fünfziger', D1960: 'sechziger',
    D1970: 'siebziger', D1980: 'achtziger', D1990: 'neunziger',
    q1: '^q1', q2: '^q2', q3: '^q3', q4: '^q4',
    '+': 'wird werden werde soll sollen will wollen geplant voraussichtlich beginnt startet endet läuft ansteht',
    '<': 'wurde wurden war waren hat haben hatte hatten sagte sagten teilte teilten erklärte kam ging ist sind lag starb fiel stieg mitteilte',
  },
};
