import { addressCases } from './address-cases.ts';
import { answerCases } from './answer-cases.ts';
import { apiCases } from './api-cases.ts';
import { feedCases } from './feed-cases.ts';
import { fileCases } from './file-cases.ts';
import type { InputCase } from './input-case.ts';
import { listCases } from './list-cases.ts';
import { messageCases } from './message-cases.ts';
import { pageCases } from './page-cases.ts';
import { readingCases } from './reading-cases.ts';
import { testedCases } from './tested-cases.ts';

/** Every bad input, by its row. */
export const inputTable: readonly InputCase[] = [
  ...addressCases,
  ...answerCases,
  ...feedCases,
  ...pageCases,
  ...readingCases,
  ...fileCases,
  ...listCases,
  ...apiCases,
  ...messageCases,
  ...testedCases,
].toSorted((a, b) => a.row - b.row);
