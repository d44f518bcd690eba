import type { Rewrite } from './toxic-proxy.ts';

/** A broker as it stands in an answer: its host in a compact or a classic string, its port in four bytes. */
function nameOf(host: string, port: number): Buffer {
  const bytes = Buffer.alloc(host.length + 4);
  bytes.write(host, 'latin1');
  bytes.writeInt32BE(port, host.length);
  return bytes;
}

/** The longest end of `bytes` with which `pattern` may begin. */
function beginningAtEnd(bytes: Buffer, pattern: Buffer): number {
  for (let length = Math.min(bytes.length, pattern.length - 1); length > 0; length -= 1)
    if (bytes.subarray(bytes.length - length).equals(pattern.subarray(0, length))) return length;
  return 0;
}

/** Bytes before an answer that say how long it is. */
const lengthBytes = 4;

/**
 * A broker tells its clients where it is, and they go there past every proxy: this writes the proxy's port into
 * its answers. The bytes stay as many; what may be the beginning of a name waits for the next ones, but never the
 * end of an answer: nothing comes behind that until its client has it.
 */
export function advertisedPort(
  broker: { readonly host: string; readonly port: number },
  port: number,
): Rewrite {
  const pattern = nameOf(broker.host, broker.port);
  const instead = nameOf(broker.host, port);
  let rest = Buffer.alloc(0);
  /** Where the answer ends that is on its way, counted from the beginning of `rest`. */
  let end = 0;
  return (given) => {
    const bytes = Buffer.concat([rest, given]);
    for (let at = bytes.indexOf(pattern); at >= 0; at = bytes.indexOf(pattern, at + pattern.length))
      instead.copy(bytes, at);
    while (end + lengthBytes <= bytes.length) end += lengthBytes + bytes.readUInt32BE(end);
    const open = end > bytes.length ? beginningAtEnd(bytes, pattern) : bytes.length - end;
    rest = bytes.subarray(bytes.length - open);
    end -= bytes.length - open;
    return bytes.subarray(0, bytes.length - open);
  };
}
