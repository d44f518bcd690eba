import type { StateReader } from '@newsmill/store';

/** Where a rebuilding leaves its name. */
export const generationKey = 'state:generation';

/** Name of the last rebuilding; empty when there was none. Throws StateLost. */
export async function generationOf(state: Pick<StateReader, 'read'>, now: number): Promise<string> {
  return (await state.read([generationKey], now)).get(generationKey) ?? '';
}

/**
 * The state was rebuilt while a batch was under way; handled once more, it is told what the batch had told
 * the lost one.
 */
export class StateRebuilt extends Error {
  override readonly name = 'StateRebuilt';
  constructor() {
    super('the state was rebuilt meanwhile; the batch is handled once more');
  }
}
