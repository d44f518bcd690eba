const seed = 0x9747b28c;
const mix = 0x5bd1e995;

/**
 * The partition of a key, as Kafka's own clients choose it (murmur2), so that other producers put a key into
 * the same one.
 */
export function partitionOf(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key)) & 0x7fffffff) % partitions;
}

function murmur2(data: Buffer): number {
  const { length } = data;
  let hash = seed ^ length;
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    const word = Math.imul(data.readInt32LE(i), mix);
    hash = Math.imul(hash, mix) ^ Math.imul(word ^ (word >>> 24), mix);
  }
  if (whole < length) {
    for (let i = length - 1; i >= whole; i -= 1) hash ^= (data[i] ?? 0) << ((i - whole) * 8);
    hash = Math.imul(hash, mix);
  }
  hash = Math.imul(hash ^ (hash >>> 13), mix);
  return hash ^ (hash >>> 15);
}
