import { koreanParticles, koreanSurnames } from '../gazetteer/foreign-name-words.ts';
import { foreignRegions } from '../gazetteer/foreign-regions.ts';
import { listedKind } from '../gazetteer/listed-names.ts';
import { organisationNamed } from '../gazetteer/organisations.ts';
import { placesNamed, type Place } from '../gazetteer/places.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { hashText } from './hash-text.ts';
import { readWords, type Word } from './known-in-words.ts';
import { mayBeHashOfName } from './may-be-name.ts';
import { organisationsInLatin } from './organisations-in-latin.ts';
import { pickSpans } from './pick-spans.ts';
import { person, spreadPeople } from './spread-people.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

const longestName = 14;
/**
 * Abroad, places of two or three syllables are believed only when many people live there: short names are also words.
 */
const shortNamePeople = 2_000_000;
const threeSyllablePeople = 500_000;
/** Offices and trades that stand as a word of their own beside a name. */
const offices = wordList(
  '대통령 총리 국무총리 부총리 장관 차관 위원장 부위원장 의원 대표 원내대표 최고위원 회장 부회장 사장 부사장 이사장 이사 시장 지사 도지사 군수 구청장 감독 코치 교수 선수 검사 판사 변호사 검찰총장 총장 청장 경찰청장 대변인 기자 앵커 특파원 아나운서 연구원 소장 원장 팀장 국장 실장 센터장 본부장 후보 비서관 비서실장 수석 대사 씨 박사 작가 배우 가수 래퍼 개그맨 코미디언 방송인 아이돌 모델 소설가 시인 PD 평론가 대장 중장 소장 병장 상병 의장 총재 행장 부장 차장 과장',
);
/** What stands before a name alone. */
const tradesBefore = wordList(
  '배우 가수 래퍼 개그맨 개그우먼 코미디언 방송인 모델 감독 소설가 작가 시인 기자 선수 검사 변호사 교수 앵커 멤버 그룹가수 공격수 투수 포수 미드필더 골키퍼 전대통령',
);
/** Syllables that given names are made of. */
const givenSyllables = wordList(
  '가강건겸경계고관광교구국권규균근금기길나남내노누다단달담대덕도동두라란람래려련령로록론룡루류률리린림마만명모무묵문미민박방배백범별병보복봉빈산삼상새서석선설섭성세소솔송수숙순슬승시신아안애양언엄여연열염엽영예오옥온완왕요용우욱운웅원월위유윤율은을음의이익인일임자작장재전점정제조종주준중지진찬창채천철청초추춘충치태택표풍필하학한해향헌혁현형혜호홍화환황회효훈휘흠희흥',
  '',
);
/** Words of a family name and syllables of given names. */
const commonWords = wordList(
  '이용자 하지만 한국인 여성은 전문가 공무원 신문은 유명한 우리가 우리도 정치인 주요한 이유가 문제가 남성은 정도로 정도의 여기서 안전한 조금은 조금도 주장은 주장이 이상이 이상의 임시로 신인은 하나의 하나로 한다고 정상의 인구가 위원회 위원장 장관은 장관이 이미지 선수가 남자의 여자의 연예인 연구원 연구소 지도자 지지자 지원자 신청자 안내문 정보원 정보가 이동은 이동이 주택은 주택이 조치가 주민은 주민이 공연은 공연이 지진은 지진이 우승은 우승을 전시회 공청회 위기가 강도가 조건은 조건이 신고가 주가가 유가가 금리가 한국은 기자가 천만원 백만원 여자배 배구인 고유한 공동의 소방관 이민자 성소수 원주민 이재민 선두로 문화재 문화가',
);

const koreanWord = /[\p{Script=Hangul}A-Za-z0-9]{1,40}/gu;

/** Places of Korea that are words of every day. */
const commonPlaces = wordList(
  '고양 양주 공주 상주 이천 진주 여주 구리 경기 고성 사천 영주 안성 보령 당진 전주 원주 광주 화성 안동 양산 거제 부여 장수 고창 진안 영광 강화 의성 고령 무안 예산 서산 대전',
);

function isBelieved(place: Place, length: number): boolean {
  if (place.kind === 'country' || place.kind === 'continent' || place.country === 'KR') return true;
  return place.population >= (length === 2 ? shortNamePeople : length === 3 ? threeSyllablePeople : 0);
}

