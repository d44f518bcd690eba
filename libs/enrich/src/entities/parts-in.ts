import { isGreatPlace, placesNamed, stateByCode } from '../gazetteer/places.ts';
import { placesMeant } from '../gazetteer/state-forms.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { mostCharacters } from './entity-spans.ts';
import type { Mention } from './mention.ts';

/** Characters before and behind a name in which it is asked what it belongs to. */
const near = { before: 70, behind: 24 } as const;

/**
 * What is named after somebody, whose name is a part of its own: больница имени Мечникова; not who speaks от имени
 * Мечникова.
 */
const slavicBefore =
  // bounded: 70, the text right before a name
  /(?<!\p{L})(?:больниц|госпитал|клиник|школ|гимнази|лице[йяюе]|училищ|институт|університет|университет|академи|консерватори|театр|музе|библиотек|бібліотек|завод|фабрик|колхоз|улиц|вулиц|площад|площ|проспект|стадион|стадіон|парк|центр|фонд|преми|премі|кубк|конкурс|аэропорт|аеропорт|мост|міст|лікарн|академі|гімназі|szpital|szkoł|uniwersyte|teatr|muzeum|bibliote|akademi|instytut|fundacj|lice|ulic|plac|stadion|park|centrum|most)\p{L}*(?: \p{L}+){0,3} (?:имени|им\.|імені|ім\.|imienia|im\.) ?$/iu;

/** The same in Romance languages, which say it without a word between: université Ben Lindt, calle Lindt. */
const romanceBefore =
  // bounded: 70, the text right before a name
  /(?<!\p{L})(?:universit[éàa]t?|universidade?|lyc[ée]e|liceu|liceo|h[ôo]pital|ospedale|stade|stadio|gymnase|th[ée][âa]tre|fondation|fondazione|fundaci[óo]n?|funda[çc][ãa]o|instituto?|istituto|prix|pr[ée]mio|premio|hangar|aeropuerto|aeroporto|a[ée]roport) $/iu;

