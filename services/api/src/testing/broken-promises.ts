/**
 * What of the promises made before is broken now: something is gone, or something is newly required of who
 * asks.
 */
export function brokenPromises(before: readonly string[], now: readonly string[]): readonly string[] {
  const [made, kept] = [new Set(before), new Set(now)];
  const gone = before.filter((promise) => !promise.includes(' requires ') && !kept.has(promise));
  const demanded = now.filter(
    (promise) =>
      promise.includes(' requires ') &&
      !made.has(promise) &&
      made.has(promise.slice(0, promise.indexOf(' requires '))),
  );
  return [...gone.map((promise) => `gone: ${promise}`), ...demanded.map((promise) => `new: ${promise}`)];
}
