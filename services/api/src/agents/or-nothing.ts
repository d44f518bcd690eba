import { isRefused, type ProblemCode } from '../problems/api-problem.ts';

/** What was found; undefined where it is refused with that code. */
export async function orNothing<T>(found: Promise<T>, code: ProblemCode): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (isRefused(error) && error.code === code) return undefined;
    throw error;
  }
}
