import { foreignNames } from '../gazetteer/foreign-people.ts';
import { listedKind } from '../gazetteer/listed-names.ts';
import { organisationNamed } from '../gazetteer/organisations.ts';
import { placesNamed } from '../gazetteer/places.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { hashText } from './hash-text.ts';
import { longestKnown, prefixLengths, readWords, type Word } from './known-in-words.ts';
import { mayBeHashOfName } from './may-be-name.ts';
import { organisationsInLatin } from './organisations-in-latin.ts';
import { pickSpans } from './pick-spans.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

/** Offices and forms of address before the name of a person. */
const roles = wordList(
  'الرئيس الوزير الوزراء وزير الملك الأمير الشيخ الجنرال اللواء العميد العقيد الفريق السيد السيدة الدكتور الدكتورة المتحدث النائب السيناتور البابا المستشار المستشارة السلطان الخارجية الدفاع الداخلية المالية السفير المبعوث المهندس القائد المدرب اللاعب الفنان الفنانة الممثل الممثلة المخرج الكاتب الشاعر الصحفي الصحافي الإعلامي القاضي المحامي الأستاذ البروفيسور الرئاسة النجم المهاجم الحارس المفكر الناشط الحقوقي',
);
/** Given names that are common in the news beside those of the list. */
const commonGiven = wordList(
  'محمد أحمد احمد محمود علي حسن حسين خالد سعيد سعد سعود سلمان فيصل عمر عثمان إبراهيم ابراهيم يوسف مصطفى كريم طارق وليد بشير بشار صالح ناصر جمال كمال عادل ماجد فهد تركي بندر نايف مشعل حمد تميم زايد منصور راشد هزاع جعفر عباس هادي مهدي رضا قاسم حيدر نوري عمار نبيل سمير رامي سامي فادي ميشال جبران سعدالدين نجيب رياض عصام هشام أشرف شريف ياسر إسماعيل اسماعيل يحيى زكريا موسى عيسى داود سليمان أيمن أسامة معاذ أنس بلال زياد فاطمة عائشة مريم نورا سارة ليلى هدى منى زينب خديجة أمينة سلمى رانيا نانسي إليسا فيروز',
);
/** Given names of other languages, which no Arabic word is spelled like. */
const foreignGiven = wordList(
  'دونالد جون جورج إيمانويل فلاديمير فولوديمير بنيامين أنتوني ماركو ريشي أنجيلا أولاف فريدريش جاستن نارندرا أنطونيو تيدروس ليونيل كريستيانو كيليان باراك هيلاري كامالا مايك جاك بيير فرانسوا ديفيد مايكل روبرت ويليام ريتشارد توماس جيمس أليكس ألكسندر سيرغي دميتري ديمتري يفغيني غوستاف كارلوس خوسيه لويس ماريا آنا إيلون بيل ستيف مارك جيف',
);
/** Words that belong to no name. */
const small = wordList(
  'في من على إلى عن مع أن إن كان كانت قد لقد هذا هذه ذلك تلك التي الذي الذين ما لا لم لن بعد قبل خلال حول بين ضد منذ حتى عند أو ثم أي كل بعض غير قال قالت أكد أكدت أعلن أعلنت أضاف أوضح ذكر وقال وأكد وأعلن وأضاف وأوضح اليوم أمس عام يوم هو هي هم أنه إنه أنها إنها بأن لأن عليه عليها به بها له لها فيه فيها وهو وهي كما حيث وقد ولم السابق الحالي الجديد كبير إن يقول تقول سوى أمام تحت فوق ضمن نحو رئيس مجلس وزير وزارة حزب جامعة شركة',
);

/**
 * `isPrefixed`: letters that belong to no name may be cut off a word that is none, so that only well-known places are
 * believed.
 */
function kindOf(name: string, isPrefixed = false): 'LOC' | 'ORG' | undefined {
  if (name.length < 3) return undefined;
  const hash = hashText(name);
  const listed = listedKind(name, 'ar', hash);
  if (listed !== undefined) return listed;
  if (!mayBeHashOfName(hash) || small.has(name)) return undefined;
  const least = !isPrefixed && name.length > 3 && !name.startsWith('ال') ? 200_000 : 1_000_000;
  if (placesNamed(name).some(({ population }) => population >= least) && !isGiven(name)) return 'LOC';
  return organisationNamed(name) === undefined ? undefined : 'ORG';
}

