import { isMap, isScalar, parseDocument } from 'yaml';

/**
 * The text of a source file with `enabled` as wanted; every other character stays, comments too. undefined where
 * the text is no map.
 */
export function switchInText(text: string, enabled: boolean): string | undefined {
  const { contents } = parseDocument(text);
  const [start, end] = contents?.range ?? [];
  if (!isMap(contents) || start === undefined || end === undefined) return undefined;
  const put = (from: number, to: number, words: string) => text.slice(0, from) + words + text.slice(to);
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'enabled');
  if (pair !== undefined) {
    const [from, to] = (isScalar(pair.value) ? pair.value.range : undefined) ?? [];
    return from === undefined || to === undefined ? undefined : put(from, to, String(enabled));
  }
  if (contents.flow === true) return put(start, start + 1, `{"enabled": ${enabled}, `);
  const before = text.slice(0, end);
  return `${before}${before.endsWith('\n') ? '' : '\n'}enabled: ${enabled}\n${text.slice(end)}`;
}
