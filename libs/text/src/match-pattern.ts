/**
 * Whether a pattern holds for the whole of a text: `*` stands for any characters, capitals do not matter. The
 * parts between the stars are looked for once each, from left to right.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const whole = text.normalize('NFC').toLowerCase();
  const [first = '', ...rest] = pattern.normalize('NFC').toLowerCase().split('*');
  const last = rest.pop();
  if (last === undefined) return whole === first;
  if (!whole.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = whole.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return whole.length - last.length >= at && whole.endsWith(last);
}

/** Why a pattern is probably not what was meant, in words; undefined for a sound one. */
export function patternProblem(pattern: string): string | undefined {
  if (/^\/?\^|\$\/?$/.test(pattern) || pattern.includes('.*') || pattern.includes('\\'))
    return 'looks like a regular expression, but is a pattern, in which * stands for any characters and all else for itself';
  if (pattern.replaceAll('*', '').trim() === '') return 'holds for everything';
  return undefined;
}
