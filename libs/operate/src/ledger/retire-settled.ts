import type { State } from '@newsmill/store';

/** Items that one call looks at: the state does nothing else meanwhile. */
const inOneCall = 200;

/**
 * Lets the state keep little of everything that is settled and whose newest event is older than `before` (epoch ms).
 * Answers how many items that were. `stopped` ends it between two calls.
 */
export async function retireAll(
  state: Pick<State, 'retire'>,
  before: number,
  stopped: () => boolean = () => false,
): Promise<number> {
  let retired = 0;
  for (let isDone = false; !isDone && !stopped(); ) {
    const run = await state.retire({ before, limit: inOneCall });
    retired += run.retired;
    ({ isDone } = run);
  }
  return retired;
}
