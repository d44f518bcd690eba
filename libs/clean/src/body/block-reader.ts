import {
  characterClass,
  COMMA,
  DIGIT,
  INVISIBLE,
  lowerCase,
  SPACE,
  STOP,
  UNSPACED,
  UPPER,
  WORD,
} from '../tree/characters.ts';
import type { Blocks } from './blocks.ts';
import { readReference } from './read-reference.ts';
import { stopWords } from './stop-words.ts';

/**
 * Reads the text of one block into the arrays and counts what it is made of, in one pass over its characters.
 */
export class BlockReader {
  blocks: Blocks;
  position = 0;
  tokenPosition = 0;
  hash = 0;
  isInWord = false;
  isSpaced = true;
  words = 0;
  unspaced = 0;
  stops = 0;
  commas = 0;
  uppers = 0;
  digits = 0;
  quotes = 0;
  stopWords = 0;

  constructor(blocks: Blocks) {
    this.blocks = blocks;
  }

  start(): void {
    this.isSpaced = true;
    this.words =
      this.unspaced =
      this.stops =
      this.commas =
      this.uppers =
      this.digits =
      this.quotes =
      this.stopWords =
        0;
  }

  room(wanted: number): void {
    const { blocks } = this;
    if (blocks.characters.length < this.position + wanted) {
      const grown = new Uint16Array(Math.max(blocks.characters.length * 2, this.position + wanted));
      grown.set(blocks.characters);
      blocks.characters = grown;
    }
    if (blocks.tokens.length < this.tokenPosition + wanted) {
      const grown = new Int32Array(Math.max(blocks.tokens.length * 2, this.tokenPosition + wanted));
      grown.set(blocks.tokens);
      blocks.tokens = grown;
    }
  }

  endWord(): void {
    if (!this.isInWord) return;
    this.words += 1;
    if (stopWords.has(this.hash)) this.stopWords += 1;
    this.blocks.tokens[this.tokenPosition++] = this.hash;
    this.isInWord = false;
    this.hash = 0;
  }

  /** A code unit that is no part of a spaced word. */
  unit(code: number, kind: number): void {
    const { blocks } = this;
    if (kind === SPACE) {
      this.endWord();
      if (this.isSpaced) return;
      this.isSpaced = true;
      blocks.characters[this.position++] = 32;
      return;
    }
    if (kind === INVISIBLE) {
      // Joiners shape Persian and Indian words: they stay in the text and part no word.
      if (code === 0x200c || code === 0x200d) blocks.characters[this.position++] = code;
      return;
    }
    this.isSpaced = false;
    blocks.characters[this.position++] = code;
    this.endWord();
    if (kind & UNSPACED) {
      this.unspaced += 1;
      blocks.tokens[this.tokenPosition++] = code;
    } else if (kind & STOP) this.stops += 1;
    else if (kind & COMMA) this.commas += 1;
    else if (
      code === 34 ||
      (code >= 0x2018 && code <= 0x201f) ||
      code === 0xab ||
      code === 0xbb ||
      (code >= 0x300c && code <= 0x300f)
    )
      this.quotes += 1;
  }

  /**
   * Reads characters `from` to `to`, for which there is room; letters and digits of spaced words, nearly all
   * of a page, stay within the inner loop.
   */
  run(text: string, from: number, to: number): void {
    const { characters } = this.blocks;
    let index = from;
    while (index < to) {
      let code = text.charCodeAt(index);
      let kind = characterClass[code] as number;
      if ((kind & (WORD | UNSPACED)) === WORD) {
        let { position, hash } = this;
        do {
          characters[position++] = code;
          hash = (Math.imul(hash, 31) + (lowerCase[code] as number)) | 0;
          if (kind & (UPPER | DIGIT)) {
            if (kind & UPPER) this.uppers += 1;
            if (kind & DIGIT) this.digits += 1;
          }
          index += 1;
          code = index < to ? text.charCodeAt(index) : 0;
          kind = characterClass[code] as number;
        } while ((kind & (WORD | UNSPACED)) === WORD);
        this.position = position;
        this.hash = hash;
        this.isInWord = true;
        this.isSpaced = false;
        continue;
      }
      index += 1;
      if (code === 38) {
        const { text: decoded, length } = readReference(text, index - 1, to);
        if (length > 0) {
          // Never longer than the reference.
          this.run(decoded, 0, decoded.length);
          index += length - 1;
          continue;
        }
      }
      this.unit(code, kind);
    }
  }
}
