import { languageOfScript, scriptNames, scriptTable, type ScriptName } from './script-table.ts';

export interface DominantScript {
  readonly name: ScriptName;
  /** The language of the script, where it has only one that matters. */
  readonly language?: string;
  /** Letters of the script over all letters, 0 to 1. */
  readonly share: number;
}

/**
 * A character of Han or Kana says as much as about three letters of an alphabet. Latin letters stand in texts
 * of every other script, as names, addresses and scraps of pages, and hardly ever the other way round.
 */
const weightOf: Partial<Record<ScriptName, number>> = { Han: 3, Kana: 2, Latin: 0.6 };
const weights: readonly number[] = scriptNames.map((name) => weightOf[name] ?? 1);
const han = scriptNames.indexOf('Han');
const kana = scriptNames.indexOf('Kana');
/** A Japanese text has at least this share of Kana among Han and Kana; a Chinese one hardly any. */
const kanaShare = 0.08;

/** The letters of each script, in the order of `scriptNames`. */
function countLetters(text: string): number[] {
  const table = scriptTable();
  const counts = new Uint32Array(scriptNames.length + 1);
  for (let at = 0; at < text.length; at++) {
    const script = table[text.charCodeAt(at)] ?? 0;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  return [...counts.subarray(1)];
}

/** The script that most of a text is written in; undefined for a text without letters. */
export function dominantScript(text: string): DominantScript | undefined {
  const weighed = countLetters(text).map((count, at) => count * (weights[at] ?? 1));
  const all = weighed.reduce((sum, count) => sum + count, 0);
  if (all === 0) return undefined;
  const ofKana = weighed[kana] ?? 0;
  const eastern = ofKana + (weighed[han] ?? 0);
  weighed[han] = eastern;
  weighed[kana] = 0;
  const best = weighed.indexOf(Math.max(...weighed));
  const share = (weighed[best] ?? 0) / all;
  if (best === han && ofKana >= kanaShare * eastern) return { name: 'Kana', language: 'ja', share };
  const name = scriptNames[best];
  if (name === undefined) return undefined;
  const language = languageOfScript(name);
  return language === undefined ? { name, share } : { name, language, share };
}
