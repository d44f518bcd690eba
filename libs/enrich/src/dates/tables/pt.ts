import type { DateTable } from '../date-table.ts';

/** Portuguese of Brazil and Portugal. */
// biome-ignore format: a table, read by its rows
export const pt: DateTable = {
  order: 'dmy',
  futureEndings: 'rá rão',
  pastEndings: 'ou aram eram iu',
  months: 'janeiro jan; fevereiro fev; março; abril abr; maio; junho jun; julho jul; agosto ago; setembro; outubro out; novembro nov; dezembro',
  weekdays: 'segunda-feira; terça-feira; quarta-feira; quinta-feira; sexta-feira; sábado; domingo',
  suffixes: { o: 'º ª', k: 'h horas' },
  roles: {
    w1: 'segunda', w2: 'terça', w3: 'quarta', w4: 'quinta', w5: 'sexta',
    'R-2': 'anteontem', 'R-1': 'ontem', R0: 'hoje', R1: 'amanhã', R2: 'depois_de_amanhã',
    'J-1': 'passado passada último última', J0: 'este esta neste nesta deste desta',
    J1: 'próximo próxima que_vem',
    P1: 'início_de início_do início começo_de começo', P2: 'meados_de meados',
    P3: 'fim_de fim_do fim final_de final_do',
    Uminute: 'minuto(|s)', Uhour: 'hora horas', Uday: 'dia(|s)', Uweek: 'semana', Uweek2: 'semanas',
    Uweekend: 'fim_de_semana', Umonth: 'mês', Umonth2: 'meses', Uquarter: 'trimestre', Uhalf: 'semestre',
    Uyear: 'ano', Uyear2: 'anos', Udecade: 'década', Udecade2: 'décadas',
    X: 'século', B: 'há', 'A-1': 'atrás', F: 'daqui_a dentro_de',
    p: 'em desde até durante antes_de depois_de após para', a: 'no na nos nas às ao', f: 'de do da entre',
    t: 'a até ao à', u: 'de do da', h: 'o a os as', '&': 'e', b: 'entre',
    e: 'cada todas_as todos_os toda todo',
    S1: 'primavera', S2: 'verão', S3: 'outono', S4: 'inverno',
    G1225: 'dia_de_natal', G1224: 'véspera_de_natal', G101: 'ano-novo', G1231: 'véspera_de_ano-novo',
    G907: 'sete_de_setembro',
    o1: 'primeiro primeira', o2: 'segundo', o3: 'terceiro terceira', o4: 'quarto',
    m1: 'manhã madrugada', m2: 'à_tarde tarde à_noite noite', k: 'horas h',
    '+': 'deve devem vai vão previsto prevista',
    '<': 'foi foram era tinha disse fez morreu',
  },
};
