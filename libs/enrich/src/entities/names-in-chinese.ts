import { chineseSurnames } from '../gazetteer/foreign-name-words.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { organisationsByPlace } from './organisations-in-chinese.ts';
import { organisationsInLatin } from './organisations-in-latin.ts';
import { pickSpans } from './pick-spans.ts';
import { comesAgain, person, spreadPeople } from './spread-people.ts';
import { isHan, knownInRuns } from './known-in-runs.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

/** Offices, ranks and trades beside the names of people, the longest first. */
const titles =
  /国家主席|助理国务卿|首席执行官|行政總裁|行政长官|行政長官|名誉董事长|理事长|理事長|董事长|董事長|创办人|創辦人|创始人|創始人|秘书长|秘書長|总书记|總書記|发言人|發言人|国务卿|國務卿|委员长|主教练|主教練|分析师|分析師|经济学家|經濟學家|协调官|参议员|參議員|众议员|眾議員|大法官|负责人|負責人|研究员|研究員|副总裁|副總裁|副院长|主席|总统|總統|总理|總理|首相|部长|部長|外长|外長|省长|市长|市長|州长|州長|县长|书记|書記|特首|议长|議長|议员|議員|主任|局长|局長|司长|署長|处长|處長|会长|會長|总裁|總裁|总监|總監|经理|經理|行长|校长|校長|院长|院長|所长|所長|教授|博士|专家|專家|学者|學者|记者|記者|编辑|編輯|教练|教練|演员|演員|导演|導演|歌手|球员|球員|法官|律师|律師|大使|将军|將軍|司令|警长|警司|医生|醫生|醫師|医师|代表|委员|委員|顾问|顧問|国王|國王|王子|公主|教皇|教宗|作家|先生|女士|太太|小姐|导师|影星|藝人|艺人|艺术家/gu;
/** Offices that Chinese says after a name, too. */
const titlesAfter =
  /^(?:总统|總統|主席|总理|總理|首相|部长|部長|外长|外長|议员|議員|教授|博士|医生|醫生|醫師|医师|律师|律師|先生|女士|太太|小姐|同志|导师)$/u;
const speech = /(?:说|說|表示|认为|認為|指出|告诉|告訴|透露|强调|強調|坦言|解释|解釋|称|稱|介绍说)/gu;
/** Verbs whose first sign may be that of a given name: `梁熙指出`. */
const verbsBehind =
  /^(?:表示|认为|認為|指出|指责|指責|告诉|告訴|透露|强调|強調|坦言|解释|解釋|介绍|介紹|宣布|宣佈|出席|提出|承认|承認|批评|批評|呼吁|呼籲)/u;
/** What may come right after a name that stands behind an office. */
const afterNames =
  '在于於对對与與和及跟同将將把被给給让讓会會能可要也都就还還又再曾已正是为為未没沒的等称稱指说說道表認认告透介强強坦回率出访訪宣主接今昨明日前向並并因则則亦從从当當率獲获到';
/** Characters that no given name has. */
const notGiven =
  /[的了是在和與与及或对對有也不这這那个個们們将將被把给給说說称稱該该每某并並但而又再最很已能要沒没指]/u;
/** Characters that given names seldom have and common words often: parts of places and of organisations. */
const seldomGiven =
  /[的了是在和与與及或对對有也为為不这這那个個们們种種年月日时時方面层層宫件性化度率量价價省市县縣区區局部委会會厅廳处處社报報网網台所校馆館厂廠店界者员員务務业業等将將被把向从從到给給说說称稱表指告家人事政府院长長席理总總记記前后後上中下内內外大小多少一二三四五六七八九十两兩某每各该該只还還都就并並但而又再更最很太已曾要能可没沒未]/u;
/** Characters that write foreign names by their sound. */
const soundCharacters = wordList(
  '阿埃艾奥奧巴班邦鲍鮑贝貝比彼毕畢波伯勃布查达達戴丹德登迪蒂丁杜顿頓厄恩尔爾凡范菲费費芬丰弗福盖蓋冈岡戈格哈汉漢赫亨华華霍基吉加贾賈简簡杰傑卡坎康考科克肯孔库庫奎拉莱萊兰蘭劳勞勒雷里隆卢盧鲁魯伦倫罗羅洛马馬麦麥曼芒梅门門蒙米摩莫姆穆拿纳納奈尼涅纽紐诺諾欧歐帕潘庞龐佩蓬皮普齐奇乔喬钦欽琼瓊热瑞若萨薩塞桑森沙莎尚绍紹申什史斯丝絲苏蘇索塔泰坦汤湯特腾騰提廷图圖托瓦万威韦韋维維翁沃乌烏武锡錫夏香肖谢謝辛休雅亚亞扬揚耶伊英尤约約泽澤扎詹兹茲佐冯馮京錡利林柯拜登烈文金理西内略茨默娜莉丽麗玛瑪妮娅婭黛琳露芙珀姬薇蕾莲蓮玫夫歇',
  '',
);
const commonAfterSound =
  /^(?:夫人|夫妇|夫婦|夫妻|比较|加入|加强|理会|理由|文件|文章|西部|内部|金融|利用|英国|达成|特别|基于|维持|威胁|提出|提到|提议|约有|扬言|什么|亚洲|欧洲|普遍|若有|若是|尚未)/u;
