import type { Dateline } from '@newsmill/contracts';
import { joinedAgencies } from './dateline-tables.ts';
import { isoOfDatelineDay } from './read-dateline-day.ts';

const chineseAgency = joinedAgencies.chinese.join('|');
const chinese = new RegExp(
  `^[【（(]?(?:本报|本報)?(${chineseAgency})(?:记者|記者)?(?:[\\u4e00-\\u9fff]{2,4}(?=[\\u4e00-\\u9fff]{2,6}\\d))?([\\u4e00-\\u9fff·]{2,12}?)(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:专|專|综合|綜合)?(?:电|電|讯|訊)`,
  'u',
);
const chineseOwn = /^[【（(]?本(?:报|報)([\u4e00-\u9fff·]{2,8})(?:(\d{1,2})月)?(\d{1,2})日(?:电|電|讯|訊)/u;
const japaneseAgency = joinedAgencies.japanese.join('|');
const japaneseBracket = new RegExp(
  `^[【［\\[]([\\u4e00-\\u9fff\\u30a0-\\u30ffー・]{2,14}?)[ \\u3000]?(?:(?:(\\d{1,2})月)?(\\d{1,2})日)?[ \\u3000]?(${japaneseAgency})(?:通信)?[】］\\]]`,
  'u',
);
const japanesePlain = new RegExp(
  `^([\\u4e00-\\u9fff\\u30a0-\\u30ffー・]{2,10})[ \\u3000](?:(?:(\\d{1,2})月)?(\\d{1,2})日)?[ \\u3000]?(${japaneseAgency})(?:通信)?(?=[ \\u3000\\n―—–-]|$)`,
  'u',
);
const japaneseReporter = /^【([\u4e00-\u9fff\u30a0-\u30ffー・]{2,14})[=＝][^】]{2,20}】/u;
const korean = new RegExp(
  `^[([（［【](?!사진|영상|그래픽|자료|제공)([가-힣·,]{2,20})\\s?[=＝]\\s?(${joinedAgencies.korean.join('|')})(?:\\s?[^)\\]）］】]{0,20})?[)\\]）］】]`,
  'u',
);

/** A day without a month is of the month of the publication, or of the one before. */
function isoOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  published: string | undefined,
): string | undefined {
  if (day === undefined) return undefined;
  const [, ownYear, ownMonth, ownDay] = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '') ?? [];
  if (month !== undefined)
    return isoOfDatelineDay(
      year === undefined ? undefined : Number(year),
      Number(month),
      Number(day),
      published,
    );
  if (ownMonth === undefined) return undefined;
  const isLastMonth = Number(day) > Number(ownDay) + 1;
  const index = Number(ownYear) * 12 + Number(ownMonth) - 1 - (isLastMonth ? 1 : 0);
  return isoOfDatelineDay(Math.floor(index / 12), (index % 12) + 1, Number(day), published);
}

/** A dateline, and the beginning of the text that it is read off. */
export interface FoundDateline {
  readonly dateline: Dateline;
  /** Spaces folded. */
  readonly whole: string;
}

function dateline(
  whole: string,
  place: string | undefined,
  agency: string | undefined,
  date: string | undefined,
): FoundDateline {
  return {
    whole,
    dateline: {
      place: place ?? '',
      ...(agency === undefined ? {} : { agency }),
      ...(date === undefined ? {} : { date }),
    },
  };
}

/** 【新华社北京3月4日电】, 【ロンドン共同】, (서울=연합뉴스): the datelines of Chinese, Japanese and Korean agencies. */
export function joinedDateline(beginning: string, published: string | undefined): FoundDateline | undefined {
  const own = chineseOwn.exec(beginning);
  if (own !== null) return dateline(own[0], own[1], undefined, isoOf(undefined, own[2], own[3], published));
  const signed = chinese.exec(beginning);
  if (signed !== null)
    return dateline(signed[0], signed[2], signed[1], isoOf(signed[3], signed[4], signed[5], published));
  const bracket = japaneseBracket.exec(beginning) ?? japanesePlain.exec(beginning);
  if (bracket !== null)
    return dateline(bracket[0], bracket[1], bracket[4], isoOf(undefined, bracket[2], bracket[3], published));
  const reporter = japaneseReporter.exec(beginning);
  if (reporter !== null) return dateline(reporter[0], reporter[1], undefined, undefined);
  const found = korean.exec(beginning);
  return found === null ? undefined : dateline(found[0], found[1], found[2], undefined);
}
