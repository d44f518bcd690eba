/** A cell of a table in CSV. */
export interface CsvCell {
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly column: number;
}

/** Delimiters, those first that are usual. */
const delimiters = [',', ';', '\t'] as const;

function delimiterOf(text: string): string {
  const [head = ''] = text.split('\n', 1);
  return delimiters.find((one) => head.includes(one)) ?? ',';
}

/** Reads one cell after the other; quotes stand around what holds delimiters, line ends or quotes. */
class CsvReader {
  readonly #text: string;
  readonly #delimiter: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text.startsWith('\ufeff') ? text.slice(1) : text;
    this.#delimiter = delimiterOf(this.#text);
  }

  rows(): CsvCell[][] {
    const rows: CsvCell[][] = [];
    while (this.#at < this.#text.length) {
      const row = this.#row();
      if (row.some(({ text }) => text !== '')) rows.push(row);
    }
    return rows;
  }

  #row(): CsvCell[] {
    const row: CsvCell[] = [];
    for (;;) {
      const place = { line: this.#line, column: this.#at - this.#lineStart + 1 };
      const text = this.#text.charAt(this.#at) === '"' ? this.#quoted() : this.#plain();
      row.push({ text: text.trim(), ...place });
      if (this.#text.charAt(this.#at) === this.#delimiter) {
        this.#at += 1;
        continue;
      }
      if (this.#text.charAt(this.#at) === '\r') this.#at += 1;
      if (this.#at < this.#text.length) this.#newLine();
      return row;
    }
  }

  /** Steps over a line end. */
  #newLine(): void {
    this.#at += 1;
    this.#line += 1;
    this.#lineStart = this.#at;
  }

  #isEnd(character: string): boolean {
    return character === '' || character === this.#delimiter || character === '\n' || character === '\r';
  }

  #plain(): string {
    const start = this.#at;
    while (!this.#isEnd(this.#text.charAt(this.#at))) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  #quoted(): string {
    const parts: string[] = [];
    let start = this.#at + 1;
    this.#at = start;
    for (;;) {
      const character = this.#text.charAt(this.#at);
      if (character === '\n') this.#newLine();
      else if (character === '"' && this.#text.charAt(this.#at + 1) === '"') {
        parts.push(this.#text.slice(start, this.#at + 1));
        this.#at += 2;
        start = this.#at;
      } else if (character === '"' || character === '') break;
      else this.#at += 1;
    }
    parts.push(this.#text.slice(start, this.#at));
    this.#at += 1;
    // What stands between the quote and the delimiter belongs to nothing; spreadsheets keep it.
    return parts.join('') + this.#plain();
  }
}

/**
 * The rows of a table in CSV (RFC 4180), without those that are empty: parted by commas, semicolons or tabs,
 * whichever its first line has. Spaces around a cell are no part of it.
 */
export function readCsv(text: string): CsvCell[][] {
  return new CsvReader(text).rows();
}
