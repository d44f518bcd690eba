/**
 * Letters of a text do not speak independently, as the sum of their weights has it: the more of them, the
 * more the sum overstates. Both numbers are fitted on answers out of fold
 * (`bench/train/enrich/language/calibrate.py`; Guo et al. 2017, temperature scaling).
 */
const temperatureOfOneLetter = 0.45;
const growth = 0.55;

/**
 * How much rarer news is in a language than in the one that it is taken for, as the logarithm of the odds:
 * one article in Nynorsk to some twelve in Bokmål, one in Malay to seven in Indonesian.
 */
const rarity: Readonly<Record<string, number>> = { nn: 2.5, ms: 2 };

/** The chance of each language, out of the scores of a text with so many letters. */
export function calibrate(
  scores: readonly number[],
  letters: number,
  languages: readonly string[],
): number[] {
  const temperature = temperatureOfOneLetter * Math.max(1, letters) ** growth;
  const scaled = scores.map((score, at) => score / temperature - (rarity[languages[at] ?? ''] ?? 0));
  const greatest = Math.max(...scaled);
  const raised = scaled.map((score) => Math.exp(score - greatest));
  const sum = raised.reduce((all, value) => all + value, 0);
  return raised.map((value) => value / sum);
}
