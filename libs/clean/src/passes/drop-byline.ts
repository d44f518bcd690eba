import { findDate } from '../metadata/find-date.ts';
import { takeWhere, type Pass } from './pass.ts';

const credit =
  /^\W*(?:by|von|par|por|di|door|af|av|text|words|story by|written by|reported by|author|autor|文|作者|记者|記者|بقلم|автор)/i;

/**
 * A line that is built as a byline: a name with its profession or a credit, then parts by bars with a date
 * among them.
 */
const built =
  /^(?:\p{Script=Hangul}{2,4} ?(?:기자|특파원|논설위원)|(?:by|von|par|por|di|door|af|av|作者|记者|記者|بقلم|автор)\s*(?:[:：]\s*)?\p{L}[^|｜•·]{1,60})\s*[|｜•·]/iu;

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
    if (built.test(line.text) && findDate(line.text) !== undefined) return 'names the author and the date';
    if (line.weight > 16) return undefined;
    const names = authors.filter((author) => author.length > 2 && line.text.includes(author));
    const rest = names.reduce((text, name) => text.replace(name, ''), line.text);
    if (names.length > 0 && (credit.test(line.text) || rest.length < line.text.length / 2))
      return 'names the author';
    const date = line.weight < 10 && line.isBody ? findDate(line.text) : undefined;
    return date !== undefined && line.text.replace(/[\d\W]+/g, '').length < 22
      ? 'holds the date alone'
      : undefined;
  });
