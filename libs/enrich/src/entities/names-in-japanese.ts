import { foreignNames } from '../gazetteer/foreign-people.ts';
import { organisationsInLatin } from './organisations-in-latin.ts';
import { pickSpans } from './pick-spans.ts';
import { person, spreadPeople } from './spread-people.ts';
import { isHan, isKatakana, knownInRuns, nameOf } from './known-in-runs.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

/** What stands after people alone. */
const address =
  /さん|氏(?![名族神])|選手(?![権村団会層])|容疑者|被告|投手|捕手|内野手|外野手|親方|副?(?:首相|大統領)|外相|官房長官|幹事長|総理大臣/gu;
/** Offices after the names of people, which words of several characters end in, too. */
const offices =
  /副?(?:防衛相|財務相|外務大臣|防衛大臣|財務大臣|国家主席|書記長|政調会長|国会対策委員長|委員長|事務総長|長官|総裁|議員|知事|市長|町長|村長|社長|会長|園長|院長|学長|校長|所長|教授|准教授|監督|議長|党首|代表|主席|国務長官|検事|判事|弁護士|記者)/gu;
/** Trades that a point parts from the name after them. */
const trades = /(?:家|作家|俳優|女優|監督|歌手|教授|記者|評論家|選手|弁護士|社長|代表|研究員)・/gu;

const longestKanji = 5;
/** How long the family name is that a run of kanji begins with; 0 for none that the list has. */
function familyLength(run: string): number {
  const families = foreignNames('ja', 'family');
  return [3, 2].find((length) => run.length >= length && families.has(run.slice(0, length))) ?? 0;
}

/** Where the run of kanji or katakana begins that ends before `end`. */
function startOfRun(text: string, end: number): number {
  const belongs = isHan(text.charAt(end - 1)) ? isHan : isKatakana;
  let start = end;
  while (end - start < 20 && belongs(text.charAt(start - 1))) start -= 1;
  while (text.charAt(start) === '・') start += 1;
  return start;
}

/** Words that stand where a name may stand: another player, the same member. */
const notNames =
  /^(?:同|歴代|次期|米|英|仏|独|露|副|元|前|現|両|各|全|新|副|某|他|女性|男性|日本|代表|主力|若手|先発|有力|地元|外国人|高校|大学|一部|出場|所属|担当|専務|常務|名誉|自治|政務|衆院|参院|国会|県|市|町|村|区|都|府|党|会|氏|選手|候補|先生|社会|株主|両|原告|弁護)/u;

/** Several countries by a sign each: `日中`, `日米韓`. */
const countries = /^[日中米韓朝露英仏独印台欧豪越]{2,4}$/u;

function isKanjiName(run: string, isSure: boolean): boolean {
  if (run.length < 2 || run.length > longestKanji || notNames.test(run) || countries.test(run)) return false;
  const family = familyLength(run);
  return family > 0 ? run.length - family <= 3 : isSure && run.length <= 4;
}

function personBefore(text: string, end: number, isSure: boolean): Mention | undefined {
  const start = startOfRun(text, end);
  const run = text.slice(start, end);
  if (nameOf(run, 'ja') !== undefined && familyLength(run) === 0) return undefined;
  if (isHan(run.charAt(0))) return isKanjiName(run, isSure) ? person(start, end) : undefined;
  return run.length >= 2 && run.length <= 16 && (isSure || run.length >= 3) ? person(start, end) : undefined;
}

/** Trades in katakana, which stand before an office as a name does. */
const katakanaWords =
  /^(?:チーム|チーフ|グループ|メンバー|コーチ|リーダー|トップ|クラブ|プロ|アマ|キャプテン|エース|ルーキー|ベテラン|ゲスト|ファン|オーナー|マネージャー|リーグ|ゴルフ|サッカー|バレー|テニス|スキー|スケート|ジャンプ|フィギュア|フィギュアスケート|スピードスケート|ラグビー|バスケット|バスケットボール|バドミントン|ボクシング|レスリング|マラソン|スノーボード|ホッケー|ソフトボール|ハンドボール|スター|アイドル|ヒーロー|ライバル|レギュラー|フリー|スタッフ|モデル|テレビ|ピッチャー|プレーヤー|アメリカ|ロシア|ウクライナ|フランス|ドイツ)$/u;

function peopleByWords(text: string): Mention[] {
  const read = (words: RegExp, isSure: boolean): Mention[] =>
    [...text.matchAll(words)].flatMap(({ index }) => {
      const found = personBefore(text, index, isSure);
      return found === undefined || katakanaWords.test(text.slice(found.start, found.end)) ? [] : [found];
    });
  return [...read(address, true), ...read(offices, false)];
}

/** A run of kanji with an age in brackets behind it. */
function peopleByAge(text: string): Mention[] {
  return [...text.matchAll(/[（(]\p{Nd}{2}[）)]/gu)].flatMap(({ index }) => {
    const end =
      index -
      (/(?:さん|氏|選手|投手|親方|容疑者|被告)$/u.exec(text.slice(Math.max(0, index - 3), index))?.[0]
        .length ?? 0);
    const found = isHan(text.charAt(end - 1)) ? personBefore(text, end, end !== index) : undefined;
    return found === undefined ? [] : [found];
  });
}

