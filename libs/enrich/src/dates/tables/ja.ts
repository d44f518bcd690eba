import type { DateTable } from '../date-table.ts';

/** Japanese, with the eras from Meiji. */
// biome-ignore format: a table, read by its rows
export const ja: DateTable = {
  order: 'ymd',
  joined: true,
  months: '',
  weekdays: '月曜日 月曜; 火曜日 火曜; 水曜日 水曜; 木曜日 木曜; 金曜日 金曜; 土曜日 土曜; 日曜日 日曜',
  suffixes: {},
  roles: {
    'R-2': '一昨日 おととい', 'R-1': '昨日 昨夜 昨晩', R0: '今日 本日 今朝 今夜 今晩', R1: '明日 あす', R2: '明後日 あさって',
    'Vyear-2': '一昨年 おととし', 'Vyear-1': '昨年 去年', Vyear0: '今年 本年 ことし', Vyear1: '来年', 'Vmonth-1': '先月',
    Vmonth0: '今月', Vmonth1: '来月', 'Vweek-1': '先週', Vweek0: '今週', Vweek1: '来週', 'Vweekend-1': '先週末',
    Vweekend0: '今週末 この週末', Vweekend1: '来週末',
    'Vcentury-1': '前世紀', Vcentury0: '今世紀', 'Vquarter-1': '前四半期', G101: '元日 元旦', G1231: '大みそか 大晦日',
    G1224: 'クリスマスイブ',
    E2018: '令和', E1988: '平成', E1925: '昭和', E1911: '大正', E1867: '明治',
    Uminute: '分前', Uhour: '時間', Uday: '日間', Uweek: '週 週間', Umonth: 'か月 カ月 ヶ月 ヵ月 ケ月 箇月', Uquarter: '四半期',
    yyear: '年', l: '月', j: '日', X: '世紀', D0: '年代',
    'A-1': '前', A1: '後', h: '第', t: 'から ～ 〜 ~', m1: '午前 朝 未明 早朝', m2: '午後 夜 夕方 深夜 夕', k: '時', i: '分',
    P1: '初め 初頭 上旬 はじめ 初旬 前半', P2: '半ば 中旬 中頃 なかば 中盤', P3: '末 下旬 終わり 後半', H1: '上半期 上期', H2: '下半期 下期', S1: '春',
    S2: '夏', S3: '秋', S4: '冬', v1: '元',
    x: '年間 年度 日本 月曜版 年齢 前年 前日 翌日 前月 年生 日経 日銀 時代 月面 分野 日米 日中韓 年ぶり 日ぶり カ月ぶり 年連続 日連続',
    e: '毎 毎週 毎月 毎年', '+': '予定 見通し 見込み 方針 計画', '<': 'した った だった',
  },
};
