/** What a byline names, part by part. */
export interface BylineParts {
  readonly authors: readonly string[];
}

const korean = /^(\p{Script=Hangul}{2,4}) ?(?:기자|특파원|논설위원|칼럼니스트)$/u;
const chinese =
  /^(?:作者|记者|記者|文|撰文|본지 기자)\s*(?:[:：/]\s*)?(\p{Script=Han}[\p{Script=Han}·]{1,5})$/u;
/** bounded: 160, no longer line is a byline. */
const credited =
  /^(?:written by|reported by|story by|by|von|par|por|di|door|af|av|text|autor(?:in)?|author|بقلم|كتب|كتبت|автор|yazan|oleh)(?:\s*[:：])?\s+(.+)$/iu;
const name =
  /^\p{Lu}[\p{L}'’.-]*(?:\s(?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|den|da|di|la|le|al|bin|el)){1,4}$|^[\p{Script=Arabic}]+(?:\s[\p{Script=Arabic}]+){1,3}$/u;

function namesIn(part: string): string[] {
  const east = korean.exec(part) ?? chinese.exec(part);
  if (east?.[1] !== undefined) return [east[1]];
  const west = credited.exec(part)?.[1];
  if (west === undefined) return [];
  // bounded: 160, no longer line is a byline.
  return west.split(/\s*(?:,|&|\s(?:and|und|et|y|e|en|og|och|и|ve|و)\s)\s*/u).filter((one) => name.test(one));
}

/**
 * Parts a line such as `By Ada Moss | Paper | 3 May` at its bars and takes the names that a credit or a
 * profession marks.
 */
export function splitByline(text: string): BylineParts {
  if (text.length > 160 || !/[|｜•·]/.test(text)) return { authors: [] };
  return {
    authors: text
      .split(/[|｜•·]/)
      .slice(0, 6)
      .flatMap((part) => namesIn(part.trim()))
      .slice(0, 5),
  };
}
