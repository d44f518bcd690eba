import type { DateTable } from '../date-table.ts';

/** Spanish. */
// biome-ignore format: a table, read by its rows
export const es: DateTable = {
  order: 'dmy',
  futureEndings: 'rá rán',
  pastEndings: 'ó aron ieron',
  months: 'enero ene; febrero feb; marzo; abril abr; mayo; junio jun; julio jul; agosto ago; septiembre setiembre sept; octubre oct; noviembre nov; diciembre dic',
  weekdays: 'lunes; martes; miércoles; jueves; viernes; sábado; domingo',
  suffixes: { o: 'º ª', k: 'h' },
  roles: {
    'R-2': 'anteayer antier', 'R-1': 'ayer anoche', R0: 'hoy esta_mañana esta_tarde esta_noche', R1: 'mañana',
    R2: 'pasado_mañana',
    'J-1': 'pasado pasada último última', J0: 'este esta', J1: 'próximo próxima que_viene',
    P1: 'principios_de inicios_de comienzos_de principios', P2: 'mediados_de mediados mitad_de',
    P3: 'finales_de finales fines_de',
    Uminute: 'minuto(|s)', Uhour: 'hora horas', Uday: 'día(|s)', Uweek: 'semana', Uweek2: 'semanas',
    Uweekend: 'fin_de_semana', Umonth: 'mes', Umonth2: 'meses', Uquarter: 'trimestre', Uhalf: 'semestre',
    Uyear: 'año', Uyear2: 'años', Udecade: 'década', Udecade2: 'décadas',
    X: 'siglo', B: 'hace', F: 'dentro_de', p: 'en desde hasta durante antes_de después_de para hacia a',
    a: 'el al', f: 'del de desde entre', t: 'al a hasta hasta_el', u: 'de del', h: 'el la las', '&': 'y',
    b: 'entre', e: 'cada todos_los los',
    S1: 'primavera', S2: 'verano', S3: 'otoño', S4: 'invierno',
    G1225: 'día_de_navidad', G1224: 'nochebuena', G1231: 'nochevieja', G101: 'año_nuevo',
    G106: 'día_de_reyes',
    o1: 'primer primero primera', o2: 'segundo segunda', o3: 'tercer tercero tercera', o4: 'cuarto cuarta',
    m1: 'la_mañana madrugada', m2: 'tarde noche', k: 'horas h', q1: '^t1',
    '+': 'va_a van_a previsto prevista vence',
    '<': 'fue fueron era había ha han dijo',
  },
};
