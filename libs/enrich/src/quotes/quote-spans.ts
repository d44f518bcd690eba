/** What stands between two marks: offsets of the inside and of the marks. */
export interface QuoteSpan {
  readonly start: number;
  readonly end: number;
  /** Place of the opening mark, and behind the closing one. */
  readonly outerStart: number;
  readonly outerEnd: number;
  /** The paragraph ends inside and the next one opens again: one speech goes on. */
  readonly goesOn: boolean;
}

const spanLimit = 300;
const longestSpan = 4_000;
/**
 * Marks without a partner after which a text is taken to be no prose; each one costs a walk to the end of its
 * paragraph.
 */
const unmatchedLimit = 200;

/** Closing marks by opening mark; “ closes „ and opens in English. */
const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '‹': '›',
  '‘': '’',
  '"': '"',
  '＂': '＂',
};
const openerPattern = /[“„«»「『‹‘"]/gu;

const isSpace = (character: string | undefined) =>
  character === undefined || /[\s\u00a0\u202f([{—–-]/u.test(character);

/**
 * Straight marks and apostrophes look alike on both sides: an opening one follows a space and precedes a
 * letter.
 */
function canOpen(text: string, at: number, german: boolean): boolean {
  const mark = text[at] ?? '';
  if (mark === '"' || mark === '‘') return isSpace(text[at - 1]) && !/\s/u.test(text[at + 1] ?? ' ');
  if (mark === '»') return german && isSpace(text[at - 1]) && !/\s/u.test(text[at + 1] ?? ' ');
  return true;
}

function closes(text: string, at: number, opener: string): boolean {
  const mark = text[at] ?? '';
  if (!(closers[opener] ?? '').includes(mark)) return false;
  if (opener === '‘' || (opener === '"' && mark === '"')) return !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
  return true;
}

/** End of the paragraph, where every quote ends at the latest. */
function paragraphEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return Math.min(end < 0 ? text.length : end, at + longestSpan);
}

/** Whether a quote within one opens here: where a straight mark does not close, by what stands on its two sides. */
function opensWithin(text: string, at: number, opener: string): boolean {
  if (text[at] !== opener) return false;
  if (opener === '"') return isSpace(text[at - 1]) && /[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
  return opener !== '‘' && opener !== '»';
}

function closingAt(text: string, from: number, opener: string): number {
  const end = paragraphEnd(text, from);
  let depth = 0;
  for (let at = from; at < end; at += 1) {
    if (closes(text, at, opener)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (opensWithin(text, at, opener)) depth += 1;
  }
  return -1;
}

function nextParagraphOpens(text: string, end: number, opener: string): boolean {
  return (
    text[end] === '\n' &&
    text
      .slice(end, end + 12)
      .trimStart()
      .startsWith(opener)
  );
}

/**
 * The quotes of a text in their order, outermost only; marks without a partner open nothing, except where the
 * next paragraph goes on.
 */
export function quoteSpans(text: string, german: boolean): QuoteSpan[] {
  const spans: QuoteSpan[] = [];
  let unmatched = 0;
  openerPattern.lastIndex = 0;
  for (
    let match = openerPattern.exec(text);
    match !== null && spans.length < spanLimit && unmatched < unmatchedLimit;
    match = openerPattern.exec(text)
  ) {
    const outerStart = match.index;
    const opener = match[0];
    if (!canOpen(text, outerStart, german)) continue;
    const closing = closingAt(text, outerStart + 1, opener);
    const end = closing < 0 ? paragraphEnd(text, outerStart) : closing;
    const goesOn = closing < 0 && nextParagraphOpens(text, end, opener);
    if (closing < 0 && !goesOn) {
      unmatched += 1;
      continue;
    }
    const inside = text.slice(outerStart + 1, end);
    const start = outerStart + 1 + (inside.length - inside.trimStart().length);
    const outerEnd = closing < 0 ? end : closing + 1;
    spans.push({ start, end: start + inside.trim().length, outerStart, outerEnd, goesOn });
    openerPattern.lastIndex = Math.max(outerEnd, outerStart + 1);
  }
  return spans;
}