const isGiven = (word: string): boolean =>
  commonGiven.has(word) ||
  foreignGiven.has(word) ||
  (!small.has(word) && !months.has(word) && word.length > 3 && foreignNames('ar', 'given').has(word));
/** Names of months, which are given names, too. */
const months = wordList('رمضان شعبان رجب ربيع محرم صفر شوال');
/** Joins of two words into one name. */
const isJoin = (word: string): boolean =>
  word === 'عبد' || word === 'بن' || word === 'بنت' || word === 'أبو' || word === 'آل' || word === 'ابن';
const isPart = (word: Word | undefined): word is Word =>
  word !== undefined &&
  word.text.length > 1 &&
  !small.has(word.text) &&
  /^\p{Script=Arabic}/u.test(word.text) &&
  !/^\p{Nd}/u.test(word.text);

/** The ministry, the university, the party: with the words that say which. */
const organisationHeads = wordList('وزارة جامعة');

/**
 * Names in Arabic: people by the office before them, by given names and the words that join them, ministries
 * and universities, and the longest names of the gazetteers.
 */
export function namesInArabic(text: string): Mention[] {
  const all = readWords(text, /[\p{L}\p{M}\p{N}'’-]{1,40}/gu);
  const joined = (at: number): boolean => text.slice(all[at - 1]?.end ?? 0, all[at]?.start ?? 0) === ' ';
  /** Where a name of a person that begins at `from` ends, as the number of the word behind it. */
  const endOfPerson = (from: number): number => {
    let to = from + 1;
    while (to < all.length && to - from < 5 && joined(to)) {
      const word = all[to];
      const before = all[to - 1]?.text ?? '';
      if (!isPart(word) || (word.text.length < 3 && !isJoin(word.text)) || kindOf(word.text) !== undefined)
        break;
      const isOwn =
        isJoin(word.text) ||
        isJoin(before) ||
        isGiven(word.text) ||
        (to === from + 1 && (foreignGiven.has(before) || !/^[لبفو]/u.test(word.text))) ||
        (/^ال.{2,}ي$/u.test(word.text) && to <= from + 2);
      if (!isOwn) break;
      to += 1;
    }
    while (to > from + 1 && isJoin(all[to - 1]?.text ?? '')) to -= 1;
    return to;
  };
  const search = {
    text,
    words: all,
    most: 4,
    joined,
    skips: (word: string) => prefixLengths(word, 4),
    kindOf,
  };
  const found: Mention[] = [];
  const known: Mention[] = [];
  const add = (from: number, to: number, kind: Mention['kind'], confidence: number): void => {
    found.push({ start: all[from]?.start ?? 0, end: all[to - 1]?.end ?? 0, kind, confidence });
  };
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at];
    if (word === undefined) break;
    const name = longestKnown(search, at);
    if (name !== undefined) known.push(name.mention);
    const next = all[at + 1];
    if (organisationHeads.has(word.text) && joined(at + 1) && isPart(next)) {
      const isSaid = next.text.startsWith('ال') || kindOf(next.text) === 'LOC' || word.text === 'جامعة';
      if (isSaid) add(at, at + 2, 'ORG', sure.headWord);
    }
    if (roles.has(word.text)) {
      // The country of an office stands behind it as an adjective: "الرئيس الأمريكي دونالد ترامب".
      let from = at + 1;
      while (from < at + 3 && joined(from) && /^ال.{2,}(?:ي|ية)$/u.test(all[from]?.text ?? '')) from += 1;
      const first = all[from];
      if (
        from < all.length &&
        joined(from) &&
        isPart(first) &&
        !first.text.startsWith('ال') &&
        (isGiven(first.text) || !/^[لبفو]/u.test(first.text)) &&
        kindOf(first.text) === undefined
      ) {
        const to = endOfPerson(from);
        if (to - from > 1) add(from, to, 'PER', sure.office);
      }
    }
    const before = all[at - 1];
    if (isGiven(word.text) && !(before !== undefined && joined(at) && isGiven(before.text))) {
      const to = endOfPerson(at);
      const last = all[to - 1]?.text ?? '';
      const isSure =
        to - at > 1 &&
        (isGiven(last) ||
          foreignGiven.has(word.text) ||
          isJoin(all[to - 2]?.text ?? '') ||
          foreignNames('ar', 'family').has(last) ||
          (commonGiven.has(word.text) ? /^ال.{2,}$/u : /^ال.{2,}ي$/u).test(last));
      if (isSure) add(at, to, 'PER', sure.givenName);
    }
  }
  return pickSpans(text, [...found, ...known, ...organisationsInLatin(text)]);
}
