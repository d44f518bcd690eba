/** A longer text is no name that comes again. */
const longestKept = 40;

/** A copy of a part of a text, which keeps nothing of the whole in memory. */
export function copyOf(part: string): string {
  return ` ${part}`.slice(1);
}

/**
 * What `read` gives for short texts, remembered in two generations of `most` each: most names of an article
 * were in the articles before it.
 */
export function rememberLast<T extends object>(read: (text: string) => T, most: number): (text: string) => T {
  let recent = new Map<string, T>();
  let older = recent;
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    if (text.length > longestKept) return read(text);
    const own = copyOf(text);
    const made = older.get(text) ?? read(own);
    if (recent.size >= most) {
      older = recent;
      recent = new Map();
    }
    recent.set(own, made);
    return made;
  };
}