const compoundSurnames = /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|令狐|皇甫|尉迟|公孙|慕容)/u;
const familyName = (text: string, at: number): number =>
  compoundSurnames.test(text.slice(at, at + 2)) ? 2 : chineseSurnames.has(text.charAt(at)) ? 1 : 0;

function mayBeFullName(text: string, start: number, end: number, unlikely = notGiven): boolean {
  const family = familyName(text, start);
  const given = text.slice(start + family, end);
  return (
    family > 0 && given.length >= 1 && given.length <= 2 && [...given].every(isHan) && !unlikely.test(given)
  );
}

/** Marks between the parts of a foreign name; some papers write a space. */
const nameMarks = '·‧•・';

const isBlank = (character: string): boolean => character === ' ' || character === '\u3000';
/**
 * Whether a name written by sound goes on behind the character at `at`: a mark, or a space with two more such
 * characters.
 */
function goesOn(text: string, at: number): boolean {
  const isSpace = isBlank(text.charAt(at));
  return (
    (isSpace || nameMarks.includes(text.charAt(at))) &&
    soundCharacters.has(text.charAt(at + 1)) &&
    (!isSpace || soundCharacters.has(text.charAt(at + 2)))
  );
}

/** The mark at `at` or, with a space behind it, that space: where `goesOn` looks. */
const endOfMark = (text: string, at: number): number =>
  nameMarks.includes(text.charAt(at)) && isBlank(text.charAt(at + 1)) ? at + 1 : at;

/** Where a foreign name written by sound ends; `start` where none begins there. */
function endOfSound(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < 16) {
    const character = text.charAt(end);
    if (end > start && goesOn(text, endOfMark(text, end))) end = endOfMark(text, end) + 1;
    else if (
      !soundCharacters.has(character) ||
      (end - start >= 2 && commonAfterSound.test(text.slice(end, end + 2)))
    )
      break;
    else end += 1;
  }
  return end - start >= 2 ? end : start;
}

/** Family names that are small words as often: to, at, with. */
const wordsToo = '向于連连';
/** What a clause is about stands so: in the letter, at the meeting. */
const insideOf = /[上下里裡內内中前后後时時间間]$/u;

/** Whether a name behind an office begins with a small word, or ends with one, and stands at this place alone. */
function mayBeClause(text: string, start: number, end: number): boolean {
  if (text.charAt(start) === '向') return true;
  return (
    (wordsToo.includes(text.charAt(start)) || insideOf.test(text.slice(start, end))) &&
    !comesAgain(text, start, end)
  );
}

function endOfPerson(text: string, start: number): number | undefined {
  const sound = endOfSound(text, start);
  if (sound - start >= 3) return sound;
  const family = familyName(text, start);
  for (const end of family === 0 ? [] : [start + family + 2, start + family + 1]) {
    if (!mayBeFullName(text, start, end) || mayBeClause(text, start, end)) continue;
    if (end - start > family + 1 && verbsBehind.test(text.slice(end - 1, end + 1))) continue;
    // 安东尼 彼里茨: what begins as a Chinese name does goes on as a foreign one.
    if (goesOn(text, end)) return endOfSound(text, end + 1);
    const after = text.charAt(end);
    if (!isHan(after) || afterNames.includes(after) || (end - start > 2 && comesAgain(text, start, end)))
      return end;
  }
  return sound > start ? sound : undefined;
}

/** Last characters of offices, behind which a name may begin. */
const officeEnds = '人长長员員授席裁任官者师師';

/** A name that ends before `end` where a clause begins, or behind an office. */
function startOfPerson(text: string, end: number): number | undefined {
  return [end - 4, end - 3, end - 2].find((start) => {
    const before = text.charAt(start - 1);
    if (start < 0 || (isHan(before) && !officeEnds.includes(before))) return false;
    if (!mayBeFullName(text, start, end, seldomGiven)) return false;
    // 向姚明: to somebody whose name begins behind the small word.
    if (wordsToo.includes(text.charAt(start)) && mayBeFullName(text, start + 1, end)) return false;
    return end - start > 2 || comesAgain(text, start, end);
  });
}

