import type { DateTable } from '../date-table.ts';

/** Dutch. */
// biome-ignore format: a table, read by its rows
export const nl: DateTable = {
  order: 'dmy',
  months: 'januari jan; februari feb; maart mrt; april apr; mei; juni jun; juli jul; augustus aug; september sept; oktober okt; november nov; december dec',
  weekdays: 'maandag(|avond|ochtend|middag|morgen|nacht); dinsdag(|avond|ochtend|middag|morgen|nacht); woensdag(|avond|ochtend|middag|morgen|nacht); donderdag(|avond|ochtend|middag|morgen|nacht); vrijdag(|avond|ochtend|middag|morgen|nacht); zaterdag(|avond|ochtend|middag|morgen|nacht); zondag(|avond|ochtend|middag|morgen|nacht)',
  suffixes: { o: 'e de ste', k: 'u uur' },
  roles: {
    'R-2': 'eergisteren', 'R-1': 'gisteren gister(avond|middag|ochtend|nacht)',
    R0: 'vandaag vanavond vanmiddag vanochtend vanmorgen vannacht', R1: 'morgen(|avond|ochtend|middag)',
    R2: 'overmorgen',
    'J-1': 'vorig vorige afgelopen verleden', J0: 'dit deze',
    J1: 'volgend volgende komend komende aanstaande',
    P1: 'begin begin_van', P2: 'medio midden', P3: 'eind eind_van einde_van',
    Uminute: 'minuut minuten', Uhour: 'uren', Uday: 'dag dagen', Uweek: 'week', Uweek2: 'weken',
    Uweekend: 'weekend', Umonth: 'maand', Umonth2: 'maanden', Uquarter: 'kwartaal', Uhalf: 'helft halfjaar',
    Uyear: 'jaar', Uyear2: 'jaren', Udecade: 'decennium', Udecade2: 'decennia',
    X: 'eeuw', 'A-1': 'geleden', F: 'over binnen', p: 'in uit sinds tot vanaf rond voor na per begin',
    a: 'op om', f: 'van tussen', t: 'tot tot_en_met t_m', u: 'van', h: 'de het', '&': 'en', b: 'tussen',
    e: 'elke iedere ieder elk',
    S1: 'voorjaar lente', S2: 'zomer', S3: 'najaar herfst', S4: 'winter',
    G1225: 'eerste_kerstdag', G1226: 'tweede_kerstdag', G1224: 'kerstavond',
    G1231: 'oudejaarsavond oudejaarsdag', G101: 'nieuwjaarsdag', G427: 'koningsdag',
    o1: 'eerste', o2: 'tweede', o3: 'derde', o4: 'vierde', o19: 'negentiende', o20: 'twintigste',
    m1: 'ochtend', m2: 'avond middag nacht', k: 'uur',
    '+': 'zal zullen gaat gaan moet moeten wordt worden gepland verwacht begint',
    '<': 'werd werden was waren had hadden heeft hebben zei zeiden liep stierf viel is',
  },
};
