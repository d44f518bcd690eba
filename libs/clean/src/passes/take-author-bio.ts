import { takeWhere, type Pass } from './pass.ts';

const about =
  /^(?:about the (?:author|writer)|über d(?:en|ie) autor(?:in)?|zur person|à propos de l'auteur|sobre (?:el|la|o|a) autora?|작성자|关于作者|關於作者|作者简介|作者簡介|نبذة عن الكاتب|عن الكاتب|об авторе)/i;
const role =
  /\b(?:is|was|ist|est|es|è|är|er)\b.{0,40}\b(?:reporter|correspondent|editor|journalist|writer|columnist|author|freelance|professor|fellow|redakteur(?:in)?|korrespondent(?:in)?|journaliste|periodista|redactor|giornalista)\b/i;
const eastRole =
  /(?:기자|특파원|논설위원).{0,20}(?:입니다|이다|취재|담당)|(?:是|系|为|為).{0,20}(?:记者|記者|作家|编辑|編輯|专栏作家)|(?:صحفي|صحافي|كاتب|مراسل)/;

/**
 * A line about the writer: in a box named for it, under a heading that says so, or one that tells what a
 * named author is.
 */
export const takeAuthorBio: Pass = ({ lines, authors, firstBody, lastBody }) => {
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
    return undefined;
  });
};