/** Streets, of which a name behind de is a part too: rue de Tivoli, calle de Alcalá, piazza Roma. */
const streetBefore =
  // bounded: 70, the text right before a name
  /(?<!\p{L})(?:rue|avenue|boulevard|bd|impasse|all[ée]e|faubourg|quai|calle|avenida|paseo|plaza|carrer|passeig|viale|corso|piazza|rua|pra[çc]a|travessa)(?: (?:de la|de los|de las|de|du|des|da|do|dos|del|della|dei)| d[’'])? ?$/iu;

/**
 * Titles of the nobility and streets, behind which a place in English is no place of the story: Lord Baker of Dorking.
 */
const englishBefore =
  /\b(?:(?:Prince|Princess|Duke|Duchess|Earl|Countess|Marquess|Lord|Lady|Baron|Baroness|Viscount)(?: \p{Lu}[\p{L}-]{1,20}){0,2}|Avenue|Boulevard) of (?:the )?$/u;
/** Letters of a body right before the place that is the end of its name: IIT Delhi, FC Utrecht. */
const lettersBefore = /(?:^|[\s(“"])(?!(?:AM|PM|GOP|NYC|ISIS|U[SKN]|EU|IN|OF|TO|AND|FOR|THE) )([A-Z]{2,5}) $/;

/** A town of so many people is named in capitals by itself, as in a dateline. */
const largeTown = 300_000;
/** Letters in Cyrillic that stand for a thing where a small town far away is called so: ГАО. */
function isCyrillicLetters(name: string): boolean {
  if (!/^(?=\p{Script=Cyrillic})\p{Lu}{2,4}$/u.test(name)) return false;
  const places = placesNamed(name);
  return (
    places.length > 0 && places.every(({ kind, population }) => kind === 'town' && population < largeTown)
  );
}

/** Whether letters of a body stand right before the town that is the end of its name. */
function isBehindLetters(before: string, name: string): boolean {
  const letters = lettersBefore.exec(before)?.[1];
  return (
    letters !== undefined &&
    stateByCode(letters) === undefined &&
    name !== name.toUpperCase() &&
    placesNamed(name).every(({ kind }) => kind === 'town')
  );
}

const romance: ReadonlySet<string> = new Set(['fr', 'es', 'it', 'pt', 'ca', 'gl', 'ro']);

const unparted: ReadonlySet<string> = new Set(['zh', 'yue', 'ja']);
/**
 * What goes on with the name of a place, without a word between, to that of a body, a house, a station or a kind of
 * thing.
 */
const bodies =
  '協会|協會|协会|連盟|联盟|聯盟|連合会|联合会|聯合會|学会|學會|機構|財団|基金会|基金會|研究所|研究院|通信局|産業局|財務局|運輸局|国税局|労働局|新聞社|日报|日報|晚报|晚報|电视台|電視台|出版社|銀行|银行|劇場|剧院|症候群|综合征|綜合症|条約|条约|條約|議定書|议定书|(?<!大使|领事|領事)[館馆]';
const sign = '[\\p{Script=Han}\\p{Script=Katakana}ー]';
/** Japanese parts a verb from its object by kana, so that a name may go on longer there. */
const bodyBehind = {
  chinese: new RegExp(`^${sign}{0,6}?(?:${bodies})`, 'u'),
  japanese: new RegExp(`^${sign}{0,16}?(?:${bodies})`, 'u'),
} as const;
const rightBehindUnparted = /^(?:[型駅號号](?!口)|站(?![出在起到立口])|杯(?!葛))/u;
/** Signs of a longer name that come again behind a place wherever it stands. */
const signs = /^[\p{Script=Han}\p{Script=Katakana}ー]{2}/u;
/** What may stand behind a place again and again and is no part of a name. */
const usualBehind = wordList(
  '政府 政权 政權 市民 人民 国民 國民 居民 地区 地區 地方 地域 市場 市场 经济 經濟 経済 当局 當局 警方 警察 总统 總統 大統領 首相 总理 總理 外交 国内 國內 国籍 记者 記者 代表 大使 公司 企业 企業 大学 大學 方面 本土 本地 南部 北部 東部 东部 西部 中部 以外 之间 之間 所有 进行 進行 今年 昨日',
);

/** Whether the same two signs go on wherever a text has a small town, twice or oftener: 通化东宝. */
function goesOnAlike(text: string, name: string): boolean {
  if (/[市县縣区區町村]$/u.test(name) || isGreatPlace(name)) return false;
  if (placesNamed(name).some((place) => place.kind !== 'town')) return false;
  let times = 0;
  let common: string | undefined;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const [behind] = signs.exec(text.slice(at + name.length, at + name.length + 2)) ?? [];
    if (behind === undefined || (common ??= behind) !== behind || usualBehind.has(behind)) return false;
    times += 1;
  }
  return times > 1;
}

/**
 * Tells of names of a text whether they stand only as a part of something that is named by more (US$9, больница имени
 * Мечникова, rue de Tivoli, 近畿総合通信局), or are countries in other languages alone.
 */
export function partsIn(whole: string, language: string): (mention: Mention) => boolean {
  const text = whole.slice(0, mostCharacters);
  const alike = new Map<string, boolean>();
  const isAlike = (name: string): boolean => {
    let known = alike.get(name);
    if (known === undefined) alike.set(name, (known = goesOnAlike(text, name)));
    return known;
  };
  const isOfBody = (behind: string, name: string): boolean =>
    language === 'ja'
      ? bodyBehind.japanese.test(behind)
      : bodyBehind.chinese.test(behind) && placesNamed(name).every(({ kind }) => kind !== 'country');
  const isRomance = romance.has(language);
  return ({ start, end, kind, base }) => {
    const before = text.slice(Math.max(0, start - near.before), start);
    const behind = text.slice(end, end + near.behind);
    if (behind.startsWith('$')) return true;
    if (kind === 'PER')
      return (
        slavicBefore.test(before) || (isRomance && (romanceBefore.test(before) || streetBefore.test(before)))
      );
    if (kind !== 'LOC') return false;
    const name = base ?? text.slice(start, end);
    if (isRomance && streetBefore.test(before)) return true;
    if (language === 'en' && (englishBefore.test(before) || isBehindLetters(before, name))) return true;
    if (isCyrillicLetters(name)) return true;
    if (
      placesNamed(name).some((place) => place.kind === 'country') &&
      placesMeant(name, language).length === 0
    )
      return true;
    return (
      unparted.has(language) &&
      (rightBehindUnparted.test(behind) || isOfBody(behind, name) || isAlike(text.slice(start, end)))
    );
  };
}
