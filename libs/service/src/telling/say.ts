let isJson = false;

/**
 * Control characters but line breaks and tabs: a terminal would obey them, and titles, keys and names of files are of
 * strangers. The orders of `paint` stay: green, red, yellow, dim, bold, and their ends.
 */
const orders = /\u001b\[(?:[12]|22|3[1239])m|[^\P{Cc}\n\t]/gu;

/** The text as a terminal may have it: what would be an order to it is the picture of that character. */
export function plain(text: string): string {
  return text.replaceAll(orders, (order) => {
    if (order.length > 1) return order;
    const code = order.charCodeAt(0);
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\ufffd';
  });
}

/** The row of a list: people choose the names in it, and a break in one would begin a row of theirs. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\n\r\u0085\u2028\u2029]+/g, ' ');
}

/** From now on standard output is for programs: `answer` alone writes to it. One process runs one command. */
export function answerAsJson(): void {
  isJson = true;
}

/** What a command writes: results on standard output, everything else on standard error. */
export function say(text: string): void {
  if (!isJson) process.stdout.write(`${plain(text)}\n`);
}

/** The result as programs want it: a line of JSON where `--format json` asks for it, and nothing else. */
export function answer(value: unknown): void {
  if (isJson) process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function complain(text: string): void {
  process.stderr.write(`${plain(text)}\n`);
}
