import { takeWhere, type Pass } from './pass.ts';

const readMore =
  /^\W*(?:read (?:more|also|next)|see also|also read|don'?t miss|more\s*:|watch\s*:|listen\s*:|lesen sie (?:auch|mehr|hier)|mehr dazu|siehe auch|hier geht|lire (?:aussi|plus|la suite)|à lire|leer más|lee también|lea también|leia mais|leggi anche|lees (?:ook|meer)|les (?:også|mer)|läs (?:också|mer|även)|læs (?:også|mere)|続きを読む|阅读更多|閱讀更多|更多内容|더 ?보기|자세히 보기|اقرأ (?:المزيد|أيضا|أيضًا)|читать (?:далее|также))/i;
/** A writer's own sentence, which belongs to the story. */
const isSentence = /^read (?:more|also) about\b.*[.!]$/i;

/** Pointers to other pages between paragraphs. */
export const dropReadMore: Pass = ({ lines }) =>
  takeWhere(lines, (line) => {
    if (line.weight > 26 || !readMore.test(line.text) || (line.isBody && isSentence.test(line.text)))
      return undefined;
    return !line.isBody ||
      line.linkShare > 0.4 ||
      (line.weight < 22 &&
        /^\W*(?:read (?:more|also|next)|also read|lesen sie auch|lire aussi|lea también|lee también|leia mais|leggi anche|lees ook|les også|läs (?:också|även)|اقرأ أيض|读更多|更多内容)/i.test(
          line.text,
        ))
      ? 'points to another page'
      : undefined;
  });
