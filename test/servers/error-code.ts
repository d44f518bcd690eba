/**
 * The code of an error of Node; the errors that Node throws into a jest sandbox are no instances of its
 * Error.
 */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
