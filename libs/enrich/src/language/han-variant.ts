import { simplifiedOnly, traditionalOnly } from './han-characters.ts';

/** One character of the other kind may stand in a name. */
const fewestMarks = 2;

/**
 * Whether a Chinese text is written in simplified or traditional characters; undefined when it does not say.
 */
export function hanVariant(text: string): 'Hans' | 'Hant' | undefined {
  let simplified = 0;
  let traditional = 0;
  for (const character of text) {
    if (simplifiedOnly.has(character)) simplified += 1;
    else if (traditionalOnly.has(character)) traditional += 1;
  }
  if (simplified + traditional < fewestMarks) return undefined;
  if (simplified >= 3 * traditional) return 'Hans';
  return traditional >= 3 * simplified ? 'Hant' : undefined;
}
