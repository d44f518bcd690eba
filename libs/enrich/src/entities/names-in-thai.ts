import { longestForeignForm } from '../gazetteer/foreign-organisations.ts';
import { foreignNames } from '../gazetteer/foreign-people.ts';
import { listedKind, mayBeListed } from '../gazetteer/listed-names.ts';
import { hashText, hashUnit } from './hash-text.ts';
import { organisationsInLatin } from './organisations-in-latin.ts';
import { pickSpans } from './pick-spans.ts';
import { person } from './spread-people.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

/** Forms of address before a name; the longest first. */
const titles =
  /นางสาว|น\.ส\.|นาย|นาง|ด\.ช\.|ด\.ญ\.|ดร\.|พล\.ต\.อ\.|พล\.ต\.ท\.|พล\.ต\.ต\.|พ\.ต\.อ\.|พ\.ต\.ท\.|พ\.ต\.ต\.|ร\.ต\.อ\.|พล\.อ\.|พล\.ท\.|พล\.ต\.|พ\.อ\.|พ\.ท\.|ส\.ต\.ท\.|ด\.ต\.|นพ\.|พญ\.|ม\.ร\.ว\.|ม\.ล\./gu;
/** Words that begin as a form of address does. */
const noTitle =
  /^(?:นายก|นายทุน|นายจ้าง|นายทหาร|นายอำเภอ|นายแพทย์|นายหน้า|นายประกัน|นายตรวจ|นายท้าย|นายทะเบียน|นายสิบ|นายพล|นายร้อย|นายใหญ่|นายช่าง|นายแบบ|นางแบบ|นางเอก|นางงาม|นางพยาบาล|นางฟ้า|นางสาวไทย|นางรำ|นางร้าย)/u;
const titleInWord = /(?:เจ้า|ท|ขุน|หัวหน้า)$/u;
/** Words after a name, written together with it. */
const afterName =
  /(?:กล่าว|เปิดเผย|ระบุ|เผย|ยืนยัน|ชี้|โพสต์|ตอบ|ให้สัมภาษณ์|ที่|ซึ่ง|และ|หรือ|ได้|เป็น|ใน|กับ|จะ|ว่า|เมื่อ|พร้อม|อายุ|รัฐมนตรี|ประธาน|ผู้|อดีต|นายก|หัวหน้า|เลขา|รอง|ส\.ส|โฆษก|กรรมการ|อธิบดี|ปลัด)/u;
/** Forms of places before their name. */
const placeHeads = /จังหวัด|อำเภอ|เทศบาลนคร|จ\.|อ\./gu;

const isThai = (character: string): boolean => {
  const code = character.charCodeAt(0);
  return code >= 0x0e01 && code <= 0x0e4e && character !== '฿';
};

/** Where the run of Thai letters ends that begins at `at`, at the first word that belongs to no name. */
function endOfRun(text: string, at: number, most: number): number {
  let end = at;
  while (end - at < most && isThai(text.charAt(end))) end += 1;
  const cut = afterName.exec(text.slice(at + 2, end));
  return cut === null ? end : at + 2 + cut.index;
}

function people(text: string): Mention[] {
  return [...text.matchAll(titles)].flatMap(({ 0: title, index }) => {
    if (
      noTitle.test(text.slice(index, index + 12)) ||
      titleInWord.test(text.slice(Math.max(0, index - 8), index))
    )
      return [];
    let start = index + title.length;
    if (text.charAt(start) === ' ') start += 1;
    const end = endOfRun(text, start, 20);
    const given = text.slice(start, end);
    if (given.length < 2 || given.length > 16) return [];
    const isWhole = text.charAt(end) === ' ';
    const familyEnd = isWhole ? endOfRun(text, end + 1, 24) : end;
    const family = text.slice(end + 1, familyEnd);
    const hasFamily = family.length > 2 && family.length < 24 && !afterName.test(family.slice(0, 8));
    // A run that is no known given name is believed with a family name behind it alone.
    return hasFamily || foreignNames('th', 'given').has(given)
      ? [person(start, hasFamily ? familyEnd : end)]
      : [];
  });
}

/** The longest names of the lists, from left to right. */
function known(text: string): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isThai(text.charAt(at))) continue;
    let hash = hashText(text.charAt(at));
    let longest: Mention | undefined;
    for (let end = at + 2; end <= Math.min(text.length, at + longestForeignForm); end += 1) {
      hash = hashUnit(text.charCodeAt(end - 1), hash);
      // A name ends where no vowel sign or tone mark goes on.
      if (end - at < 4 || !mayBeListed(hash) || /\p{M}/u.test(text.charAt(end))) continue;
      const kind = listedKind(text.slice(at, end), 'th', hash);
      if (kind !== undefined) longest = { start: at, end, kind, confidence: sure.gazetteer };
    }
    if (longest === undefined) continue;
    found.push(longest);
    at = longest.end - 1;
  }
  return found;
}

/** Names behind the word for a province or a district, up to the next space. */
function placesByHead(text: string): Mention[] {
  return [...text.matchAll(placeHeads)].flatMap(({ 0: head, index }) => {
    if (head.endsWith('.') && (isThai(text.charAt(index - 1)) || text.charAt(index - 1) === '.')) return [];
    const start = index + head.length;
    let end = start;
    while (end - start < 20 && isThai(text.charAt(end))) end += 1;
    const name = text.slice(start, end);
    return name.length > 2 &&
      name.length < 16 &&
      !afterName.test(name) &&
      !/^(?:ละ|ใด|นี้|อื่น|ต่าง|ทุก|ใน|ที่|เดียว|ของ|เมือง)/u.test(name)
      ? [{ start, end, kind: 'LOC', confidence: sure.headWord } as const]
      : [];
  });
}

/**
 * Names in Thai, which parts sentences and names alone: people by the form of address, places by the word before them,
 * and names of the lists.
 */
export function namesInThai(text: string): Mention[] {
  return pickSpans(text, [
    ...people(text),
    ...known(text),
    ...placesByHead(text),
    ...organisationsInLatin(text),
  ]);
}
