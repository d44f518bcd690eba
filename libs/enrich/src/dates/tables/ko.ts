import type { DateTable } from '../date-table.ts';

/** Korean: spaced, but particles are glued to the words, so it is read like a language without spaces. */
// biome-ignore format: a table, read by its rows
export const ko: DateTable = {
  order: 'ymd',
  joined: true,
  months: '',
  weekdays: '월요일; 화요일; 수요일; 목요일; 금요일; 토요일; 일요일',
  suffixes: {},
  roles: {
    'R-2': '그저께 그제 엊그제', 'R-1': '어제 어젯밤', R0: '오늘', R1: '내일', R2: '모레',
    'Vyear-2': '재작년', 'Vyear-1': '작년 지난해', Vyear0: '올해 금년', Vyear1: '내년', 'Vmonth-1': '지난달 지난_달',
    Vmonth0: '이달 이번_달', Vmonth1: '다음_달 다음달 내달', 'Vweek-1': '지난주 지난_주', Vweek0: '이번_주 이번주 금주',
    Vweek1: '다음_주 다음주 내주', 'Vweekend-1': '지난_주말', Vweekend0: '이번_주말', 'Vquarter-1': '지난_분기',
    Uminute: '분전', Uhour: '시간', Uweek: '주 주일', Umonth: '개월 달', Uquarter: '분기', yyear: '년', l: '월', j: '일',
    X: '세기', D0: '년대',
    'A-1': '전', A1: '후', h: '제', t: '부터 에서 ~ ∼ ～', m1: '오전 새벽 아침', m2: '오후 저녁 밤', k: '시', i: '분', P1: '초',
    P2: '중순 중반', P3: '말 하순', H1: '상반기', H2: '하반기', S1: '봄', S2: '여름', S3: '가을', S4: '겨울',
    v2: '두', v3: '세', v4: '네', v1: '한', v10: '열',
    x: '일본 년간 일간 전국 전체 시장 시작 일부 일째 분야 말했 초등 일동안 이후 월드컵 월급', e: '매주 매년 매월', '+': '예정 계획 전망 방침', '<': '했다 밝혔',
  },
};