function peopleByTrade(text: string): Mention[] {
  return [...text.matchAll(trades)].flatMap(({ 0: word, index }) => {
    const start = index + word.length;
    let end = start;
    while (end - start < longestKanji && isHan(text.charAt(end))) end += 1;
    const run = text.slice(start, end);
    return isKanjiName(run, false) && run.length > familyLength(run) ? [person(start, end)] : [];
  });
}

/** Short names of offices behind a family name: the secretary of state for children Ogura. */
function peopleByLongOffice(text: string): Mention[] {
  // bounded: 14, a longer office is not read
  return [...text.matchAll(/(?:担当大臣|担当相|大臣|対策委員長)/gu)].flatMap(({ index }) => {
    for (let start = index - 2; start > index - 16 && start >= 0; start -= 1) {
      if (isHan(text.charAt(start - 1)) || !isHan(text.charAt(start))) continue;
      const length = familyLength(text.slice(start, start + 3));
      if (
        length > 0 &&
        nameOf(text.slice(start, start + length), 'ja') === undefined &&
        start + length < index
      )
        return [person(start, start + length)];
    }
    return [];
  });
}

/** Towns by the word at their end, behind the name of a prefecture. */
function towns(text: string, known: readonly Mention[]): Mention[] {
  const regions = new Set(known.filter(({ kind }) => kind === 'LOC').map(({ end }) => end));
  return [...text.matchAll(/[市町村]/gu)].flatMap(({ index }) => {
    for (let start = index - 1; start > index - 6 && start >= 0; start -= 1) {
      const character = text.charAt(start);
      // `宮崎県：高鍋町、西都市`: a mark of a list stands between.
      const own = '：、・'.includes(character) ? start + 1 : start;
      if (regions.has(start))
        return own < index
          ? [{ start: own, end: index + 1, kind: 'LOC', confidence: sure.headWord } as const]
          : [];
      if (!isHan(character) && character !== 'ケ' && character !== 'ヶ') return [];
    }
    return [];
  });
}

/** Universities, banks, ministries and companies by the end of a run of kanji or katakana. */
const heads = /(?:大学|銀行|新聞社|新聞|電力|鉄道|製薬|証券|建設|自動車|ホールディングス|グループ)/gu;
const generalHead =
  /^(?:地方|国立|私立|公立|県立|市立|都市|中央|商業|民間|大手|各|同|有名|名門|医科|女子|全国|外国|両|某|地銀|信託|投資|火力|原子力|風力|水力|太陽光|再生|余剰|消費|最大|軽|高級|電気|小型|中古|国産|輸入|関連|親|企業|研究|作業|ワーキング|専門家|支援|市民|有志|犯罪)/u;

function organisationsByHead(text: string): Mention[] {
  return [...text.matchAll(heads)].flatMap(({ 0: head, index }) => {
    const isKana = isKatakana(head.charAt(0));
    const before = text.charAt(index - 1);
    if (isKana ? !isKatakana(before) : !isHan(before)) return [];
    const after = text.charAt(index + head.length);
    if (isHan(after) && after !== '学' && after !== '側') return [];
    const start = startOfRun(text, index);
    const own = text.slice(start, index);
    return own.length >= 2 && own.length <= (isKana ? 12 : 5) && !generalHead.test(own) && !notNames.test(own)
      ? [{ start, end: index + head.length, kind: 'ORG', confidence: sure.headWord } as const]
      : [];
  });
}

/** What a place begins the name of: the university of Okayama is not Okayama. */
const behindPlace = /^(?:大学|高校|高等学校|中学校|小学校|銀行|新聞|病院|信用金庫|語|料理)/u;

/** A lone sign in front that makes something else of a place: `新大阪`, `西日本`, `大川口`. */
const beforePlace = /(?:^|\P{Script=Han})[大小東西南北新上下中奥本]$/u;

const isPieceOfName = (text: string, { start, end }: Mention): boolean =>
  behindPlace.test(text.slice(end, end + 4)) ||
  (isHan(text.charAt(start)) && beforePlace.test(text.slice(Math.max(0, start - 2), start)));

/**
 * A place that is the family name of somebody in the text stands for that person; one that begins the name of a
 * school or a house is none.
 */
function withoutFamilies(text: string, all: readonly Mention[], people: readonly Mention[]): Mention[] {
  const known = all.filter((mention) => mention.kind !== 'LOC' || !isPieceOfName(text, mention));
  const families = new Set(
    people.flatMap(({ start, end }) => (end - start > 3 ? [text.slice(start, start + 2)] : [])),
  );
  return known.map((mention) =>
    families.has(text.slice(mention.start, mention.end)) ? { ...mention, kind: 'PER' } : mention,
  );
}

/**
 * Names in Japanese, which parts no words: people by what stands beside them, towns and organisations by the
 * end of their name, and the longest names of the gazetteers.
 */
export function namesInJapanese(text: string): Mention[] {
  const known = knownInRuns(text, 'ja');
  const people = [
    ...peopleByWords(text),
    ...peopleByAge(text),
    ...peopleByTrade(text),
    ...peopleByLongOffice(text),
  ];
  return pickSpans(text, [
    ...spreadPeople(text, people),
    ...known.filter(({ kind }) => kind === 'ORG'),
    ...towns(text, known),
    ...organisationsByHead(text),
    ...withoutFamilies(text, known, people),
    ...organisationsInLatin(text),
  ]);
}
