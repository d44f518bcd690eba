import { takeWhere, type Pass } from './pass.ts';

const readMore =
  /^\W*(?:read (?:more|also|next)|see also|also read|don'?t miss|more\s*:|watch\s*:|listen\s*:|lesen sie (?:auch|mehr|hier)|mehr dazu|siehe auch|hier geht|lire (?:aussi|plus|la suite)|à lire|leer más|lee también|lea también|leia mais|leggi anche|lees (?:ook|meer)|les (?:også|mer)|läs (?:också|mer|även)|læs (?:også|mere)|続きを読む|阅读更多|閱讀更多|更多内容|더 ?보기|자세히 보기|اقرأ (?:المزيد|أيضا|أيضًا)|читать (?:далее|также)|(?:zobacz|czytaj|przeczytaj) (?:też|także|również|więcej)|więcej (?:na|w)\s*:|διαβάστε (?:επίσης|ακόμη|περισσότερα)|δείτε (?:επίσης|ακόμη)|читайте(?: (?:також|также)|\s*:)|(?:přečtěte|čtěte) (?:si )?(?:také|též|více)|(?:यह|ये) भी (?:पढ़ें|देखें)|อ่าน(?:เพิ่มเติม|ต่อ)|se (?:även|også)|zie ook|(?:ayrıca )?(?:bakınız|okuyun)\s*:|citește (?:și|mai mult)|olvassa el|lue (?:myös|lisää)|baca juga|xem thêm|à voir (?:aussi|également)|veja(?: também| mais)?\s*:|vea también|vedi anche)/iu;
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
        /^\W*(?:read (?:more|also|next)|also read|lesen sie auch|lire aussi|lea también|lee también|leia mais|leggi anche|lees ook|les også|läs (?:också|även)|اقرأ أيض|读更多|更多内容|(?:zobacz|czytaj|przeczytaj) (?:też|także|również)|διαβάστε επίσης|δείτε επίσης|читайте (?:також|также)|čtěte (?:také|též)|přečtěte si (?:také|též)|(?:यह|ये) भी पढ़ें|citește și|lue myös|baca juga|à voir (?:aussi|également) sur|veja\s*:)/iu.test(
          line.text,
        ))
      ? 'points to another page'
      : undefined;
  });
