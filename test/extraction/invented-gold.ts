import type { Gold } from '../../bench/extraction/pack.ts';

const english =
  'Northgate council voted on Tuesday to spend four million pounds on the harbour ferry. It has not sailed since 2011, and the co\u00adunty paid £3.50 a head.';
const japanese = '港の渡し船が十五年ぶりに戻る。町議会は火曜日に四億円を使うと決めた。ノースゲート町。';
const korean =
  '노스게이트 의회는 화요일에 항구 나룻배에 사백만 파운드를 쓰기로 했다. 배는 2011년부터 멈춰 있다.';

/**
 * Pages of invented papers in every set that the scorer knows, with what is hard: scripts without spaces,
 * marks, nobody as author, missing fields.
 */
export const inventedGold: readonly Gold[] = [
  { id: 'aeb/1', set: 'aeb', body: english },
  { id: 'aeb/2', set: 'aeb', body: japanese },
  { id: 'aeb/3', set: 'aeb', body: 'Two words' },
  {
    id: 'fundus/1',
    set: 'fundus',
    region: 'uk',
    body: english.repeat(3),
    title: 'Ferry returns: “Straße” reopened',
    authors: ['Rena Holt', 'Zoë Née and Émile e Ana'],
    dates: ['2026-03-12', '2026-03-13'],
  },
  {
    id: 'fundus/2',
    set: 'fundus',
    region: 'kr',
    body: korean,
    title: '나룻배',
    authors: [],
    dates: ['2026-03-12'],
  },
  {
    id: 'fundus/3',
    set: 'fundus',
    region: 'in',
    body: 'हार्बर की नौका पंद्रह साल बाद लौटी। परिषद ने मंगलवार को मतदान किया।',
    title: 'नौका लौटी',
    authors: null,
    dates: ['2026-03-12'],
  },
  {
    id: 'wcxb/1',
    set: 'wcxb',
    type: 'article',
    body: `${english} ${japanese}`,
    title: 'ΟΔΟΣ ΑΘΗΝΑΣ',
    authors: ['Max Rey & Li Wei'],
    dates: ['2026-01-02'],
    with: ['harbour  ferry', 'not sailed'],
    without: ['Share this', 'Cookies'],
  },
  {
    id: 'wcxb/2',
    set: 'wcxb',
    type: 'forum',
    body: english,
    title: 'A thread',
    with: ['Northgate council'],
    without: [],
  },
  {
    id: 'wcxb/3',
    set: 'wcxb',
    type: 'article',
    body: 'Short.',
    title: 'ﬁne print',
    with: [],
    without: ['Short'],
  },
  {
    id: 'traf/1',
    set: 'traf',
    title: 'Harbour',
    authors: ['Rena Holt', 'I. Og'],
    dates: ['2026-05-05'],
    with: ['one ferry', 'two ferries', 'three ferries'],
    without: ['Menu', 'Footer'],
  },
  {
    id: 'traf/2',
    set: 'traf',
    title: 'Harbour again',
    authors: [],
    with: ['four', 'five'],
    without: ['six'],
  },
  { id: 'readability/1', set: 'readability', body: english, title: 'Readable', dates: ['2015-10-10'] },
  { id: 'htmldate/1', set: 'htmldate', type: 'eval_default', dates: ['2017-09-10'] },
  { id: 'htmldate/2', set: 'htmldate', type: 'eval_mediacloud_2020', dates: ['2019-01-01'] },
];
