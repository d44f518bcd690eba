const digits: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九']
    .map((digit, value) => [digit, value] as const)
    .concat([
      ['〇', 0],
      ['两', 2],
      ['兩', 2],
      ['壹', 1],
      ['貳', 2],
      ['贰', 2],
    ]),
);
const powers: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const groups: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
  ['兆', 1e12],
]);

/**
 * Value of a number in Chinese numerals, by powers (三千二百) or by digits (二〇二六); undefined where it is none.
 * Groups of ten thousand may follow (三千万).
 */
export function readHanNumber(text: string): number | undefined {
  if (text === '' || text.length > 24) return undefined;
  if (![...text].some((character) => powers.has(character) || groups.has(character))) {
    const plain = [...text].map((character) => digits.get(character));
    return plain.includes(undefined) || text.length > 12 ? undefined : Number(plain.join(''));
  }
  let [total, group, digit] = [0, 0, 0];
  for (const character of text) {
    const value = digits.get(character);
    const power = powers.get(character);
    const tens = groups.get(character);
    if (value !== undefined) digit = value;
    else if (power !== undefined) {
      group += (digit === 0 ? 1 : digit) * power;
      digit = 0;
    } else if (tens !== undefined) {
      total += (group + digit === 0 ? 1 : group + digit) * tens;
      [group, digit] = [0, 0];
    } else return undefined;
  }
  return total + group + digit;
}
