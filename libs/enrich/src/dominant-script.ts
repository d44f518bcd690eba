/** Scripts that news is written in, with the language where a script has only one that matters. */
const scripts = [
  { name: 'Latin', pattern: /\p{Script=Latin}/gu },
  { name: 'Cyrillic', pattern: /\p{Script=Cyrillic}/gu },
  { name: 'Arabic', pattern: /\p{Script=Arabic}/gu },
  { name: 'Devanagari', pattern: /\p{Script=Devanagari}/gu },
  { name: 'Han', pattern: /\p{Script=Han}/gu },
  { name: 'Kana', pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { name: 'Hangul', pattern: /\p{Script=Hangul}/gu, language: 'ko' },
  { name: 'Greek', pattern: /\p{Script=Greek}/gu, language: 'el' },
  { name: 'Hebrew', pattern: /\p{Script=Hebrew}/gu, language: 'he' },
  { name: 'Thai', pattern: /\p{Script=Thai}/gu, language: 'th' },
  { name: 'Armenian', pattern: /\p{Script=Armenian}/gu, language: 'hy' },
  { name: 'Georgian', pattern: /\p{Script=Georgian}/gu, language: 'ka' },
  { name: 'Bengali', pattern: /\p{Script=Bengali}/gu, language: 'bn' },
  { name: 'Gujarati', pattern: /\p{Script=Gujarati}/gu, language: 'gu' },
  { name: 'Gurmukhi', pattern: /\p{Script=Gurmukhi}/gu, language: 'pa' },
  { name: 'Oriya', pattern: /\p{Script=Oriya}/gu, language: 'or' },
  { name: 'Tamil', pattern: /\p{Script=Tamil}/gu, language: 'ta' },
  { name: 'Telugu', pattern: /\p{Script=Telugu}/gu, language: 'te' },
  { name: 'Kannada', pattern: /\p{Script=Kannada}/gu, language: 'kn' },
  { name: 'Malayalam', pattern: /\p{Script=Malayalam}/gu, language: 'ml' },
  { name: 'Sinhala', pattern: /\p{Script=Sinhala}/gu, language: 'si' },
  { name: 'Lao', pattern: /\p{Script=Lao}/gu, language: 'lo' },
  { name: 'Khmer', pattern: /\p{Script=Khmer}/gu, language: 'km' },
  { name: 'Myanmar', pattern: /\p{Script=Myanmar}/gu, language: 'my' },
  { name: 'Ethiopic', pattern: /\p{Script=Ethiopic}/gu, language: 'am' },
  { name: 'Tibetan', pattern: /\p{Script=Tibetan}/gu, language: 'bo' },
] as const;
export type ScriptName = (typeof scripts)[number]['name'];

export interface DominantScript {
  readonly name: ScriptName;
  /** The language of the script, where it has only one that matters. */
  readonly language?: string;
  /** Letters of the script over all letters, 0 to 1. */
  readonly share: number;
}

/** A character of Han or Kana says as much as about three letters of an alphabet. */
const weights: Partial<Record<ScriptName, number>> = { Han: 3, Kana: 2 };
/** A Japanese text has at least this share of Kana among Han and Kana; a Chinese one hardly any. */
const kanaShare = 0.08;

/** The script that most of a text is written in; undefined for a text without letters. */
export function dominantScript(text: string): DominantScript | undefined {
  const counts = new Map<ScriptName, number>();
  let letters = 0;
  for (const script of scripts) {
    const count = (text.match(script.pattern)?.length ?? 0) * (weights[script.name] ?? 1);
    if (count > 0) counts.set(script.name, count);
    letters += count;
  }
  const kana = counts.get('Kana') ?? 0;
  const han = counts.get('Han') ?? 0;
  if (kana > 0 || han > 0) {
    counts.delete('Kana');
    counts.set('Han', han + kana);
  }
  const [greatest] = [...counts].sort((a, b) => b[1] - a[1]);
  if (greatest === undefined) return undefined;
  const [name, count] = greatest;
  const share = count / letters;
  if (name === 'Han') return kana / (han + kana) >= kanaShare ? { name: 'Kana', language: 'ja', share } : { name, language: 'zh', share };
  const found = scripts.find((script) => script.name === name);
  return found !== undefined && 'language' in found ? { name, language: found.language, share } : { name, share };
}
