import type { PageLine } from '../body/page-lines.ts';
import { takeWhere, type Pass } from './pass.ts';

const about =
  /^(?:about the (?:author|writer)|über d(?:en|ie) autor(?:in)?|zur person|à propos de l'auteur|sobre (?:el|la|o|a) autora?|작성자|关于作者|關於作者|作者简介|作者簡介|نبذة عن الكاتب|عن الكاتب|об авторе|zu[mr] autor(?:in)?(?=\s*[:：]|$)|over de auteur|om (?:författaren|skribenten|forfatteren)(?=\s*[:：]|$)|o autor(?:ze|ce)(?=\s*[:：]|$)|sull['’]autore|(?:필자|글쓴이|저자) 소개|(?:筆者|著者|執筆者)(?:紹介|略歴))/i;
const role =
  /\b(?:is|was|ist|est|es|è|är|er)\b.{0,40}\b(?:reporter|correspondent|editor|journalist|writer|columnist|author|freelance|professor|fellow|redakteur(?:in)?|korrespondent(?:in)?|journaliste|periodista|redactor|giornalista)\b/i;
/** What may part a subject from its verb: "a former pilot". */
const aside = '(?:,[^,.]{2,60},)?';
/**
 * A sentence whose subject is the author of the page, by the word for it and what stands behind: who says "the
 * author is" at the end of a text says it of its writer.
 */
// biome-ignore format: a table, read by its rows
const sentences: readonly string[] = [
  `(?:the|this) (?:author|writer|columnist)s?${aside} (?:is|are|was|were|has|have|works?|teach(?:es)?|lives?|serves?|writes?)\\b`,
  `(?:der|die|unser|unsere) (?:autor(?:in|en)?|verfasser(?:in)?|gastautor(?:in)?)${aside} (?:ist|sind|war|arbeitet|lehrt|lebt|forscht|schreibt)\\b`,
  `l['’](?:auteure?|autrice)${aside} (?:est|a|travaille|enseigne|vit|dirige)\\b`,
  `(?:el|la) autora?${aside} (?:es|fue|ha|trabaja|enseña|vive|dirige)\\b`, `(?:o|a) autora?${aside} (?:é|foi|trabalha|leciona|vive|dirige)(?=\\s)`,
  `l['’](?:autore|autrice)${aside} (?:è|ha|lavora|insegna|vive|dirige)(?=\\s)`, `de (?:auteur|schrijver|schrijfster)${aside} (?:is|was|werkt|doceert|woont)\\b`,
  '(?:författaren|forfatteren|skribenten) (?:är|er|var|arbetar|arbejder|arbeider|bor|forskar|undervisar)(?=\\s)', 'kirjoittaja on\\b',
  'autor(?:ka)? (?:jest|pracuje|wykłada|kieruje)\\b', 'автор(?:\\s*[—–-]|\\s+(?:является|работает|преподаёт|преподает))', 'yazar(?:ı)?,? .{2,80}(?:dır|dir|dur|dür)\\.?$',
  '(?:本文)?作者(?:系|是|为|為|现任|現任|现为|現為)', '(?:著者|筆者|寄稿者)は', '(?:필자|글쓴이|저자)(?:는|은)', '(?:الكاتبة?|كاتبة?) (?:هو|هي|باحث|أستاذ|صحفي|صحافي|خبير|محاضر|مهندس|مدير|طبيب|يعمل|تعمل)',
];
/** What may stand before the first word: a mark of a note, or a bracket. */
const marks = '(?:\\(\\*\\)|[*_(\\[（【※])?\\s*';
const leading = new RegExp(`^${marks}`, 'u');
const ofAuthor = new RegExp(`^${marks}(?:${sentences.join('|')})`, 'iu');
/** What people are said to be or do behind their name, in the present: the rest of a line about its writer. */
// biome-ignore format: a table, read by its rows
const callings: readonly string[] = [
  '(?:is|are|works|teaches|lectures|lives|writes|leads|directs|heads|runs)\\b', '(?:ist|sind|arbeitet|lehrt|unterrichtet|lebt|forscht|schreibt|leitet)\\b',
  '(?:est|travaille|enseigne|vit|dirige)\\b', '(?:es|trabaja|enseña|investiga|vive|dirige)\\b', '(?:é|trabalha|leciona|investiga|vive|dirige)(?=\\s)',
  '(?:è|lavora|insegna|vive|dirige)(?=\\s)', '(?:is|werkt|doceert|woont|schrijft)\\b', '(?:är|er|arbetar|forskar|undervisar|arbejder|arbeider|bor|skriver)(?=\\s)',
  '(?:jest|pracuje|wykłada|kieruje|mieszka)\\b', '(?:является|работает|преподаёт|преподает|живёт|пишет)(?=\\s)', '(?:هو|هي|باحثة?|أستاذة?|كاتبة?|صحفية?|يعمل|تعمل)(?=\\s)',
];
const calling = new RegExp(
  `^(?:,[^,.]{1,60},|\\s\\(\\d\\d\\))?\\s(?:${callings.join('|')})|^\\s?[—–]\\s|^(?:系|是|为|為|现任|は|는|은)`,
  'iu',
);
/** Arabic columns end in the calling of the writer alone, without a stop. */
const calledAlone = new RegExp(
  `^${marks}(?:كاتبة?|باحثة?|أستاذة?|صحفية?|أكاديمية?)(?=\\s)[^.؟!]{2,70}$`,
  'u',
);
/** Turkish says "is" at the end of the sentence. bounded: 110 words, no longer line is looked at. */
const turkish = /^,?\s.*\p{L}{3}(?:[dt][ıiuü]r|yor)\.?$/u;

