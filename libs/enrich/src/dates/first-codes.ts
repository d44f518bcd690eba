/** End of the bracket that opens at that place: a class ends at the first ], a group at its own ). */
function closing(pattern: string, at: number): number {
  if (pattern[at] === '[') return pattern.indexOf(']', at);
  let depth = 0;
  for (let index = at; index < pattern.length; index += 1) {
    if (pattern[index] === '[') index = pattern.indexOf(']', index);
    else if (pattern[index] === '\\') index += 1;
    else if (pattern[index] === '(') depth += 1;
    else if (pattern[index] === ')' && (depth -= 1) === 0) return index;
  }
  return pattern.length - 1;
}

/** The alternatives of a pattern outside of its brackets. */
function alternatives(pattern: string): string[] {
  const found = [''];
  for (let index = 0; index < pattern.length; index += 1) {
    const end = '[('.includes(pattern[index] ?? ' ')
      ? closing(pattern, index)
      : pattern[index] === '\\'
        ? index + 1
        : index;
    if (pattern[index] === '|') found.push('');
    else found[found.length - 1] += pattern.slice(index, end + 1);
    index = end;
  }
  return found;
}

function firstOfOne(pattern: string): string {
  let codes = '';
  for (let index = 0; index < pattern.length; index += 1) {
    const end = '[('.includes(pattern[index] ?? ' ')
      ? closing(pattern, index)
      : pattern[index] === '\\'
        ? index + 1
        : index;
    const atom = pattern.slice(index, end + 1);
    index = end;
    if (/^\(\?<?[=!]/u.test(atom)) continue;
    codes += atom.startsWith('[')
      ? atom.slice(1, -1)
      : atom.startsWith('(?:')
        ? firstCodes(atom.slice(3, -1))
        : (atom.at(-1) ?? '');
    const optional = /^(?:[?*]|\{0,\d\})/u.exec(pattern.slice(index + 1))?.[0];
    if (optional === undefined) return codes;
    index += optional.length;
  }
  return codes;
}

/**
 * The codes that a match of the pattern can begin with, so that only rules that can match are tried at a
 * place. Reads what the rules of dates use: characters, classes, groups with alternatives, ?, * and {0,n},
 * looking around.
 */
export function firstCodes(pattern: string): string {
  return alternatives(pattern).map(firstOfOne).join('');
}
