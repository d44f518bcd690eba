import { decodeText } from '@newsmill/text';

/** Bytes by which the charset of a feed is decided; a feed of less is looked at as a whole. */
const sampleSize = 262_144;
const tagEnd = 0x3e;

/** Decodes the bytes of a feed, chunk by chunk. How they are cut into chunks changes nothing. */
export class FeedDecoder {
  private readonly contentType: string | undefined;
  private readonly held: Uint8Array[] = [];
  private size = 0;
  private decoder: TextDecoder | undefined;
  /** A charset that only a whole text can be decoded from. */
  private isWhole = false;

  constructor(contentType: string | undefined) {
    this.contentType = contentType;
  }

  /** The text that can be told by now. */
  write(bytes: Uint8Array): string {
    if (this.decoder !== undefined) return this.decoder.decode(bytes, { stream: true });
    this.held.push(bytes);
    this.size += bytes.length;
    if (this.isWhole || this.size <= sampleSize) return '';
    const all = this.takeHeld();
    const { charset } = decodeText(sampleOf(all), { contentType: this.contentType, kind: 'xml' });
    this.decoder = streamDecoder(charset);
    if (this.decoder !== undefined) return this.decoder.decode(all, { stream: true });
    this.isWhole = true;
    this.held.push(all);
    this.size = all.length;
    return '';
  }

  /** The rest of the text. */
  end(): string {
    if (this.decoder !== undefined) return this.decoder.decode();
    return this.size === 0
      ? ''
      : decodeText(this.takeHeld(), { contentType: this.contentType, kind: 'xml' }).text;
  }

  private takeHeld(): Uint8Array {
    const [first] = this.held;
    const all = this.held.length === 1 && first !== undefined ? first : Buffer.concat(this.held);
    this.held.length = 0;
    this.size = 0;
    return all;
  }
}

/** The beginning of a feed up to the end of a tag, so that no character is cut in two. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = bytes.subarray(0, sampleSize);
  const end = sample.lastIndexOf(tagEnd) + 1;
  return end < sampleSize / 2 ? sample : sample.subarray(0, end);
}

function streamDecoder(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}