/**
 * Whether a line begins with the whole name of an author, and goes on to say what that person is or does. Papers
 * print it beside a disclaimer or a request to write; elsewhere it may be what the story is about.
 */
function tellsOf(author: string, text: string): boolean {
  const from = leading.exec(text)?.[0].length ?? 0;
  const isFull = /\S\s\S/.test(author) || /^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u.test(author);
  if (!isFull || !text.startsWith(author, from)) return false;
  const rest = text.slice(from + author.length);
  return calling.test(rest) || turkish.test(rest);
}
const eastRole =
  /(?:기자|특파원|논설위원).{0,20}(?:입니다|이다|취재|담당)|(?:是|系|为|為).{0,20}(?:记者|記者|作家|编辑|編輯|专栏作家)|(?:صحفي|صحافي|كاتب|مراسل)/;

/**
 * A line about the writer: in a box named for it, under a heading that says so, or one that tells what a
 * named author is.
 */
export const takeAuthorBio: Pass = ({ lines, authors, firstBody, lastBody, isTaken }) => {
  const notices = lines.filter((line) => line.index > firstBody && line.weight > 4 && isTaken(line));
  const isBesideNotice = ({ index }: PageLine): boolean =>
    notices.some((notice) => Math.abs(notice.index - index) <= 2);
  let behindHeading = -9;
  return takeWhere(lines, (line) => {
    if (line.weight > 110 || line.index < firstBody) return undefined;
    if (about.test(line.text)) {
      behindHeading = line.index;
      return line.isBody && line.weight > 6 && !/[:：]/.test(line.text.slice(0, 40))
        ? undefined
        : 'heading or box about the author';
    }
    if (line.index - behindHeading <= 2 && line.weight > 3 && line.index >= lastBody - 3)
      return 'stands under a heading about the author';
    const isNearEnd = line.index >= lastBody - 4;
    const names = authors.some(
      (author) =>
        author.length > (/[\p{Script=Han}\p{Script=Hangul}]/u.test(author) ? 1 : 3) &&
        line.text.includes(author),
    );
    if (isNearEnd && names && line.weight > 5 && (role.test(line.text) || eastRole.test(line.text)))
      return 'tells what the author is';
    if (line.index < lastBody || line.weight <= 2) return undefined;
    if (ofAuthor.test(line.text) || calledAlone.test(line.text)) return 'says who the author is';
    return line.weight > 4 && isBesideNotice(line) && authors.some((author) => tellsOf(author, line.text))
      ? 'tells what the author is'
      : undefined;
  });
};
