import type { Attribution } from './find-speaker.ts';

/** Verbs of speech in Chinese and Japanese, the longest first. */
const surname =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习';
const chineseVerbs =
  '补充道|補充道|指出|表示|强调|強調|告诉|告訴|写道|寫道|认为|認為|解释|解釋|回应|回應|批评|批評|抨击|反驳|透露|宣布|坦言|呼吁|警告|说道|(?:称|稱|说|說|道)(?=[，,。：:︰；;！!？?”」\\s]|$)';
const behindChinese = new RegExp(
  `^[，,。]?\\s?([^，。；！？“”「」\\n]{1,16}?)(?:还|也|随后|同时|又|则)?(?:${chineseVerbs})`,
  'u',
);
const beforeChinese = new RegExp(
  `(?:^|[，。；！？”\\s])([^，。；！？“”\\n]{1,30}?)(?:${chineseVerbs})[^，。；！？“”\\n]{0,6}[：:︰，]?\\s?$`,
  'u',
);
/** bounded: 30, a phrase in front of a verb. */
const circumstances =
  /(?:(?:(?:周[一二三四五六日天]|星期[一二三四五六日天]|今天|昨天|昨日|今日|\d+日|当天|當天|上午|下午|随后|还|也|则|又)+(?:[在对對向于於就].*|接受.*)?)|[在对對向于於就].*|接受.*)$/u;
const titled = new RegExp(
  `(?:长|長|席|统|統|理|人|民|授|员|員|家|者|师|師|任|官|监|居|教练)([${surname}][\\u4e00-\\u9fff]{1,2})`,
  'u',
);
const chineseName = new RegExp(
  `([${surname}][\\u4e00-\\u9fff]{1,2}|[\\u4e00-\\u9fff]{1,6}(?:·[\\u4e00-\\u9fff]{1,8}){1,3})$`,
  'u',
);
const chinesePronoun = /(?:^|[，。])(?:他|她|其)(?:们)?/u;

const japaneseVerbs =
  'と(?:[^「」。]{0,24})?(?:述べ|語っ|語る|話し|話す|説明|強調|コメント|指摘|訴え|言っ|言う|答え|主張|発表|明らかに|反論|振り返|批判|非難|懸念|表明|釈明|否定|謝罪|報告|約束|期待|警告|質問|つづっ|書い|投稿|嘆い|喜ん|明かし|力説|力を込め|見方を示|考えを示)';
/** という指摘 names what was said, and nobody who said it. */
const behindJapanese = new RegExp(`^(?!という|といった|との)${japaneseVerbs}`, 'u');
const honorifics =
  '(?:さん|氏|副?(?:首相|市長|知事|大臣|相|社長|会長|教授|監督|選手|議員|大統領|長官|報道官|警部|容疑者|被告|局長|部長|課長|所長|院長|校長|代表|委員長|理事長|議長|幹事長|総裁|頭取|区長|町長|村長))?';
const japaneseName = new RegExp(`^(.{2,14}?)${honorifics}$`, 'u');
const topicBefore = /(?:^|[。、」\n])([^。、「」\n]{1,40}?)(?:は|が)(?:[^。「」\n]{0,24}[、でに])?\s?$/u;
const topicBehind = /^と([^。、「」\n]{1,24}?)(?:は|が)/u;

const asName = (name: string | undefined, at: number): Attribution | undefined =>
  name === undefined || name.length < 2 ? undefined : { kind: 'name', name, at };

/** The person at the end of a phrase: 市长李娜, 居民张敏; organisations stay whole. */
function chinesePerson(phrase: string, people: readonly string[]): string | undefined {
  const given = people.findLast((name) => phrase.includes(name));
  if (given !== undefined) return given;
  const plain = phrase.trim().replace(circumstances, '');
  return chineseName.exec(plain)?.[1] ?? titled.exec(plain)?.[1];
}

function chinese(
  before: string,
  behind: string,
  offset: number,
  people: readonly string[],
): Attribution | undefined {
  const after = /[：:︰]\s?$/u.test(before) ? null : behindChinese.exec(behind);
  const phrase = after?.[1] ?? beforeChinese.exec(before)?.[1];
  if (phrase === undefined) return undefined;
  if (chinesePronoun.test(phrase)) return { kind: 'last', at: offset };
  return asName(chinesePerson(phrase, people), offset) ?? { kind: 'nobody', at: offset };
}

/** What is spoken of, not who speaks. */
const noTopic = /(?:に対して|について|に関して|をめぐって)$/u;

/** The person of a topic: 財務相の佐藤健, 鈴木花子さん, 田中明美市長. */
function japanesePerson(phrase: string): string | undefined {
  if (noTopic.test(phrase)) return undefined;
  const own = phrase.split('の').at(-1) ?? phrase;
  const name = japaneseName.exec(own.trim())?.[1];
  return name !== undefined && /^[\u4e00-\u9fff\u30a0-\u30ff\u3005・=ぁ-ん]{2,14}$/u.test(name)
    ? name
    : undefined;
}

const japanesePronoun = /^(?:彼|彼女|同氏|同市長|同相)$/u;

function japanese(before: string, behind: string, offset: number): Attribution | undefined {
  if (!behindJapanese.test(behind)) return undefined;
  const topic = topicBehind.exec(behind)?.[1] ?? topicBefore.exec(before)?.[1];
  if (topic === undefined || japanesePronoun.test(topic)) return { kind: 'last', at: offset };
  return asName(japanesePerson(topic), offset) ?? { kind: 'nobody', at: offset };
}

/**
 * The speaker of a quote in a script without spaces, from what stands in front of it and behind it in its
 * sentence.
 */
export function joinedSpeaker(
  language: string,
  before: string,
  behind: string,
  offset: number,
  people: readonly string[],
): Attribution | undefined {
  return language === 'ja' ? japanese(before, behind, offset) : chinese(before, behind, offset, people);
}