function kindOf(name: string): 'LOC' | 'ORG' | undefined {
  if (name.length < 2) return foreignRegions('ko').has(name) ? 'LOC' : undefined;
  const hash = hashText(name);
  const listed = listedKind(name, 'ko', hash);
  if (listed !== undefined) return listed;
  if (commonPlaces.has(name) || !mayBeHashOfName(hash)) return undefined;
  if (placesNamed(name).some((place) => isBelieved(place, name.length))) return 'LOC';
  return organisationNamed(name) === undefined ? undefined : 'ORG';
}

/** Whether a word has the form of a Korean name: a family name of one syllable, two of a given name. */
function isFullName(word: string): boolean {
  return (
    word.length === 3 &&
    koreanSurnames.has(word.charAt(0)) &&
    givenSyllables.has(word.charAt(1)) &&
    givenSyllables.has(word.charAt(2)) &&
    !commonWords.has(word)
  );
}

/** Particles after the name of a person. */
const personParticles = wordList(
  '이 가 은 는 을 를 의 과 와 도 에게 에게서 께서 이라고 라고 씨 씨는 씨가 씨의 씨를 측 이며 며 이나 나 입니다 이다 와의 과의 만 이란 란 양 군 야 아',
);

/** The name at the beginning of a word, what is left of it behind the name. */
function nameIn(word: string): { name: string; rest: string } | undefined {
  const name = word.slice(0, 3);
  const rest = word.slice(3);
  return isFullName(name) && (rest === '' || personParticles.has(rest) || offices.has(withoutParticle(rest)))
    ? { name, rest }
    : undefined;
}

function withoutParticle(word: string): string {
  for (const length of [3, 2, 1])
    if (
      word.length > length &&
      (personParticles.has(word.slice(-length)) || koreanParticles.has(word.slice(-length)))
    )
      return word.slice(0, -length);
  return word;
}
const isOffice = (word: string): boolean => offices.has(word) || offices.has(withoutParticle(word));

/** Syllables that words of other languages are written with, and hardly a Korean word. */
const foreignSyllables =
  /[트드르스크키프즈브츠틴든렌런럼롱쇼푸블펠젤텔렉랜랑롤롭벨헬켈샌캠맥쿠퓨뷔듀그퉁촐퀴캐커터더버퍼저레베테네데페메]/u;

function isOrganisationWithOffice(organisation: Word | undefined, office: Word | undefined): boolean {
  return (
    organisation !== undefined &&
    office !== undefined &&
    isOffice(office.text) &&
    (kindOf(organisation.text) === 'ORG' || byHead(organisation) !== undefined)
  );
}

function people(text: string, all: readonly Word[]): Mention[] {
  const found: Mention[] = [];
  const seen = new Map<string, { count: number; rests: Set<string>; first: number }>();
  const add = (start: number, length: number): void => {
    found.push(person(start, start + length));
  };
  all.forEach((word, number) => {
    const next = all[number + 1];
    const before = all[number - 1];
    const gapAfter = next === undefined ? '' : text.slice(word.end, next.start);
    const gapBefore = before === undefined ? '' : text.slice(before.end, word.start);
    const read = nameIn(word.text);
    if (read !== undefined && kindOf(read.name) === undefined) {
      const isByOffice =
        (read.rest === '' && gapAfter.trim() === '' && next !== undefined && isOffice(next.text)) ||
        isOffice(read.rest) ||
        /^씨/u.test(read.rest) ||
        (read.rest === '' && gapAfter === '/') ||
        // An organisation may stand between the name and the office.
        (read.rest === '' && gapAfter === ' ' && isOrganisationWithOffice(next, all[number + 2])) ||
        (gapBefore.trim() === '' && before !== undefined && tradesBefore.has(before.text));
      const isListed =
        (read.rest === '' &&
          /^[,·] ?$/u.test(gapAfter) &&
          next !== undefined &&
          nameIn(next.text) !== undefined) ||
        (/^[,·] ?$/u.test(gapBefore) && before !== undefined && isFullName(before.text));
      if (isByOffice || isListed) add(word.start, 3);
      const known = seen.get(read.name) ?? { count: 0, rests: new Set<string>(), first: word.start };
      known.count += 1;
      known.rests.add(read.rest);
      seen.set(read.name, known);
      return;
    }
    // A name of another language before an office: "바이든 대통령".
    if (
      next !== undefined &&
      gapAfter === ' ' &&
      /^(?:대통령|총리|국무장관|국방장관|왕세자|전대통령)/u.test(next.text) &&
      /^\p{Script=Hangul}{2,6}$/u.test(word.text) &&
      foreignSyllables.test(word.text) &&
      kindOf(word.text) === undefined &&
      kindOf(withoutParticle(word.text)) === undefined
    )
      add(word.start, word.text.length);
  });
  // The same name with different particles behind it is no part of a longer word.
  for (const [name, { count, rests, first }] of seen)
    if (count > 2 && rests.size > 1 && !commonWords.has(name)) add(first, 3);
  return found;
}

