import { foreignRegions } from '../gazetteer/foreign-regions.ts';
import { placesNamed } from '../gazetteer/places.ts';
import { isHan } from './known-in-runs.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

/**
 * What stands where the name of an organisation may begin, beside the names of places; not the countries of `45个国家`.
 */
const anchors =
  /(?<![个個各该該些洲盟多两兩三四五六七八九十]|展中)(?:国家|國家)(?![级級])|(?:中共)?中央|中华|中華|全国|全國|(?<![发發]展)中[国國]|香港/gu;
/** What Chinese says behind the name of a town or a region: 上海市. */
const regionSigns = '省市县縣区區州';
/** Names of countries and continents end so, where only a list by hand has them. */
const countrySigns = /[国國洲]$/u;

/** Ends of names that say what they are even right behind a place. */
const plainEnds =
  /(?:大学(?!生(?![物命态態理活]))|大學(?!生(?![物命态態理活]))|国会|國會|国务院|國務院|议会|議會|最高法院|外交部|国防部|國防部|财政部|財政部|商务部|商務部|教育部|司法部|能源部|农业部|農業部|卫生部|衛生部|劳工部|勞工部|央行|证监会|證監會|银监会|保监会|红十字会|紅十字會|妇联|婦聯|文联|残联|作协|工商联|总工会|總工會|奥委会|奧委會|足协|足協|政协|政協|人大常委会|人大常委會|发改委|發改委|卫健委|衛健委|卫计委|国资委|國資委|住建委|疾控中心|大使馆|大使館|总领事馆|總領事館|航天局|审计署|審計署|科学院|科學院|工程院|社科院|[纪紀监監]委(?![员員委])|(?:新闻|新聞|日报|日報)[网網])/uy;
/** The same behind a town or a region: with the name of a country they tell no more than a kind of house. */
const localPlainEnds =
  /(?:动物园|動物園|植物园|植物園|博物馆|博物館|博物院|美术馆|美術館|图书馆|圖書館|科技馆|科技館|天文台|天文臺|气象台|氣象台|电视台|電視台|广播电台|廣播電台|交响乐团|交響樂團|爱乐乐团|愛樂樂團|大剧院|大劇院|高等法院|高级法院|中级法院|地方法院|人民法院|检察院|檢察院|地检署|地檢署|公安局|公安厅|教育局|教育厅|財政局|财政局|财政厅|司法厅|卫生厅|民政厅|商务厅|水利厅|科技厅|文化厅|消协|警察局|警局|[中高]院(?![校子落线線系士])|啤酒[厂廠]|血液中心|急救中心|妇幼保健院|婦幼保健院|(?<=[省市县縣区區])委(?![员員托任派屈婉内內外会會])|(?<=[省市县縣])人大(?![代会會]))/uy;
/** Ends of names that need words of their own before them. */
const ends =
  /(?:有限责任公司|有限責任公司|股份有限公司|有限公司|集团公司|集團公司|大学(?!生(?![物命态態理活]))|大學(?!生(?![物命态態理活]))|学院|學院|科学院|科學院|工程院|社科院|设计院|設計院|裁判法院|人民法院|中级法院|高级法院|地方法院|最高法院|高等法院|研究院|研究所|研究中心|研究基地|繁育基地|控制中心|交易中心|血液中心|急救中心|监测中心|仲裁中心|发射中心|信息中心|协会|協會|(?<![孩生民人女子员友])学会|學會|联合会|聯合會|联谊会|聯誼會|促进会|促進會|(?<![协協])商[会會](?![议議计計])|红十字会|紅十字會|基金会|基金會|委员会|委員會|常委会|常委會|检察院|檢察院|总工会|總工會|交易所|出版社|电视台|電視台|广播电台|廣播電台|通讯社|通訊社|交响乐团|交響樂團|爱乐乐团|愛樂樂團|党|黨|(?<![签簽部连連联聯公官警])署(?![名理])|(?:公安|教育|卫生|财政|民政|司法|运输|水利|农业|农村|林业|商务|文化|旅游|环保|环境|保护|资源|科技|建设|管理)厅)/uy;
/** The same behind a town or a region alone. */
const localEnds =
  /(?:医院|醫院|动物园|動物園|植物园|植物園|幼儿园|幼兒園|幼稚園|博物馆|博物館|美术馆|美術館|图书馆|圖書館|(?:[酒药藥钢鋼电電烟煙茶纸紙船]|化工|机械|機械|机床|汽车|制药|纺织|水泥|玻璃|印刷|轴承|卷烟)[厂廠](?![房商家区區址矿礦工]))/uy;
/** 局 behind a field of work; behind other signs it tells a situation, a game, a layout. */
const bureau =
  /(?<![大全时時布结結格残殘定终終僵战戰棋赌賭饭飯当當开開出平骗騙牌首决決次和败敗危變变亂乱破搅攪书書药藥邮郵这這每本该該各]|(?<![财財民市行郵邮])政)局(?![面势勢部限外内內中促子里裡])/uy;
