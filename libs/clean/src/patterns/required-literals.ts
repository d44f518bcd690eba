/** One of these stands in every text that a pattern matches; `undefined` where nothing is sure. */
export type Literals = readonly string[] | undefined;

/** What a piece of a pattern needs, and whether a run of letters goes on behind it. */
interface Piece {
  readonly needs: Literals;
  /** The one character that it is, where it is no more than that. */
  readonly character?: string;
}

const nothing: Piece = { needs: undefined };

/** Characters that stand in most lines of text. */
const common = /[\w\s.,:;'"()/-]/;
/** How much a literal rules out: a common character hardly anything, a sign or a letter beyond ASCII as much as two. */
const rarityOf = (literal: string): number =>
  [...literal].reduce((sum, character) => sum + (common.test(character) ? 1 : 2), 0);
const rarity = (literals: Literals): number =>
  literals === undefined ? 0 : Math.min(...literals.map(rarityOf));

/** Escapes of one letter that stand for a class or for a place, not for themselves. */
const classEscape = /^[dDwWsSbB]$/;
const control: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' };

/** Reads the source of a regular expression (ECMA-262, 22.2.1) as far as its literals go. */
class PatternReader {
  readonly source: string;
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Alternatives up to the end or a closing bracket: each must need something. */
  alternatives(): Literals {
    const all: string[] = [];
    let isSure = true;
    for (;;) {
      const needs = this.sequence();
      if (needs === undefined) isSure = false;
      else all.push(...needs);
      if (this.source[this.at] !== '|') break;
      this.at += 1;
    }
    return isSure ? all : undefined;
  }

  /** Of what stands one behind the other, whatever rules out most is needed. */
  sequence(): Literals {
    let best: Literals;
    let run = '';
    const take = (needs: Literals): void => {
      if (rarity(needs) > rarity(best)) best = needs;
    };
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const piece = this.piece();
      const { isOptional, isRepeated } = this.quantifier();
      if (piece.character !== undefined && !isOptional && !isRepeated) {
        run += piece.character;
        continue;
      }
      take(run === '' ? undefined : [run]);
      run = '';
      if (!isOptional) take(piece.needs);
    }
    take(run === '' ? undefined : [run]);
    return best;
  }

  piece(): Piece {
    const sign = this.source[this.at] as string;
    this.at += 1;
    if (sign === '\\') return this.escape();
    if (sign === '[') return this.characterClass();
    if (sign === '(') return this.group();
    if (sign === '.' || sign === '^' || sign === '$') return nothing;
    return { needs: [sign], character: sign };
  }

  escape(): Piece {
    const sign = this.source[this.at] as string;
    this.at += 1;
    // The bundle is in ASCII: what is a letter in the source is its number there.
    const number = sign === 'u' ? /^[0-9a-fA-F]{4}/.exec(this.source.slice(this.at))?.[0] : undefined;
    if (number !== undefined) {
      this.at += number.length;
      const unit = String.fromCharCode(Number.parseInt(number, 16));
      return { needs: [unit], character: unit };
    }
    if (/^[pPkux]$/.test(sign) || /^[1-9c]$/.test(sign)) {
      const rest = /^(?:\{[^}]*\}|<[^>]*>|[0-9a-fA-F]{2}|[A-Za-z])/.exec(this.source.slice(this.at));
      if (!/^[1-9]$/.test(sign)) this.at += rest?.[0].length ?? 0;
      return nothing;
    }
    if (classEscape.test(sign)) return nothing;
    const character = control[sign] ?? sign;
    return { needs: [character], character };
  }

  characterClass(): Piece {
    while (this.at < this.source.length && this.source[this.at] !== ']')
      this.at += this.source[this.at] === '\\' ? 2 : 1;
    this.at += 1;
    return nothing;
  }

  group(): Piece {
    const head = /^\?(?:[:=!]|<[=!]|<[^>]*>)/.exec(this.source.slice(this.at))?.[0] ?? '';
    this.at += head.length;
    const needs = this.alternatives();
    this.at += 1;
    return /^\?<?[=!]/.test(head) ? nothing : { needs };
  }

  quantifier(): { readonly isOptional: boolean; readonly isRepeated: boolean } {
    const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at));
    if (found === null) return { isOptional: false, isRepeated: false };
    this.at += found[0].length;
    const isOptional = /^[*?]/.test(found[0]) || found[1] === '0';
    return { isOptional, isRepeated: !isOptional };
  }
}

/**
 * The literals of a regular expression: each text that it matches holds one of them, letter case aside. Answers
 * `undefined` where the pattern may match a text without any, such as `\d+`.
 */
export function requiredLiterals(pattern: RegExp): Literals {
  const needs = new PatternReader(pattern.source).alternatives();
  return needs === undefined || rarity(needs) < 2 ? undefined : needs;
}
