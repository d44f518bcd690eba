import { ExtensionAnswer, factsHeader, longestAnswer } from '@newsmill/contracts';
import { z } from 'zod';

/** Deeper values are refused: not every reader of documents can take them. */
const deepest = 8;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

export type ReadAnswer = { readonly answer: ExtensionAnswer } | { readonly problem: string };

/** What an extension says in the header of an article that it sent back, or what is wrong with it. */
export function readAnswer(text: string | undefined): ReadAnswer {
  if (text === undefined)
    return {
      problem: `the header ${factsHeader} is missing: send it with every article, with an empty list of facts where there are none`,
    };
  if (text.length > longestAnswer)
    return {
      problem: `the header ${factsHeader} has ${text.length} characters, the limit is ${longestAnswer}: keep what is large in a place of your own, and send its address`,
    };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      problem: `the header ${factsHeader} is no JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  if (isDeeper(json, deepest + 3))
    return { problem: `a fact in the header ${factsHeader} is more than ${deepest} levels deep` };
  const parsed = ExtensionAnswer.safeParse(json);
  return parsed.success
    ? { answer: parsed.data }
    : {
        problem: `the header ${factsHeader} does not fit its schema (docs/schemas/extension-answer.json): ${z.prettifyError(parsed.error)}`,
      };
}
