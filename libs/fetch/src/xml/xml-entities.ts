import { decodeEntities } from '@newsmill/text';

const maxEntities = 200;
const maxValue = 2_048;
/**
 * Characters that declared entities may add to one document: enough for every honest one, too little for a
 * bomb.
 */
const maxExpansion = 262_144;
const declaration = /<!ENTITY\s+([\w.:-]{1,64})\s+(?:"([^"]*)"|'([^']*)')\s*>/gi;

/**
 * The internal general entities that a document declares itself. External ones and those of parameters are
 * never read.
 */
export class XmlEntities {
  private readonly values = new Map<string, string>();
  private expanded = 0;

  /**
   * Takes the declarations between the brackets of a document type. A value may use entities declared before
   * it.
   */
  declare(subset: string): void {
    for (const [, name = '', inDouble, inSingle] of subset.matchAll(declaration)) {
      if (this.values.size >= maxEntities) return;
      const value = inDouble ?? inSingle ?? '';
      if (this.values.has(name) || value.length > maxValue) continue;
      const full = readReferences(value, this);
      if (full.length <= maxValue) this.values.set(name, full);
    }
  }

  /**
   * The text of an entity; undefined for one that is not declared, or when the document has had its share.
   */
  valueOf(name: string): string | undefined {
    if (this.values.size === 0) return undefined;
    const value = this.values.get(name);
    if (value === undefined || this.expanded + value.length > maxExpansion) return undefined;
    this.expanded += value.length;
    return value;
  }
}

/** Longest name of a reference with its semicolon. */
const maxLength = 34;

function isNamePart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 58) ||
    code === 35 ||
    code === 45 ||
    code === 46 ||
    code === 95
  );
}

/** Where the semicolon of a reference stands; undefined when there is none. */
function referenceEnd(text: string, start: number): number | undefined {
  const limit = Math.min(text.length, start + maxLength);
  for (let at = start + 1; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 59) return at > start + 1 ? at : undefined;
    if (!isNamePart(code)) return undefined;
  }
  return undefined;
}

function valueOf(reference: string, entities: XmlEntities): string {
  switch (reference) {
    case '&lt;':
      return '<';
    case '&gt;':
      return '>';
    case '&amp;':
      return '&';
    case '&quot;':
      return '"';
    case '&apos;':
      return "'";
    default:
      return entities.valueOf(reference.slice(1, -1)) ?? decodeEntities(reference);
  }
}

/**
 * Replaces references once: XML's, HTML's, numbers and declared ones, each only with its semicolon, since
 * addresses hold `&copy=`.
 */
export function readReferences(text: string, entities: XmlEntities): string {
  let start = text.indexOf('&');
  if (start === -1) return text;
  let out = '';
  let done = 0;
  while (start !== -1) {
    const end = referenceEnd(text, start);
    if (end === undefined) start = text.indexOf('&', start + 1);
    else {
      const reference = text.slice(start, end + 1);
      const value = valueOf(reference, entities);
      out += text.slice(done, start) + value;
      done = end + 1;
      start = text.indexOf('&', done);
    }
  }
  return done === 0 ? text : out + text.slice(done);
}
