/** Chunks of a body that may be small at will, and the mean size that all others must have, bytes. */
const freeChunks = 16_384;
const leastMean = 64;

/**
 * So many chunks a body may have come in when so many bytes of it are there and an honest sender writes it: each costs
 * its receiver about the same, however little it brings, so that one who cuts a body into bytes is refused.
 */
export function mostChunks(bytes: number): number {
  return freeChunks + bytes / leastMean;
}
