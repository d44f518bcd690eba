/** A name of an element or attribute. */
export interface XmlName {
  /** In lower case. */
  readonly text: string;
  /** How many elements of this name are open. */
  open: number;
}

const maxNames = 4_000;

/** The names of one document, each kept once: most documents repeat a few dozen. */
export class XmlNames {
  private readonly written = new Map<string, XmlName>();
  private readonly lower = new Map<string, XmlName>();

  /** The name that is written so, in whatever case. */
  of(raw: string): XmlName {
    const known = this.written.get(raw);
    if (known !== undefined) return known;
    // A copy, or the name would hold on to the chunk it was cut from.
    const written = ` ${raw}`.slice(1);
    const text = written.toLowerCase();
    const name = this.lower.get(text) ?? { text, open: 0 };
    if (this.written.size < maxNames) {
      this.written.set(written, name);
      this.lower.set(text, name);
    }
    return name;
  }
}
