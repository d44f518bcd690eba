/** A direction in whole numbers from -127 to 127, as facts and libraries keep it. */
export function packVector(vector: Float32Array): number[] {
  let most = 0;
  for (const part of vector) most = Math.max(most, Math.abs(part));
  return most === 0 ? [] : Array.from(vector, (part) => Math.round((part / most) * 127));
}