/** A site that is called by China and a place or a word: 中国台湾网. */
const siteEnd =
  /(?:新闻|新聞|广播|廣播|经济|經濟|青年|教育|法院|气象|文明|旅游)?[网網](?![络絡站友民上点點红紅球吧页頁店购購址线線格约約])/uy;

/** Trades that end the name of a firm behind a town or a region. */
const firmEnds =
  /^(?:[铜銅铝鋁钢鋼矿礦钼鉬锌鋅药藥酒煤船纸紙乳](?:业|業)|银行|銀行|证券|證券|航空|啤酒|钢铁|鋼鐵|石化|人寿|人壽|财险|財險|太保|平安|移动|移動|电信|電信|联通|聯通|铁塔|鐵塔|神华|神華|海油|外运|外運|重工|水泥|控股|股份)(?!公司|市场|市場|业|業|员|員|局|法|诈骗|詐騙|支付|互联|互聯|行业|行業|产业|產業|工业|工業|运营|營運|用户|用戶|端|家|卡|系统|系統|体系|監管|监管|监督|監督|间|間|们|們|存款|贷款|貸款|交易|母舰|母艦|航天|安全|运输|運輸|兵|节|節|消费|消費|价|價|夜)/u;
/** What a firm is listed under, behind its name: （00358）, (600132.SH). */
const listedAs = /^\p{Script=Han}{1,6} ?[（(](?:\d{4,6}\b|[A-Z]{2,5}[:：])/u;

/** Words of names with a sign that else parts them: 和 of 协和. */
const joinedWords =
  /协和|協和|共和|首都|成都|京都|都市|自来水|自來水|未来|未來|未成年|人才|就业|就業|再生|再保[险險]|和平|对外|對外|有色|数字|數字|数据|數據|数学|數學|第[一二三四五六七八九十]+|^政府(?=警察|教育|卫生|衛生|消防|勞工|環|文化|社會)|(?:文化|人力资源|住房|卫生|规划|经济|发展|工业|民政|食品|新闻|农业)[和與与及](?=旅游|体育|社会|城乡|计划|自然|信息|改革|青年|药品|出版|广播|农村)/gu;
/** Words that make a whole general: a well-known university of the country. */
const general =
  /[的了是在和與与及或对對将將从從由被向于於为為因有并並一两兩二四五六七八九十多几幾數数某该該这這那每各名等]|著名|知名|重点|重點|公立|私立|私家|民营|民營|国有|大型|上市|地方|相关|相關|有关|有關|(?<![银銀])行[业業]|主要|政府|执政|執政|反对|反對|联邦|^(?:管理|监管|監管|监督|監督)$/u;
/** Signs and words that no name of an organisation has, but the clause between a place and one. */
const clause =
  /[不说說称稱让讓请請把给給来來去往赴抵获獲使才再又还還都只很更最刚剛曾已未没沒她他它我你您们們谁誰吗嗎而且但若如到]|正[在将將]|唯一|首[家个個座批]|定点|定點|三甲|领导|領導|官员|官員|记者|記者|专家|專家|学者|學者|居民|市民|时间|時間|今[天日年晨晚]|昨[天日晚]|明[天年]|去年|上午|下午|目前|附近|境内|期间|期間|增加|减少|減少|中小[学學]|抗疫|患者|病人|宠物|寵物|其他|其它|所有|全部|部分|许多|許多|以及|通过|通過|举行|舉行|召开|召開|参加|參加|参观|參觀|前往|进入|進入|成立|宣布|宣佈|表示|访问|訪問|报道|報道|報導|公布|批准|要求|支持|希望|打击|打擊|加入|加强|加強|引进|引進|设立|設立|建立|创办|創辦|承办|主办|主辦|启动|啟動|开展|開展|推出|返回|离开|離開|拥有|擁有|收购|收購|起诉|起訴|邀请|邀請|出席|毕业|畢業|就读|就讀|担任|擔任|联手|抗议|抗議|攻击|攻擊|袭击|襲擊|封锁|封鎖|关闭|關閉|投资兴|新建|兴建|興建|修建|发现|發現|出现|出現|告诉|告訴|接受|提供|提出|呼吁|呼籲|批评|批評|指责|指責|作为|作為|成为|成為|属于|屬於|位于|位於/u;

/** A place or an anchor, behind which the words of a name may stand. */
interface Start {
  readonly start: number;
  /** Behind 市 of 上海市, too. */
  readonly end: number;
  readonly isPlace: boolean;
  /** Whether it is a town or a region and no country. */
  readonly isLocal: boolean;
}

function isCountry(name: string): boolean {
  const places = placesNamed(name);
  return (
    countrySigns.test(name) ||
    (places.length > 0 && places.every(({ kind }) => kind === 'country' || kind === 'continent'))
  );
}

/** Most regions of China are called by two signs. */
const lengthOfRegion = 2;

const behindSign = (text: string, end: number): number =>
  regionSigns.includes(text.charAt(end)) && end < text.length ? end + 1 : end;

/** A place, or the region that a known organisation is called by: 贵州 of 贵州茅台. */
function endOfRegion(text: string, { kind, start, end }: Mention): number | undefined {
  if (kind === 'LOC') return end;
  const region = start + lengthOfRegion;
  const name = text.slice(start, region);
  return region < end && (foreignRegions('zh').has(name) || placesNamed(name).length > 0)
    ? region
    : undefined;
}

function startsIn(text: string, known: readonly Mention[]): Start[] {
  return [
    ...known.flatMap((mention) => {
      const { start } = mention;
      const end = endOfRegion(text, mention);
      return end === undefined
        ? []
        : [{ start, end, isPlace: mention.kind === 'LOC', isLocal: !isCountry(text.slice(start, end)) }];
    }),
    ...[...text.matchAll(anchors)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      isPlace: false,
      isLocal: word === '国家' || word === '國家',
    })),
  ].sort((a, b) => a.start - b.start || Number(b.isPlace) - Number(a.isPlace));
}

