import { readSync } from 'node:fs';

const [headerBytes, frameHeaderBytes] = [32, 24];

/**
 * Whether a write-ahead log holds at least so many frames (pages written) since SQLite last began it anew. SQLite goes
 * on at the front then and leaves what is behind, so the length of the file tells nothing; a frame of the present round
 * bears the salts of the header (https://www.sqlite.org/fileformat2.html#walformat).
 */
export function logHolds(log: number, frames: number): boolean {
  const header = Buffer.alloc(headerBytes);
  if (readSync(log, header, 0, headerBytes, 0) < headerBytes) return false;
  const frame = Buffer.alloc(frameHeaderBytes);
  const place = headerBytes + (frames - 1) * (frameHeaderBytes + header.readUInt32BE(8));
  if (readSync(log, frame, 0, frameHeaderBytes, place) < frameHeaderBytes) return false;
  return frame.compare(header, 16, 24, 8, 16) === 0;
}
