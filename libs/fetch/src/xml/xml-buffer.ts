/** Answer of a search that needs more text. */
export const more = -1;
/** A token that has not ended by then never will: bounds what is held of a stream. */
export const maxToken = 8_388_608;

/** The part of a document that is not read yet. */
export class XmlBuffer {
  text = '';
  /** Where to read on. */
  at = 0;
  /** The document has ended: there is no more text to wait for. */
  isLast = false;
  private waiting: string[] = [];
  private waitingLength = 0;
  /** Where each mark is next found, so that no stretch is searched twice; -1 when it is not. */
  private readonly found = new Map<string, number>();

  /**
   * Takes the next part, and answers whether it is time to read on: what is held is looked at again only when
   * it has doubled, so that tiny chunks cost no more than one large one.
   */
  push(chunk: string): boolean {
    this.waiting.push(chunk);
    this.waitingLength += chunk.length;
    return this.waitingLength >= this.text.length - this.at;
  }

  /** Drops what was read, and adds what waits. */
  refill(): void {
    this.text = this.text.slice(this.at) + this.waiting.join('');
    this.at = 0;
    this.waiting = [];
    this.waitingLength = 0;
    this.found.clear();
  }

  /**
   * Where a mark is next found within a length; undefined when it is not, `more` when that is not known yet.
   * Searches go forward only.
   */
  find(mark: string, from: number, limit: number = maxToken): number | undefined {
    let at = this.found.get(mark);
    if (at === undefined || (at !== -1 && at < from)) {
      at = this.text.indexOf(mark, from);
      this.found.set(mark, at);
    }
    if (at !== -1) return at - from <= limit ? at : undefined;
    return this.isLast || this.text.length - from > limit + mark.length ? undefined : more;
  }
}
