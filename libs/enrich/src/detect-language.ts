import { eld } from 'eld/extrasmall';
import { dominantScript } from './dominant-script.ts';
import { cyrillicLanguage, tellApart } from './near-languages.ts';

export interface DetectedLanguage {
  /** BCP 47; `und` when the text does not say. */
  readonly tag: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Rule or model, with version. */
  readonly by: string;
}

/** Names as BCP 47 wants them, of tags that pages use. */
const preferred: Readonly<Record<string, string>> = { no: 'nb', iw: 'he', in: 'id', ji: 'yi', jp: 'ja', cn: 'zh', kr: 'ko', ua: 'uk', cz: 'cs', gr: 'el', dk: 'da', se: 'sv' };
/** Characters that the detector reads; more changes the answer no further. */
const sampleLength = 1_000;
/** With fewer letters the text proves less than what page and source claim. */
const fewestLetters = 40;
const model = 'eld/2.1.0-extrasmall';

/** The language part of a tag that a page or source claims: `zh-Hant-TW` gives `zh`; undefined for what is no tag. */
export function primaryLanguage(tag: string): string | undefined {
  const primary = /^([a-z]{2,3})(?=$|[-_])/.exec(tag.trim().toLowerCase())?.[1];
  return primary === undefined ? undefined : preferred[primary] ?? primary;
}

/** The claim in its BCP 47 form: language in lower, script in title, region in upper case; undefined for what is no tag. */
export function tidyTag(tag: string): string | undefined {
  const primary = primaryLanguage(tag);
  if (primary === undefined) return undefined;
  const rest = tag.trim().split(/[-_]/).slice(1).filter((part) => /^[A-Za-z]{4}$|^[A-Za-z]{2}$|^\d{3}$/.test(part));
  return [primary, ...rest.map((part) => (part.length === 4 ? part.charAt(0).toUpperCase() + part.slice(1).toLowerCase() : part.toUpperCase()))].join('-');
}

interface Scored {
  readonly language: string;
  readonly score: number;
}

/** The answer of the detector among its candidates, with a claim deciding where two are nearly even. */
function byModel(sample: string, claim: string | undefined): DetectedLanguage {
  const scores: Scored[] = Object.entries(eld.detect(sample).getScores()).map(([language, score]) => ({ language, score }));
  scores.sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best === undefined) return { tag: claim ?? 'und', confidence: claim === undefined ? 0 : 0.4, by: claim === undefined ? model : 'claim' };
  const margin = second === undefined ? 1 : (best.score - second.score) / best.score;
  const language = tellApart(best.language, sample);
  if (claim === language) return { tag: language, confidence: Math.min(0.995, 0.9 + margin), by: model };
  const confidence = Math.min(0.98, 0.55 + margin * 4);
  const claimed = scores.find((entry) => preferred[entry.language] === claim || entry.language === claim);
  const isNear = claimed !== undefined && claimed.score >= best.score * 0.93;
  if (claim !== undefined && (isNear || (claimed === undefined && confidence < 0.75))) return { tag: claim, confidence: 0.7, by: 'claim' };
  return { tag: language, confidence, by: model };
}

/**
 * The language that a text is written in. The script decides where it can, then a model of letter sequences; what page
 * and source claim (most trusted first) decides between near languages and for texts too short to tell, never against the script.
 */
export function detectLanguage(text: string, claims: readonly string[] = []): DetectedLanguage {
  const sample = text.slice(0, sampleLength);
  const claim = claims.map(primaryLanguage).find((tag) => tag !== undefined);
  const script = dominantScript(sample);
  if (script === undefined) return { tag: claim ?? 'und', confidence: claim === undefined ? 0 : 0.3, by: 'claim' };
  const evidence = Math.min(1, sample.length / fewestLetters);
  const byScript = (tag: string): DetectedLanguage => ({ tag, confidence: Math.round(Math.min(0.99, script.share) * (0.8 + 0.2 * evidence) * 1_000) / 1_000, by: 'script/1' });
  if (script.language !== undefined) return byScript(script.name === 'Hebrew' && /[װױײ]/u.test(sample) ? 'yi' : script.language);
  const byLetters = script.name === 'Cyrillic' ? cyrillicLanguage(sample) : undefined;
  if (byLetters !== undefined) return byScript(byLetters);
  const answer = byModel(sample, claim);
  return { ...answer, confidence: Math.round(answer.confidence * (0.6 + 0.4 * evidence) * 1_000) / 1_000 };
}
