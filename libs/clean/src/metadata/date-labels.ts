import { patternSet } from '../patterns/pattern-set.ts';
import { findDate, mayHoldDate, type DateOrder } from './find-date.ts';

/** What a line says of a day in it: that the page was published on it, or changed. */
export type DateLabel = 'published' | 'updated';

/** Part of a line with one date at most, and what the line says of it. */
export interface DatePart {
  readonly text: string;
  readonly label?: DateLabel;
}

/** Words by which papers say that a page was changed, by their stems. */
const updated = [
  // Germanic
  /updat|modif|last (?:edited|changed|reviewed|revised)|aktualis|(?:letzte|zuletzt) (?:änder|geänder|bearb)|geändert/,
  /bijgewerkt|gewijzigd|uppdat|ändrad|oppdat|endret|opdat|ændret|uppfært|bygewerk/,
  // Romance
  /mise? à jour|actualis|actualiz|actualitz|aggiorn|atualiz/,
  // Slavic and Baltic
  /aktualiz|zmieni|změněn|zmenen|posodobljen|ažuriran|izm(?:ij)?enjen|ажуриран|обновен|обновл|актуализ|измен[её]н|оновл|змінен|абноўл|atjaun|atnaujin/,
  // Finnic, Hungarian, Albanian, Greek, Basque, Celtic
  /päivitetty|muokattu|uuendatud|muudetud|frissít|módosít|përditës|ενημ[εέ]ρ|eguneratu|nuashonr|diweddar/,
  // Turkic, Caucasian
  /güncelle|yenilən|жаңар|yangilan|განახლ|թարմաց/,
  // Semitic, Iranian, Indian
  /تحديث|تعديل|עודכן|עדכון|به‌?روز|بروزرسان|ویرایش|اپ ?ڈیٹ|अपडेट|अद्यतन|আপডেট|হালনাগাদ|புதுப்பி|నవీకరించ|అప్‌?డేట్/,
  // South-East and East Asian, African
  /diperbarui|diperbaharui|dikemas|cập nhật|อัป?เดต|ปรับปรุง|แก้ไข|更新|修改|更改|改訂|수정|갱신|업데이트|imesasish|ilisasish/,
];

/** Words by which papers say when a page was published. */
const published = [
  /publi(?!c(?:an|ity|ist|[ao]?(?!\p{L}))|que|sher|zist)|released|posted|created|veröff|erschien|erstellt|geplaatst|lagt ut|offentliggjort|udgivet/u,
  /paru le|cread[oa]|criad[oa]|pubblic|julkaistu|avaldatud|ievietots|paskelb|zamieszcz|dodano|zveřejn|zverejn|vydáno|objavlj|објављ|објаве/,
  /опублик|публик|размещ[её]н|апублік|опублік|розміщен|megjelen|közzét|δημοσ[ιί]ε|yayın|giriş tarihi|eklenme|жарияла|გამოქვეყ|հրապարակ/,
  /نشر|منتشر|انتشار|اشاعت|פורסם|प्रकाशित|पब्लिश|প্রকাশ|வெளியி|ప్రచుర|diterbitkan|tayang|đăng|xuất bản|เผยแพร่/,
  /发布|發布|發佈|发表|發表|刊登|公開|掲載|配信|投稿|입력|등록|게시/,
];

const sources = (rules: readonly RegExp[]): string => rules.map(({ source }) => source).join('|');
const labels = new RegExp(`(${sources(updated)})|${sources(published)}`, 'giu');
/** Whether a label stands in a line; hardly any line has one. */
const holdsLabel = patternSet([new RegExp(labels.source, 'iu')]);
/** A version of a page, of which German papers give the day: `Stand: 4. März 2026`. */
const version = /\bstand\b/iu;
/** A line that is nothing but a date, and says so. */
const dateWord =
  /^\s*(?:date|datum|dato|dagsetning|data|fecha|päivämäärä|kuupäev|datums|dátum|ημερομηνία|дата|датум|tarih|تاريخ|التاريخ|تاریخ|תאריך|तारीख|দিনাঙ্ক|তারিখ|tanggal|tarikh|ngày|วันที่|日期|时间|時間|日付|日時|날짜|일시|petsa|tarehe)\s?[:：]/iu;
/** Chinese, Japanese and Korean put the word behind the day as well: `（3月6日 11:00 更新）`. */
const eastern = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;
/** What parts the dates of one line. */
const separators = /[(（|｜;；·•]/;

interface Labelled {
  readonly text: string;
  readonly label: DateLabel;
}

/** The text before the first label, and what each label begins. */
function atLabels(text: string): { readonly head: string; readonly behind: readonly Labelled[] } {
  const found = holdsLabel(text) === 0 ? [] : [...text.matchAll(labels)];
  return {
    head: text.slice(0, found[0]?.index ?? text.length),
    behind: found.map((match, index) => ({
      text: text.slice(match.index, found[index + 1]?.index ?? text.length),
      label: match[1] === undefined ? 'published' : 'updated',
    })),
  };
}

/** The parts of a line whose words stand behind their dates: `3月4日 10:20 公開 （3月6日 11:00 更新）`. */
function labelledBehind(head: string, behind: readonly Labelled[]): DatePart[] {
  const pieces = head.split(separators);
  const texts = [pieces.at(-1) ?? '', ...behind.slice(0, -1).map((part) => part.text)];
  return [
    ...pieces.slice(0, -1).map((text) => ({ text, label: 'published' as const })),
    ...behind.map(({ label }, index) => ({ text: texts[index] ?? '', label })),
  ];
}

/** The parts of a line whose words stand before their dates. */
function labelledBefore(
  head: string,
  behind: readonly Labelled[],
  isDate: (part: DatePart) => boolean,
): DatePart[] {
  const dated = behind.filter(isDate);
  const isChanged = dated.some((part) => part.label === 'updated');
  if (dated.length > 0 && !isChanged && version.test(head))
    return [{ text: head, label: 'updated' }, ...dated];
  if (isChanged || version.test(head) || dateWord.test(head))
    return [{ text: head, label: 'published' }, ...dated];
  // `20 September 2018 - first published`, but not `20 September 2018, updated at 10:30`.
  const alone = dated.length === 0 ? behind.find((part) => !/\p{Nd}/u.test(part.text)) : undefined;
  return [alone === undefined ? { text: head } : { text: head, label: alone.label }, ...dated];
}

/**
 * The parts of a short line that may have dates, each with the word that speaks of it: `Updated March 6, 2026 ·
 * First published March 4, 2026`. A word speaks of the date behind it, in Chinese, Japanese and Korean also of
 * the one before it. A day without a word beside one of a change is that of publication.
 */
export function datePartsOf(text: string, order: DateOrder): DatePart[] {
  const isDate = (part: DatePart): boolean =>
    mayHoldDate(part.text) && findDate(part.text, order) !== undefined;
  const { head, behind } = atLabels(text);
  if (behind.length === 0 && !version.test(text) && !dateWord.test(text)) return [{ text }];
  const last = behind.at(-1);
  const isBehind =
    last !== undefined && eastern.test(last.text.slice(0, 4)) && !isDate(last) && isDate({ text: head });
  return (isBehind ? labelledBehind(head, behind) : labelledBefore(head, behind, isDate)).filter(isDate);
}
