import { AsyncLocalStorage } from 'node:async_hooks';
import type { NewChange } from './change.ts';

/** Writes down what somebody changes, in their name. Never rejects: the change itself has been made. */
export interface ChangeWriter {
  write(change: NewChange): Promise<void>;
}

const writers = new AsyncLocalStorage<ChangeWriter>();

/** Runs `work` in the name of somebody, whatever it awaits included: what it changes is written down by `writer`. */
export function actAs<T>(writer: ChangeWriter, work: () => T): T {
  return writers.run(writer, work);
}

/**
 * Tells that something was changed, once it was. Written down in the name of whoever asked; what the mill does by
 * itself, such as retention, has nobody's name and is not in the log of changes.
 */
export async function noteChange(change: NewChange): Promise<void> {
  await writers.getStore()?.write(change);
}
