import type { DateTable } from '../date-table.ts';

/** French. */
// biome-ignore format: a table, read by its rows
export const fr: DateTable = {
  order: 'dmy',
  habit: 'le',
  futureEndings: 'era ira ora dra tra eront iront dront',
  months: 'janvier janv; février févr fév; =mars; avril avr; mai; juin; juillet juil; août; septembre sept; octobre oct; novembre nov; décembre déc',
  weekdays: 'lundi; mardi; mercredi; jeudi; vendredi; samedi; dimanche',
  suffixes: { o: 'er e ème ième nd', k: 'h' },
  roles: {
    'R-2': 'avant-hier', 'R-1': 'hier', R0: 'aujourd_hui', R1: 'demain', R2: 'après-demain',
    'J-1': 'dernier dernière passé passée', J0: 'ce cet cette', J1: 'prochain prochaine',
    P1: 'début_de début_d début au_début_de au_début_du', P2: 'mi milieu_de milieu_d à_la_mi',
    P3: 'fin fin_de fin_d à_la_fin_de',
    Uminute: 'minute(|s)', Uhour: 'heure heures', Uday: 'jour(|s)', Uweek: 'semaine', Uweek2: 'semaines',
    Uweekend: 'week-end(|s)', Umonth: 'mois', Uquarter: 'trimestre', Uhalf: 'semestre', Uyear: 'an année',
    Uyear2: 'ans années', Udecade: 'décennie', Udecade2: 'décennies',
    X: 'siècle', B: 'il_y_a voici voilà', F: 'dans d_ici',
    p: 'en depuis jusqu_en jusqu_à avant après dès vers pour', a: 'à au pour', f: 'du de des entre',
    t: 'au à jusqu_au', u: 'de du d l', h: 'le la', '&': 'et', b: 'entre', e: 'chaque tous_les les',
    S1: 'printemps', S2: 'été', S3: 'automne', S4: 'hiver',
    G1225: 'jour_de_noël', G1224: 'réveillon_de_noël veille_de_noël', G101: 'jour_de_l_an',
    G1231: 'saint-sylvestre',
    o1: 'premier première 1er', o2: 'deuxième second seconde', o3: 'troisième', o4: 'quatrième',
    o18: 'dix-huitième', o19: 'dix-neuvième', o20: 'vingtième',
    m1: 'matin matinée', m2: 'après-midi soir soirée nuit', k: 'h', q1: '^t1', q2: '^t2', q3: '^t3',
    q4: '^t4',
    '+': 'sera seront aura auront devrait devraient doit doivent va vont prévu prévue prévus pourra pourront',
    '<': 'a ont était étaient avait est sont annoncé déclaré affirmé dit indiqué précisé s_est',
  },
};
