/**
 * The words of a text, which become a set when the first is looked up: most articles ask lists of their language alone.
 */
export function wordList(text: string, mark = ' '): Pick<ReadonlySet<string>, 'has'> {
  let made: ReadonlySet<string> | undefined;
  return { has: (word) => (made ??= new Set(text.split(mark))).has(word) };
}
