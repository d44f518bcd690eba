/** Texts that are remembered: those of a page or two, since a text may keep its page alive. */
const most = 128;
/** Longer texts are seldom asked about twice. */
const longest = 200;

/** The same answers, remembered: names and titles of a page are asked about again and again. */
export function rememberTexts<T extends string | number | boolean>(
  ask: (text: string) => T,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return ask(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = ask(text);
    if (known.size >= most) known.clear();
    known.set(text, answer);
    return answer;
  };
}
