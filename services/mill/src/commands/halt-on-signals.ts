/**
 * Aborts with the first SIGINT or SIGTERM, so that what is under way comes to a good end; a second one ends at once.
 */
export function haltOnSignals(reason?: Error): AbortController {
  const halt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => halt.abort(reason));
  return halt;
}