function peopleByTitle(text: string): Mention[] {
  return [...text.matchAll(titles)].flatMap(({ 0: title, index }) => {
    const after = index + title.length;
    const end = endOfPerson(text, after);
    if (end !== undefined) return [person(after, end)];
    const start = titlesAfter.test(title) ? startOfPerson(text, index) : undefined;
    return start === undefined ? [] : [person(start, index)];
  });
}

function peopleBySpeech(text: string): Mention[] {
  return [...text.matchAll(speech)].flatMap(({ index }) => {
    const start = startOfPerson(text, index);
    return start === undefined ? [] : [person(start, index)];
  });
}

/**
 * A name in Latin letters behind a name says that it is that of a person or a place: of people, it has several words.
 */
function peopleByLatin(text: string): Mention[] {
  // bounded: 80, a longer name in brackets is not read
  return [...text.matchAll(/[（(]([A-Z][\p{L}.'’-]{1,20}(?: [A-Z][\p{L}.'’-]{0,20}){1,3})[）)]/gu)].flatMap(
    ({ index }) => {
      let start = index;
      while (
        index - start < 14 &&
        (soundCharacters.has(text.charAt(start - 1)) || nameMarks.includes(text.charAt(start - 1)))
      )
        start -= 1;
      return index - start >= 2 ? [person(start, index)] : [];
    },
  );
}

/** Small words before a name. */
const joins = '和与與及对對由被向是以的在為为';

/** Names with a point between their parts are those of people of other countries. */
function peopleByPoint(text: string): Mention[] {
  return [...text.matchAll(/[·‧•・]/g)].flatMap(({ index }) => {
    let start = index;
    while (index - start < 8 && soundCharacters.has(text.charAt(start - 1))) start -= 1;
    const end = start === index ? start : endOfSound(text, start);
    return index - start >= 1 &&
      end > index + 1 &&
      (!isHan(text.charAt(start - 1)) || joins.includes(text.charAt(start - 1)))
      ? [person(start, end)]
      : [];
  });
}

/** Companies by their legal form, from where the script, a comma or a small word parts the text. */
function companies(text: string): Mention[] {
  return [...text.matchAll(/(?:股份|控股)?有限(?:责任|責任)?公司/gu)].flatMap(({ 0: head, index }) => {
    let start = index;
    while (
      index - start < 18 &&
      isHan(text.charAt(start - 1)) &&
      !'的和与與及由对對向将將在为為是被从從了予給给獲获'.includes(text.charAt(start - 1))
    )
      start -= 1;
    // `安達建設及管道有限公司`: whether two names are joined there or one goes on, nothing tells.
    if (index - start < 3 && '和与與及'.includes(text.charAt(start - 1))) return [];
    start += /^.*(?:公司|得主|[应應判建包发發开開理销銷]商)/u.exec(text.slice(start, index))?.[0].length ?? 0;
    return index - start >= 2 && index - start < 18
      ? [{ start, end: index + head.length, kind: 'ORG', confidence: sure.headWord } as const]
      : [];
  });
}

/** What a place tells the kind of, a language, a kitchen, or is a part of the name of: a forum, a cup. */
const behindPlace =
  /^(?:语|語|菜|料理|餐|论坛|論壇|锦标赛|錦標賽|盃|杯(?![葛子水面麵])|[话話](?![题題剧劇语語事务務费費筒]))/u;

/** Banks are called by a sign and 行, which begins words: `集中行动`. */
const bankName = /行$/u;
const behindBank = /^[动動为為业業政程列驶駛使走李人事星道]/u;

/** 中国 of 发展中国家, a developing country. */
const isDeveloping = (text: string, start: number): boolean =>
  /^[发發]展中[国國]家/u.test(text.slice(start - 2, start + 3));

const isPieceOfWord = (text: string, { start, end, kind }: Mention): boolean =>
  kind === 'LOC'
    ? behindPlace.test(text.slice(end, end + 3))
    : end - start === 2 && bankName.test(text.slice(start, end)) && behindBank.test(text.slice(end, end + 1));

/**
 * Names in Chinese, which parts no words: people by family name and what stands beside them, organisations by
 * the end of their name, and the longest names of the gazetteers.
 */
export function namesInChinese(text: string): Mention[] {
  const known = knownInRuns(text, 'zh').filter(({ start }) => !isDeveloping(text, start));
  const endOfKnown = new Map(known.map(({ start, end }) => [start, end]));
  const people = [
    ...peopleByTitle(text),
    ...peopleByLatin(text),
    ...peopleByPoint(text),
    ...peopleBySpeech(text),
  ].filter(({ start, end }) => endOfKnown.get(start) !== end);
  return pickSpans(text, [
    ...companies(text),
    ...organisationsByPlace(text, known),
    ...known.filter(({ kind, start, end }) => kind === 'ORG' && end - start > 2),
    ...spreadPeople(text, people),
    ...known.filter((mention) => !isPieceOfWord(text, mention)),
    ...organisationsInLatin(text),
  ]);
}
