import type { Readable } from 'node:stream';

export interface WireBody {
  readonly bytes: Uint8Array;
  /** True when the answer goes on past the limit; the rest was not read. */
  readonly truncated: boolean;
}

/** Reads a body to at most `maxBytes`. Rejects with the error of the stream, also when it closes before its end. */
export function readBody(stream: Readable, maxBytes: number): Promise<WireBody> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    stream.on('data', (chunk: Uint8Array) => {
      const room = maxBytes - size;
      if (chunk.length <= room) {
        chunks.push(chunk);
        size += chunk.length;
        return;
      }
      chunks.push(chunk.subarray(0, room));
      // The rest is not wanted: the connection goes with it.
      stream.on('error', () => undefined);
      stream.destroy();
      resolve({ bytes: join(chunks), truncated: true });
    });
    stream.on('end', () => resolve({ bytes: join(chunks), truncated: false }));
    stream.on('error', reject);
    stream.on('close', () => reject(Object.assign(new Error('the connection closed before the end of the body'), { code: 'UND_ERR_SOCKET' })));
  });
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
}
