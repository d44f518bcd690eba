/**
 * A word as a shell takes it whole: addresses of publishers hold &, ; and $(…), and commands that we show are
 * copied.
 */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
