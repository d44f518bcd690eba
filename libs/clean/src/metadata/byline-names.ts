import { decodeReferences } from '../tree/entities.ts';
import { tidy } from './candidates.ts';
import { creditWords } from './credit-words.ts';
import { rememberTexts } from './remember-texts.ts';

/** The names that a byline gives, without what stands around them. */
export interface BylineNames {
  readonly names: readonly string[];
  /** Whether the line begins as credits do: "By", "Von", "بقلم". */
  readonly isCredited: boolean;
  /** Whether the credit is for something else than writing: pictures, editing, checking, translation. */
  readonly isForOther: boolean;
}

const longestByline = 300;
const { by, writer, beforeColon, marked, glued, behind, and } = creditWords;
/** What follows the word for a reporter and is no name: a press conference, a press club, what he learned. */
const noNameEast =
  '(?:会|會|団|团|團|クラブ|俱乐部|俱樂部|席|证|證|站|节|節|招待|从|從|在|获|獲|了解|表示|指出|报道|報導|報道|采访|採訪|提问|提問|问|問|注意|发现|發現|看到|今|昨)';
/** bounded: 300, no longer byline is read. */
const parting = new RegExp(`\\s*(?:[,;|｜/／•·⋅∙●&\\n–、，]|\\s${and}\\s|\\s[-—+]\\s)\\s*`, 'u');
const firm = new RegExp(
  `^\\s*(?:${by}(?:\\s*[:：]\\s*|\\s+)|${beforeColon}\\s*[:：]\\s*|${marked}\\s*[:：／/|・]\\s*|${glued}\\s*(?!${noNameEast}))(?=\\S)`,
  'iu',
);
/** Words that say who writes, and no name yet. */
const bare = new RegExp(`^(?:${by}|${writer}|${marked}|${glued}|bylines?)\\s*[:：]?$`, 'iu');
/** A name with its profession behind it, as Korean papers sign. */
const signedEast = new RegExp(`^([\\p{Script=Hangul}]{2,4}) ?${behind}$`, 'u');
/** Places of three signs and more from which Chinese papers report; most others have two. */
const farPlaces =
  '華盛頓|华盛顿|洛杉磯|洛杉矶|舊金山|旧金山|莫斯科|布魯塞爾|布鲁塞尔|日內瓦|日内瓦|法蘭克福|法兰克福|維也納|维也纳|新加坡|吉隆坡|雅加達|雅加达|馬尼拉|马尼拉|新德里|伊斯坦堡|伊斯坦布尔|特拉維夫|特拉维夫|耶路撒冷|阿姆斯特丹|斯德哥爾摩|斯德哥尔摩|約翰尼斯堡|约翰内斯堡|內比都|新北市|台北市|高雄市';
const reported = '\\s?(?:\\d{1,2}日)?[專专综綜]?合?(?:[電电讯訊]|[報报][導导道])';
/** What brackets behind a Chinese dateline hold beside names of reporters. */
const noReporter = '(?:综合|綜合|编[辑译]|編[輯譯]|图|圖|文|完|记者|記者|实习|實習)';
/**
 * A Chinese reporter between the word for one and the place and day of the report, or in brackets behind these:
 * `記者溫貴香台北21日電`, `重庆17日电 (王明)`.
 */
const dateline = new RegExp(
  `(?:记者|記者)\\s?(?!${noNameEast})(?:(\\p{Script=Han}{2,3})(?=(?:${farPlaces})${reported})|(\\p{Script=Han}{2,3})(?=\\p{Script=Han}{2}${reported}))|\\d日[电電讯訊]\\s?[(（](?!${noReporter})(\\p{Script=Han}{2,3})(?=[\\s、)）])`,
  'gu',
);
/** Names within a longer line, as Chinese, Japanese and Korean papers credit them. */
const creditEast = new RegExp(
  `(?:${glued}|文/)\\s*(?:[:：]\\s*)?(?!${noNameEast})([\\p{Script=Han}·]{2,4})(?![\\p{Script=Han}])|([\\p{Script=Hangul}]{2,4})\\s?${behind}(?![\\p{Script=Hangul}])`,
  'gu',
);
/** A Chinese name and the place of the report: `李明／台北報導`, `王芳/綜合報導`. */
const placed =
  /(?<!\p{Script=Han})(\p{Script=Han}{2,4})\s?[／/]\s?\p{Script=Han}{0,4}(?:報導|報道|报道|[專专][電电])(?!\p{Script=Han})/gu;
