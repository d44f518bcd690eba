import type { DateTable } from '../date-table.ts';

/** Italian. */
// biome-ignore format: a table, read by its rows
export const it: DateTable = {
  order: 'dmy',
  futureEndings: 'rà ranno',
  months: 'gennaio gen genn; febbraio feb febbr; marzo; aprile apr; maggio mag; giugno giu; luglio lug; agosto ago; settembre sett; ottobre ott; novembre nov; dicembre dic',
  weekdays: 'lunedì; martedì; mercoledì; giovedì; venerdì; sabato; domenica',
  suffixes: { o: 'º ª °' },
  roles: {
    'R-2': 'altro_ieri ieri_l_altro', 'R-1': 'ieri', R0: 'oggi stasera stamattina stamani stanotte',
    R1: 'domani', R2: 'dopodomani',
    'J-1': 'scorso scorsa ultimo ultima passato passata', J0: 'questo questa quest', J1: 'prossimo prossima',
    P1: 'inizio_di inizio inizi_di inizi', P2: 'metà_di metà_del metà', P3: 'fine_di fine',
    Uminute: 'minuto minuti', Uhour: 'ora ore', Uday: 'giorno giorni', Uweek: 'settimana',
    Uweek2: 'settimane', Uweekend: 'fine_settimana weekend week-end', Umonth: 'mese', Umonth2: 'mesi',
    Uquarter: 'trimestre', Uhalf: 'semestre', Uyear: 'anno', Uyear2: 'anni', Udecade: 'decennio',
    Udecade2: 'decenni',
    X: 'secolo', 'A-1': 'fa', F: 'tra fra',
    p: 'nel nell in a ad da dal entro dopo prima_del per fino_al dall', a: 'di alle il al', f: 'dal da',
    t: 'al a fino_a fino_al', u: 'di del dell dello', h: 'il la i gli l lo', '&': 'e', e: 'ogni',
    S1: 'primavera', S2: 'estate', S3: 'autunno', S4: 'inverno',
    G1225: 'natale', G1224: 'vigilia_di_natale', G101: 'capodanno', G1231: 'san_silvestro',
    G815: 'ferragosto', G501: 'primo_maggio',
    o1: 'primo prima', o2: 'secondo seconda', o3: 'terzo terza', o4: 'quarto quarta', o19: 'diciannovesimo',
    o20: 'ventesimo',
    m1: 'mattina mattino', m2: 'pomeriggio sera notte', k: '',
    '+': 'dovrebbe dovrebbero previsto prevista scadenza',
    '<': 'è stato era ha hanno aveva fu detto dichiarato annunciato riferito',
  },
};
