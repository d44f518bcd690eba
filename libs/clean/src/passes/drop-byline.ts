import { findDate } from '../metadata/find-date.ts';
import { takeWhere, type Pass } from './pass.ts';

const credit = /^\W*(?:by|von|par|por|di|door|af|av|text|words|story by|written by|reported by|author|autor|文|作者|记者|記者|بقلم|автор)/i;

/** The line that names writer and date in front of the story. */
export const dropByline: Pass = ({ lines, authors, firstBody }) => takeWhere(lines, (line) => {
  if (line.index > firstBody + 3 || line.weight > 16 || line.kind === 'heading' || /[.!?。]["”]?$/.test(line.text)) return undefined;
  const names = authors.filter((author) => author.length > 2 && line.text.includes(author));
  const rest = names.reduce((text, name) => text.replace(name, ''), line.text);
  if (names.length > 0 && (credit.test(line.text) || rest.length < line.text.length / 2)) return 'names the author';
  const date = line.weight < 10 && line.isBody ? findDate(line.text) : undefined;
  return date !== undefined && line.text.replace(/[\d\W]+/g, '').length < 22 ? 'holds the date alone' : undefined;
});
