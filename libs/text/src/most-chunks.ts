/** Chunks of a body that may be small at will, and the mean size that all others must have, bytes. */
const freeChunks = 10_000;
const leastMean = 64;

/**
 * So many chunks a body of at most so many bytes comes in when an honest sender writes it: each costs its receiver
 * about the same, however little it brings, so that one who cuts a body into bytes is refused.
 */
export function mostChunks(maxBytes: number): number {
  return freeChunks + maxBytes / leastMean;
}
