import type { StoredMessage } from '@newsmill/bus';
import type { Result } from '../result.ts';

/** A message that was handled, what was read of it, and what came of it. */
export interface Handled<In> {
  readonly message: StoredMessage;
  readonly input: In | undefined;
  readonly result: Result;
}
