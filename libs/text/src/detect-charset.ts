import jschardet from 'jschardet';

const sampleSize = 32_768;
const context = 24;

/**
 * The bytes that tell: stretches around those above ASCII, up to 32 KB. Markup says nothing of a charset and
 * costs the detector most.
 */
export function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= 4_096) return bytes;
  const parts: Uint8Array[] = [];
  let size = 0;
  let at = 0;
  while (at < bytes.length && size < sampleSize) {
    if ((bytes[at] ?? 0) < 0x80 && bytes[at] !== 0x1b) {
      at += 1;
      continue;
    }
    let end = at + 1;
    let quiet = 0;
    while (end < bytes.length && quiet < context) {
      quiet = (bytes[end] ?? 0) < 0x80 ? quiet + 1 : 0;
      end += 1;
    }
    const part = bytes.subarray(at, Math.min(end, at + sampleSize - size));
    parts.push(part, Uint8Array.of(0x0a));
    size += part.length + 1;
    at = end;
  }
  return Buffer.concat(parts);
}

/**
 * Name of the charset that a sample looks like, as the detector calls it; undefined when it does not know.
 */
export function detectCharset(sample: Uint8Array): string | undefined {
  if (sample.length === 0) return undefined;
  const found = jschardet.detect(Buffer.from(sample), { minimumThreshold: 0.1 });
  return found.encoding ?? undefined;
}