/** Organisations by the end of a word, at least two syllables before it. */
const heads =
  /^(\p{Script=Hangul}{2,10}(?:대학교|은행|일보|신문|방송|전자|그룹|증권|생명|화재|건설|제약|항공|위원회|협회|연맹|노조|공사|공단|연구소|연구원|검찰청|경찰서|지방법원|고등법원|교육청|재단))(.{0,4})$/u;
const generalHeads =
  /^(?:시중|자산|유동화|지방|대형|중앙|투자|저축|인터넷|외국계|국영|공영|지상파|개인|종편|케이블|생|라이브|인터넷|경제|대기업|재벌|대형|글로벌|중소|국내|해외|외국|전기|가정용|저가|국적|각|전국|지자체|토목|신도시|특별|소|상임|분과|비상대책|대책|선거|산하|관할|해당|여성|시민|자동차|민간|국책|정부|공공|지상|제작|편성|방위|국제|해상|교통|보건)/u;

function byHead(word: Word): Mention | undefined {
  const match = heads.exec(word.text);
  const [, name = '', rest = ''] = match ?? [];
  if (name === '' || generalHeads.test(name) || (rest !== '' && !koreanParticles.has(rest))) return undefined;
  return { start: word.start, end: word.start + name.length, kind: 'ORG', confidence: sure.headWord };
}

/** The longest name of the gazetteers at the beginning of a word, with nothing but a particle after it. */
function knownIn({ text: word, start }: Word): Mention | undefined {
  for (let length = Math.min(word.length, longestName); length >= 1; length -= 1) {
    const rest = word.slice(length);
    if (rest !== '' && !koreanParticles.has(rest)) continue;
    const kind = kindOf(word.slice(0, length));
    if (kind !== undefined)
      return { start, end: start + length, kind, confidence: length > 2 ? sure.gazetteer : sure.shortName };
  }
  return undefined;
}

/** A town whose name is a word of every day, before the name of a part of it or behind a larger region. */
function commonPlaceIn(word: Word, before: Word | undefined, next: Word | undefined): Mention | undefined {
  const name = [word.text, withoutParticle(word.text)].find((form) => commonPlaces.has(form));
  if (name === undefined) return undefined;
  const isWhole =
    name === word.text &&
    next !== undefined &&
    /^\p{Script=Hangul}{1,4}[시군구읍면동]$/u.test(withoutParticle(next.text));
  const isPart = before !== undefined && foreignRegions('ko').has(before.text);
  return isWhole || isPart
    ? { start: word.start, end: word.start + name.length, kind: 'LOC', confidence: sure.shortName }
    : undefined;
}

/**
 * Names in Korean: a name of the gazetteers at the beginning of a word with nothing but a particle after it,
 * people by family name and what stands beside them, organisations by the end of their name.
 */
export function namesInKorean(text: string): Mention[] {
  const all = readWords(text, koreanWord);
  const hangul = all.filter(({ text: word }) => /\p{Script=Hangul}/u.test(word));
  return pickSpans(text, [
    ...spreadPeople(text, people(text, all)),
    ...hangul.flatMap((word) => knownIn(word) ?? []),
    ...hangul.flatMap((word) => byHead(word) ?? []),
    ...all.flatMap((word, number) => commonPlaceIn(word, all[number - 1], all[number + 1]) ?? []),
    ...organisationsInLatin(text),
  ]);
}
