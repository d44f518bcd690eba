/** Tries of all kinds that a message has had, in the ledger; never goes back, not even by a replay. */
export const attemptHeader = 'newsmill-attempt';
/** Tries since the message entered the stage or was replayed; chooses the rung of the retry ladder. */
export const tryHeader = 'newsmill-try';
/** Epoch milliseconds before which a message in a retry topic is not to be handled. */
export const dueHeader = 'newsmill-due';
/** Times that a message has waited because its source is braked. */
export const brakedHeader = 'newsmill-braked';

/** Until when its source was braked then, epoch milliseconds. */
export const brakedUntilHeader = 'newsmill-braked-until';

/** Headers of a message without those that a retry added. */
export function withoutRetryHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const {
    [attemptHeader]: _attempt,
    [tryHeader]: _try,
    [dueHeader]: _due,
    [brakedHeader]: _braked,
    [brakedUntilHeader]: _brakedUntil,
    ...rest
  } = headers;
  return rest;
}

/** A number in a header; 0 when absent or broken. */
export function numberIn(headers: Readonly<Record<string, string>>, name: string): number {
  const value = Number.parseInt(headers[name] ?? '', 10);
  return Number.isFinite(value) && value > 0 ? value : 0;
}
