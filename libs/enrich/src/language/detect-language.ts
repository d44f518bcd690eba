import { modelFiles } from '@newsmill/models';
import { dominantScript, type DominantScript } from './dominant-script.ts';
import { hanVariant } from './han-variant.ts';
import { primaryLanguage } from '@newsmill/text';
import { languageModel } from './language-model.ts';
import { hidesBehind } from './near-languages.ts';
import { readSample } from './read-sample.ts';
import { scoreWords } from './score-words.ts';
import { languageOfScript, scriptNames } from './script-table.ts';

export interface DetectedLanguage {
  /** BCP 47; `und` when the text does not say. */
  readonly tag: string;
  /** The chance of being right, 0 to 1. */
  readonly confidence: number;
  /** Rule or model, with version. */
  readonly by: string;
  /**
   * The script, where the language is written in two and the text shows one: `Hans`, `Hant`, `Latn` or `Cyrl`
   * (ISO 15924).
   */
  readonly script?: string;
}

/** What stands in a fact that the model of letter sequences found. */
export const languageModelName = `letters/${modelFiles.language.version}`;
const scriptRule = 'script/2';

/** With fewer letters the text proves less than what page and source claim. */
const fewestLetters = 40;
/** How much likelier a language is when page or source claims it: nine claims of ten are right. */
const weightOfClaim = 25;
/**
 * A claim of a language that the model does not know stands against an answer that is less sure than this.
 */
const fairlySure = 0.75;
const confidenceOfClaim = 0.7;
const confidenceWithoutText = 0.3;

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** The answer where the script alone decides. */
function byScript(
  sample: string,
  script: DominantScript,
  language: string,
  claim: string | undefined,
): DetectedLanguage {
  const evidence = Math.min(1, sample.length / fewestLetters);
  const confidence = rounded(Math.min(0.99, script.share) * (0.8 + 0.2 * evidence));
  const tag = script.name === 'Hebrew' && (claim === 'yi' || /[װױײ]/u.test(sample)) ? 'yi' : language;
  if (claim !== undefined && hidesBehind(claim, tag))
    return { tag: claim, confidence: rounded(confidence * confidenceOfClaim), by: 'claim' };
  return { tag, confidence, by: scriptRule };
}

/** Whether model or script can answer the language: a claim of another can only be believed or not. */
function isKnown(language: string): boolean {
  return (
    languageModel().groups.some(({ languages }) => languages.includes(language)) ||
    scriptNames.some((name) => languageOfScript(name) === language)
  );
}

/** Whether a claim of a language that the model does not know explains the text better than its answer. */
function isBelieved(claim: string, tag: string, confidence: number): boolean {
  return hidesBehind(claim, tag) || (confidence < fairlySure && !isKnown(claim));
}

interface Weighed {
  /** `sr-Latn` for Serbian in Latin letters. */
  readonly language: string;
  readonly chance: number;
}

/** The likeliest language, the chances of its two forms taken together. */
function likeliest(
  languages: readonly string[],
  chances: readonly number[],
  claim: string | undefined,
): Weighed {
  const weighed = languages.map((language, at) => ({
    language,
    chance: (chances[at] ?? 0) * (primaryLanguage(language) === claim ? weightOfClaim : 1),
  }));
  const sum = weighed.reduce((all, { chance }) => all + chance, 0);
  const best = weighed.reduce((first, next) => (next.chance > first.chance ? next : first));
  return { language: best.language, chance: best.chance / sum };
}

/** The answer of the model; undefined when it does not know the script. */
function byModel(
  sample: readonly string[],
  script: DominantScript,
  claim: string | undefined,
): DetectedLanguage | undefined {
  const scored = scoreWords(sample, script.name);
  if (scored === undefined) return undefined;
  const alone = likeliest(scored.languages, scored.chances, undefined);
  const { language, chance } =
    claim === undefined ? alone : likeliest(scored.languages, scored.chances, claim);
  const [tag = language, form] = language.split('-');
  const confidence = rounded(Math.min(0.999, chance * Math.min(1, script.share * 1.5)));
  if (claim !== undefined && isBelieved(claim, tag, confidence))
    return { tag: claim, confidence: confidenceOfClaim, by: 'claim' };
  const variant =
    form ?? (tag === 'sr' ? 'Cyrl' : undefined) ?? (tag === 'zh' ? hanVariant(sample.join('')) : undefined);
  const by = language === alone.language ? languageModelName : 'claim';
  return variant === undefined ? { tag, confidence, by } : { tag, confidence, by, script: variant };
}

/**
 * The language that a text is written in. The script decides where it can, then a model of letter sequences;
 * what page and source claim (most trusted first) decides between near languages and for texts too short to
 * tell, never against the script.
 */
export function detectLanguage(text: string, claims: readonly string[] = []): DetectedLanguage {
  const pieces = readSample(text);
  const sample = pieces.join('\n');
  const claim = claims.map(primaryLanguage).find((tag) => tag !== undefined);
  const script = dominantScript(sample);
  if (script === undefined)
    return { tag: claim ?? 'und', confidence: claim === undefined ? 0 : confidenceWithoutText, by: 'claim' };
  if (script.language !== undefined) return byScript(sample, script, script.language, claim);
  return (
    byModel(pieces, script, claim) ?? {
      tag: claim ?? 'und',
      confidence: claim === undefined ? 0 : confidenceWithoutText,
      by: 'claim',
    }
  );
}
