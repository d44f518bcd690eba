import { createInterface } from 'node:readline/promises';
import { complain } from '@newsmill/service';

/**
 * Asks at a terminal whether to go on; only `y` and `yes` do. Where nobody can be asked the answer is no, with the
 * option that says yes.
 */
export async function confirm(question: string, option: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    complain(`nothing is done: nobody can be asked here; say ${option} to do it`);
    return false;
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const said = await asking.question(`${question} [y/N] `);
  asking.close();
  const isYes = /^(?:y|yes)$/i.test(said.trim());
  if (!isYes) complain('nothing is done');
  return isYes;
}
