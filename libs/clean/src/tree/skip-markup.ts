/** Where raw text ends: at its end tag in any letter case, else at the end of the page. */
export function findRawEnd(html: string, from: number, name: string): number {
  let close = html.indexOf('</', from);
  while (close >= 0) {
    const behind = close + 2 + name.length;
    if (html.slice(close + 2, behind).toLowerCase() === name) {
      const code = html.charCodeAt(behind);
      if (code === 62 || code <= 32 || code === 47) return close;
    }
    close = html.indexOf('</', close + 2);
  }
  return html.length;
}

/** Position behind a comment, a doctype or another declaration that begins at `from`. */
export function skipDeclaration(html: string, from: number): number {
  if (html.startsWith('<!--', from)) {
    if (html.startsWith('>', from + 4)) return from + 5;
    const close = html.indexOf('-->', from + 4);
    return close < 0 ? html.length : close + 3;
  }
  if (html.startsWith('<![CDATA[', from)) {
    const close = html.indexOf(']]>', from + 9);
    return close < 0 ? html.length : close + 3;
  }
  const close = html.indexOf('>', from + 2);
  return close < 0 ? html.length : close + 1;
}
