/** Bytes of windows-1252 that stand for letters and marks in a text that is UTF-8 otherwise. */
const western = new TextDecoder('windows-1252');
const broken = new TextDecoder('utf-8', { ignoreBOM: true });

/** Length of the sequence that this byte begins by UTF-8; 1 for a byte that begins none. */
function lengthOf(lead: number): number {
  if (lead >= 0xf0) return lead < 0xf5 ? 4 : 1;
  return lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
}

/**
 * Decodes UTF-8 into which texts of windows-1252 were pasted: a byte above ASCII that neither begins nor
 * continues a sequence is one of those. A sequence that was cut stays U+FFFD, as do `Â` and `Ã` alone, which
 * are the first halves of cut characters far more often than letters.
 */
export function decodeMixed(bytes: Uint8Array): string {
  const parts: string[] = [];
  let done = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const length = lengthOf(lead);
    let step = 1;
    while (step < length && ((bytes[at + step] ?? 0) & 0xc0) === 0x80) step += 1;
    if ((step === length && length > 1) || step > 1 || lead === 0xc2 || lead === 0xc3) {
      at += step - 1;
      continue;
    }
    parts.push(broken.decode(bytes.subarray(done, at)), western.decode(bytes.subarray(at, at + 1)));
    done = at + 1;
  }
  parts.push(broken.decode(bytes.subarray(done)));
  return parts.join('');
}
