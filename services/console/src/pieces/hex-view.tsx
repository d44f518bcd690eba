const rowBytes = 16;

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** What can be printed of bytes; a dot for all else. */
function textOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(
    '',
  );
}

/** Bytes as hexdump(1) shows them: offset, bytes, and their text beside. */
export function HexView({ bytes, most }: { readonly bytes: Uint8Array; readonly most: number }) {
  const lines: string[] = [];
  for (let at = 0; at < Math.min(bytes.byteLength, most); at += rowBytes) {
    const row = bytes.subarray(at, Math.min(at + rowBytes, most));
    lines.push(`${at.toString(16).padStart(6, '0')}  ${hexOf(row).padEnd(rowBytes * 3 - 1)}  ${textOf(row)}`);
  }
  return (
    <pre class="hex" dir="ltr" tabIndex={0}>
      {lines.join('\n')}
    </pre>
  );
}