/** A Japanese reporter: `田中太郎 記者`, but not `本紙記者`. */
const reporterBehind =
  /(?<!\p{Script=Han})(?![本各特专專驻駐常]|見習|实习|實習|現地)(\p{Script=Han}{3,5})\s?記者(?![\p{Script=Han}\p{L}])/gu;
/** Chinese reporters behind the first: `本报记者 李明 王芳 北京报道`. */
const further = /[\s、]\s?(\p{Script=Han}{2,3})(?![\p{Script=Han}·])/uy;
/** Family names of nine in ten Chinese, in both forms of writing. */
const familyNames =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯';
const mostReporters = 6;
const mayBeEastern = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
/** A writer's word without a colon counts where a capital follows. */
const loose =
  /^\s*(?:[Aa]utor(?:en|in|innen)?|[Aa]uthors?|Text|Texte|Penulis|Teksti?|Szöveg|Tekst)\s+(?=\p{Lu}\p{Ll})/u;
const run = /^(?:By|BY|Von|Par|Por)(?=\p{Lu}\p{Ll})/u;
const other =
  /^\s*(?:(?:(?:medically|clinically|fact|legally|expert|scientifically|technically)[\s-]*|-[\s-]*)?(?:review|check|edit|approv|verif|translat|photograph|illustrat|produc)(?:ed)?\s+by|edited|reviewed|editor(?=\s*[:：]|\s\p{Lu})|photos?|photo(?:graph)?s? by|fotos?|images?|bilder?|picture|video|illustrations?|grafik|foto's|crédit|credit|übersetz\p{L}*|traducción|traduction|tłumaczenie|updated by|aktualisiert von|编辑|責任編輯)\b/iu;

/** The same in scripts in which a mark or a space parts it from the name: who translated, who took the picture. */
const otherMarked =
  /^\s*(?:翻訳者?|訳者?|翻译者?|翻譯者?|译者?|譯者?|監修|监制|監製|校[对對]|撮影|写真|图片?|圖片?|摄影?|攝影?|責任編輯|번역|편집|사진|(?:перевод|фото|иллюстрации)(?=\s*[:：]))\s*[:：／/\s]/iu;

/**
 * Whatever follows a name in a byline but is none: when, where and for whom it was written, and how to write
 * back. bounded: 300, parts of a byline.
 */
const trailers: readonly RegExp[] = [
  /\s*[([][^()[\]]*[)\]]?\s*$/u,
  /\s+@\s.*$/u,
  /\s*@[\w.]+.*$/u,
  /\s*[^\s@]+@\S.*$/u,
  /\s*(?:[-–—|]\s*)?\b(?:published|updated|posted|last updated|modified|on|am|le|el|il|den|op|vom|the)\s+(?:on\s+|at\s+)?(?:\p{L}+[.,]?\s+)?\d.*$/iu,
  /\s+\d{1,2}[./:]\d{1,2}.*$/u,
  /\s+(?:in|aus|for|für|pour|para|per)\s+(?:the\s+)?\p{Lu}.*$/u,
  /\s+(?:FOR\s+(?:THE\s+)?|For\s+The\s+)\p{Lu}.*$/u,
  /\s+\d{1,3}[\s-]+min(?:ute)?s?\b.*$/iu,
  /\s+(?:illustration(?:en|s)?|photos?|fotos?|photographs?|grafik(?:en)?|bilder|kuvat?)(?:\s+(?:by|von|par|de|di|av|af|door)\s|\s?[:：]).*$/iu,
  /\s+(?:has been|is an?|ist ein|is the|writes|schreibt|est un|es un)\b.*$/iu,
  new RegExp(`\\s+${behind}$`, 'u'),
];
/** bounded: 300, part of a byline. */
const jobBehind =
  /\s+(?:(?:senior|junior|staff|chief|deputy|managing|contributing|executive|associate|assistant|news|political|sports?|business|health|science|technology|foreign|guest|freelance|digital|lead|investigative|diplomatic)\s+)*(?:writer|reporter|editor|correspondent|journalist|columnist|contributor|producer|author|redakteur(?:in)?|reporter(?:in)?|korrespondent(?:in)?|journaliste?|periodista|redactor(?:a)?)$/iu;
/** `unserer Redakteurin Ada Moss`, `onze correspondent Ada Moss`: a job that the house calls its own. */
const ourJob =
  /^(?:our(?: own)?|unser\p{L}{0,2}|onze?|notre|nuestr[oa]|nostr[oa]|noss[oa]|vår|vores|naš[aei]?g?o?)\s+(?:\p{Ll}[\p{L}-]{0,20}\s+){0,2}\p{L}[\p{L}-]{2,30}\s+(?=\p{Lu}\S*\s+\p{Lu})/iu;
const jobBefore =
  /^(?:(?:senior|staff|guest|contributing)\s+)*(?:reporter|journalist|writer|editor|correspondent|rechtsanwalt|rechtsanwältin|redakteur(?:in)?|periodista|journaliste)\s+(?=\p{Lu}\p{L}+\s+\p{Lu})/iu;

/** A house and what it calls its reporter, before a Chinese or Japanese name: `本报记者李明`, `編譯 林小明`. */
const houseBefore =
  /^(?:\p{Script=Han}{0,4}(?:记者|記者)|編譯|编译|編集部|編輯部|编辑部)\s*(?=\p{Script=Han}{2,4}$)/u;

function isNameLong(text: string): boolean {
  return /^\S+\s+\S/.test(text);
}

/** Only what holds a number, a sign or a third word can end in a trailer. */
const mayTrail =
  /[\d@([\])]|\S\s+\S+\s+\S|[\u3400-\u9fff\uac00-\ud7af]|\b(?:in|aus|for|für|pour|para|per|on|am|le|el|il|den|op|vom|the|writes|schreibt)\b/iu;
/** Credits are parted from names by space or colon, or glued to them in the scripts without spaces. */
const mayBeCredit = /[\s:：]|^(?:By|BY|Von|Par|Por)\p{Lu}|[\u3400-\u9fff\uac00-\ud7af]/u;

/**
 * Words for "by" that are parts of names too, before one more word: a surname that begins with one (`Di Maio`),
 * or a Chinese family name (`Da Zhigang`).
 */
const particle = /^(?:Da|Di|Von|Af|Av)\s\p{Lu}[\p{L}’'-]+$/u;

function withoutCredit(text: string): string {
  return mayBeCredit.test(text) && !particle.test(text) ? strip(text) : text;
}

function strip(text: string): string {
  return text.replace(firm, '').replace(loose, '').replace(run, '');
}

const joined = new RegExp(`^${and}\\s+`, 'u');
/** One name without titles of jobs, handles, places and dates around it. */
export function plainName(part: string): string {
  let name = withoutCredit(part.replace(joined, ''))
    .replace(/^[\s"“”'’.:>»@#*_(【〔\-–—]+(?=\S)/u, '')
    .trim();
  if (mayTrail.test(name)) {
    for (const trailer of trailers) {
      const shorter = name.replace(trailer, '');
      if (shorter.trim().length > 1) name = shorter;
    }
    const withoutJob = name.replace(jobBehind, '');
    if (isNameLong(withoutJob)) name = withoutJob;
    name = name
      .replace(ourJob, '')
      .replace(jobBefore, '')
      .replace(houseBefore, '')
      .replace(/^(?:记者|記者)\s*[:：]?/, '');
  }
  return /[\s.,:;|"“”»«)】〕*_\-–—]$/u.test(name)
    ? name
        .replace(/(?<![\s.,:;|"“”»«)】〕*_\-–—])[\s.,:;|"“”»«)】〕*_\-–—]+$/u, (end) =>
          end.startsWith('.') &&
          /\b(?:Jr|Sr|\p{Lu}|[A-Z]{1,3}\.[A-Z]{1,2}|Ph\.D|M\.D)\.$/u.test(
            name.slice(0, name.length - end.length + 1),
          )
            ? '.'
            : '',
        )
        .trim()
    : name.trim();
}

/** Whether a line credits somebody for other work than writing. */
export function creditsOther(line: string): boolean {
  return other.test(line) || otherMarked.test(line);
}

/** Whether a line begins as credits for writing do. */
export function creditsWriting(text: string): boolean {
  const line = withoutDate(text);
  return (
    mayBeCredit.test(line) &&
    !particle.test(line) &&
    !creditsOther(line) &&
    (firm.test(line) || loose.test(line) || run.test(line))
  );
}

/** Whether a text is a credit for writing without a name: "Written by", "Autor:", a label of a card. */
export function isCreditAlone(text: string): boolean {
  return text.length < 60 && bare.test(text);
}

/** Where a Chinese report is from: `台北報導`. */
const reportedFrom = /^\p{Script=Han}{0,8}(?:报道|報導|報道|综合|綜合|[专專]?[电電讯訊])$/u;

/** Words for pictures, some signs before a name: who took one wrote nothing. */
const pictureEast = /(?:사진|그래픽|영상|写真|撮影|图片?|圖片?|摄影?|攝影?)[^.。!?！？]{0,14}$/u;
/** So many signs before a name are looked at for the word for a picture. */
const beforeName = 20;

/**
 * The names that Chinese, Japanese and Korean credits mark within a line, and whether it is for a picture.
 */
export function easternNames(text: string): { readonly name: string; readonly isForOther: boolean }[] {
  if (!mayBeEastern.test(text)) return [];
  return [
    ...text.matchAll(dateline),
    ...text.matchAll(creditEast),
    ...text.matchAll(placed),
    ...text.matchAll(reporterBehind),
  ].flatMap((match) => {
    const isForOther = pictureEast.test(text.slice(Math.max(0, match.index - beforeName), match.index));
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    return [name, ...reportersBehind(text, match.index + match[0].length)].map((one) => ({
      name: one,
      isForOther,
    }));
  });
}

/** Names of Chinese reporters that follow another one, from a place in the line on. */
function reportersBehind(text: string, from: number): string[] {
  const names: string[] = [];
  further.lastIndex = from;
  for (
    let match = further.exec(text);
    match !== null && names.length < mostReporters;
    match = further.exec(text)
  ) {
    const name = match[1] ?? '';
    if (!familyNames.includes(name.charAt(0))) break;
    names.push(name);
  }
  return names;
}

/** A day in numbers, as it stands before a credit: `05.02.2026 - Redaktion: Ada Moss`. */
const dateInFront =
  /^(?:\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})(?:,?\s\d{1,2}:\d\d(?:\suhr)?)?\s?[-–—|·•:,/]\s?(?=\p{L})/iu;

function withoutDate(text: string): string {
  return /^\d/.test(text) ? text.replace(dateInFront, '') : text;
}

/**
 * When it was written, behind a name, be it glued to it: boxes of a byline often have nothing between them. bounded:
 * 300, no longer byline is read.
 */
const timesBehind: readonly RegExp[] = [
  /(?<=\p{L}[\s,(]{0,3})(?:19|20)\d\d\s?[年년./-]\s?\d{1,2}(?:\s?[月월./-]\s?\d{1,2}[日일]?)?/u,
  /(?<=\p{L}[\s,(]{0,3})\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)/u,
  /(?<=\p{L}[\s,(]{0,3})\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}\.?,?\s(?:de\s)?(?:19|20)\d\d(?!\d)/u,
  /(?<=\p{Ll}[\s,(]{0,3})\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2},?\s(?:19|20)\d\d(?!\d)/u,
  /(?<=\p{L}[\s,(]{0,3})\d{1,3}\s?(?:(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?)\sago|(?:小[时時]|分[钟鐘]|天|日|時間|分|시간|분|일)\s?[前전])/u,
];

/** The word between a name and a time, and the day of the week: `Ada Moss on | `, `Ada Moss on Tue, |`. */
const beforeTime =
  /\s(?:(?:on|am|vom|published|updated|posted|veröffentlicht|publié|publicado)\s\p{L}{2,12}\.?,?\s{0,2}|on|at|am|vom|le|el|il|del|em|den|op|på|dne|published|updated|posted|veröffentlicht|publié|publicado)\s?\|/giu;
/** How a part begins that tells the time of the day, behind a day. */
const clock =
  /^[\s,(]*(?:[AaPp]\.?[Mm]\.?(?!\p{L})|\d{1,2}(?:[:.h]\d\d|[時时]|\s?(?:[AaPp]\.?[Mm]|[Uu]hr)))/u;

/** A byline with a bar where it says when it was written, behind a name: what follows is a part of its own. */
function withoutTimes(text: string, isCredited: boolean): string {
  if (!/\d/.test(text)) return text;
  let rest = text;
  for (const time of timesBehind) rest = rest.replace(time, '|');
  if (rest === text) return text;
  const parts = rest.replace(beforeTime, '|').split('|');
  const name = parts[0]?.split(parting).at(-1) ?? '';
  // Of `Issue 03.05.2024` no part is a name.
  if (!isCredited && nameLikeness(name.trim()) !== 2) return text;
  return parts.filter((part) => !clock.test(part)).join('|');
}

/** Behind a Chinese or Korean name, who took the pictures. bounded: 300, no longer byline is read. */
const pictureCredit = /\s(?:[图圖]片?|[摄攝]影?|写真|撮影|사진|영상)(?:\s?[:：／/]|\s).*$/u;

const bars = /[|｜•·]/;
const mostParts = 6;
const mostNames = 5;
/**
 * Reads a line such as `By Ada Moss | Paper | 3 May`: the names that a credit or a profession marks in its
 * parts. A line without bars, or of more than 160 characters, is none.
 */
export function barredNames(text: string): string[] {
  if (text.length > 160 || !bars.test(text)) return [];
  return text.split(bars, mostParts).flatMap(creditedNames).slice(0, mostNames);
}

/**
 * Whether a line is built as a byline: a name with its profession or a credit, then parts by bars.
 */
export function isBarredByline(text: string): boolean {
  const [first = ''] = text.split(bars, 1);
  return (
    first.length < text.length &&
    first.length < 80 &&
    (creditsWriting(first) || easternNames(first).length > 0)
  );
}

/** The names of a part that is nothing but a credit. */
function creditedNames(raw: string): string[] {
  const part = raw.trim();
  const signed = signedEast.exec(part)?.[1];
  if (signed !== undefined) return [signed];
  const { names, isCredited, isForOther } = bylineNames(part);
  return isCredited && !isForOther ? names.filter((name) => nameLikeness(name) === 2) : [];
}

/**
 * Reads a byline such as `By Ada Moss and Ben Lark, staff writers | Paper`; it has no names when it is none.
 */
export function bylineNames(raw: string): BylineNames {
  if (raw.length > longestByline || /^\s*https?:|facebook\.com|twitter\.com/i.test(raw))
    return { names: [], isCredited: false, isForOther: false };
  const text = withoutDate(
    tidy(
      decodeReferences(raw)
        .replace(/<[^>]{0,200}>/g, ' ')
        .replaceAll('\ufe55', ':'),
    ),
  ).replace(/^[—–\-\s|>»(（]+/, '');
  const isForOther = creditsOther(text);
  const isCredited = creditsWriting(text);
  const rest = (isCredited ? text.replace(firm, '') : text.replace(otherMarked, '')).replace(
    /^\s*\S+(?:\s\S+)?\s+by\s+/i,
    (start) => (isForOther ? '' : start),
  );
  const names: string[] = [];
  for (const part of withoutTimes(rest.replace(pictureCredit, ''), isCredited).split(parting).slice(0, 20)) {
    if (isCredited && names.length > 0 && other.test(part)) continue;
    const name = plainName(part);
    if (
      name.length > 1 &&
      !reportedFrom.test(name) &&
      name.length <= 60 &&
      /\p{L}/u.test(name) &&
      !/^\d+\s|\s\d+$|\d{4}|[:：»«]/.test(name)
    )
      names.push(name);
  }
  return { names, isCredited, isForOther };
}

/** Who wrote, as a feed or a rule of a source gives it: feeds print whole bylines, `作者：李明／台北報導`. */
export function writersIn(credit: string): readonly string[] {
  const { names, isForOther } = bylineNames(credit);
  return isForOther ? [] : names;
}

const jobWord =
  /\b(?:editors?|redaktion|redakteur\p{L}*|staff|reporters?|correspondents?|writers?|team|journalist\p{L}*|manager|director|founder|ceo|specialist|expert|analyst|professor|consultant|contributors?|producer|strategist|engineer|developer|marketing|head of|chief|officer|president|attorney|md|phd|cfp|rd|mba|correspondante?s?|envoyée?s? spécia\p{L}+|rédact\p{L}+|grand reporter|corresponsal(?:es)?|enviad[oa] especial|redactora?|inviat[oaie]|corrispondent[ei]|correspondentes?|repórter|redacteur|verslaggever|korrespondent\p{L}*)\b/iu;
/** Whether a text speaks of a job rather than a person. */
export const namesJob = rememberTexts((text) => jobWord.test(text));

const agency =
  /^(?:dpa|afp|ap|apa|sda|ats|ansa|efe|reuters|sid|epd|kna|pti|ani|ians|tt|ntb|ritzau|anp|belga|pap|tass|xinhua|新华社|共同|時事|yonhap|연합뉴스|associated press|the associated press|bloomberg|upi|press association|pa media|deutsche presse-agentur|agence france-presse|keystone-sda|agenturen|agencies|agencias|agenzie|agences)(?:\b|$)/iu;
/** Whether a name is one of a news agency. */
export function namesAgency(text: string): boolean {
  return agency.test(text);
}

const noName =
  /\b(?:news|press|agency|admin|read|more|all|posts?|follow|share|email|updated|published|photos?|about|view|profile|comments?|minutes?|min|subscribe|januar[yi]?|februar[yi]?|march|märz|april|june?|juni|july?|juli|august|september|o[ck]tober|november|de[cz]ember|learn|our|your|the|this|how|what|home|blog|menu|search|contact|click|here|articles?|category|date|time|source|quelle|alle|mehr|artikel|von|über|uhr|facebook|twitter|linkedin|instagram|undefined|null|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|policy|privacy|terms|contents|guide|download|connected|written|services?|products?|support|insights|tips|free|new|best|deal|bio|latest|related|similar|editorial|corporation|inc|ltd|gmbh|university|institute|foundation|magazin|magazine|getty|images)\b/iu;

/**
 * How much a text looks like the name of a person: 2 for two to four capitalised words, 1 for one such word
 * or a name in a script without capitals, 0 for anything else.
 */
export const nameLikeness = rememberTexts(readLikeness);

function readLikeness(text: string): number {
  if (/[\d@!?<>{}=]/.test(text) || noName.test(text) || namesJob(text)) return 0;
  if (
    /^[\p{Script=Han}\p{Script=Hangul}·\s]{2,12}$/u.test(text) ||
    /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\s]{4,40}$/u.test(text)
  )
    return text.length <= 5 || text.includes(' ') ? 2 : 1;
  const words = text.split(' ');
  const small =
    /^(?:de|da|do|dos|das|di|del|della|van|von|der|den|dem|ten|ter|zu|zur|al|el|la|le|bin|ibn|af|av|y|e|i|of|du|des|st\.?|v\.?|’t|'t)$/u;
  const isName = words.every((word) => /^\p{Lu}/u.test(word) || small.test(word));
  if (!isName || words.length > 5) return 0;
  return words.filter((word) => /^\p{Lu}/u.test(word)).length >= 2 ? 2 : 1;
}