/** Where an end of a name that begins at `at` is over; `at` where none does. */
function behindEnd(end: RegExp, text: string, at: number): number {
  end.lastIndex = at;
  return at + (end.exec(text)?.[0].length ?? 0);
}

/** A firm whose name begins with a place. */
function behindFirm(text: string, end: number): number {
  if (!isHan(text.charAt(end))) return end;
  const behind = text.slice(end, end + 20);
  const listed = listedAs.exec(behind);
  if (listed !== null) return end + listed[0].search(/ ?[（(]/u);
  const found = firmEnds.exec(behind);
  return found === null ? end : end + found[0].length;
}

/** How far behind a place a name may end. */
const longestOwn = 16;
/** So many signs a name has between the place and its end. */
const fewestOwn = 2;

/** Whether the signs between a place and the end of a name may be words of one. */
function isOwn(text: string, from: number, to: number): boolean {
  const own = text.slice(from, to).replace(joinedWords, '');
  return !general.test(own) && !clause.test(own);
}

/** The end of a name that says right behind the place what it is. */
function plainEnd(
  text: string,
  { start, end, isLocal }: Start,
  endOfKnown: ReadonlyMap<number, number>,
): number {
  // 法国国家图书馆: the house of a whole country.
  const national = /^[国國]家$/u.test(text.slice(end, end + 2)) ? end + 2 : end;
  for (const at of new Set([national, behindSign(text, end), end])) {
    const plain = behindEnd(plainEnds, text, at);
    if (plain > at) return plain;
    const local = isLocal || at === end + 2 ? behindEnd(localPlainEnds, text, at) : at;
    if (local > at) return local;
  }
  if (!/^中[国國]$/u.test(text.slice(start, end))) return end;
  const inner = endOfKnown.get(end) ?? end;
  const site = behindEnd(siteEnd, text, inner);
  return site > inner && site - end > 1 ? site : end;
}

/** The end of a name with words of its own; undefined where a clause has that end. */
function endOfName(text: string, { end, isLocal }: Start): number | undefined {
  const from = behindSign(text, end);
  for (let at = from; at < from + longestOwn && isHan(text.charAt(at)); at += 1) {
    if (at < from + fewestOwn) continue;
    const found = [ends, bureau, ...(isLocal ? [localEnds] : [])]
      .map((kind) => behindEnd(kind, text, at))
      .find((behind) => behind > at);
    if (found !== undefined) return isOwn(text, from, at) ? found : undefined;
  }
  return end;
}

/** 中共 before the committee of a province or a town is a part of its name. */
const startOfParty = (text: string, start: number, end: number): number =>
  text.charAt(end - 1) === '委' && text.slice(start - 2, start) === '中共' ? start - 2 : start;

/** Organisations that are called by a place, or by 中国 or 国家, and say at their end what they are. */
export function organisationsByPlace(text: string, known: readonly Mention[]): Mention[] {
  const endOfKnown = new Map(known.map(({ start, end }) => [start, end]));
  return startsIn(text, known).flatMap((place) => {
    const { start, end, isPlace } = place;
    const plain = plainEnd(text, place, endOfKnown);
    const whole = plain > end ? plain : endOfName(text, place);
    const last = whole === end && isPlace ? behindFirm(text, end) : whole;
    return last === undefined || last <= (endOfKnown.get(start) ?? end)
      ? []
      : [
          {
            start: startOfParty(text, start, last),
            end: last,
            kind: 'ORG',
            confidence: sure.headWord,
          } as const,
        ];
  });
}
