import { isMap, isScalar, parseDocument } from 'yaml';

/**
 * The text of a source file with `enabled` as wanted; every other character stays, comments too. undefined where
 * the text is no map.
 */
export function switchInText(text: string, enabled: boolean): string | undefined {
  const { contents } = parseDocument(text);
  if (!isMap(contents) || contents.range == null) return undefined;
  const [start, end] = contents.range;
  const put = (from: number, to: number, words: string) => text.slice(0, from) + words + text.slice(to);
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'enabled');
  if (pair !== undefined)
    return isScalar(pair.value) && pair.value.range != null
      ? put(pair.value.range[0], pair.value.range[1], String(enabled))
      : undefined;
  if (contents.flow === true) return put(start, start + 1, `{"enabled": ${enabled}, `);
  const before = text.slice(0, end);
  return `${before}${before.endsWith('\n') ? '' : '\n'}enabled: ${enabled}\n${text.slice(end)}`;
}
