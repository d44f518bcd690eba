import { creditsWriting, isBarredByline } from '../metadata/byline-names.ts';
import { creditWords } from '../metadata/credit-words.ts';
import { findDate } from '../metadata/find-date.ts';
import { takeWhere, type Pass } from './pass.ts';

/** "Last updated at": what stands before a date and says nothing else. */
const stamped = new RegExp(`^${creditWords.stamp}(?![\\p{L}\\p{M}])`, 'iu');

/** The line that names writer and date in front of the story. */
export const dropByline: Pass = ({ lines, authors, firstBody }) =>
  takeWhere(lines, (line) => {
    if (
      line.index > firstBody + 3 ||
      line.weight > 30 ||
      line.text.length > 160 ||
      line.kind === 'heading' ||
      /[.!?。]["”]?$/.test(line.text)
    )
      return undefined;
    if (isBarredByline(line.text) && findDate(line.text) !== undefined)
      return 'names the author and the date';
    if (line.weight > 16) return undefined;
    if (stamped.test(line.text) && !line.text.endsWith(':') && findDate(line.text) !== undefined)
      return 'says when it was published';
    const names = authors.filter((author) => author.length > 2 && line.text.includes(author));
    const rest = names.reduce((text, name) => text.replace(name, ''), line.text);
    if (
      names.length > 0 &&
      (creditsWriting(line.text.replace(/^[^\p{L}]+/u, '')) || rest.length < line.text.length / 2)
    )
      return 'names the author';
    const date = line.weight < 10 && line.isBody ? findDate(line.text) : undefined;
    return date !== undefined && line.text.replace(/[\d\W]+/g, '').length < 22
      ? 'holds the date alone'
      : undefined;
  });
