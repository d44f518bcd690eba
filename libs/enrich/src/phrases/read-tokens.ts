/** A word of a text as phrases are made of. */
export interface Token {
  /** As written, without a possessive ending. */
  readonly text: string;
  /** Lower case, compatibility forms unified. */
  readonly key: string;
  /** Nothing but a space parts it from the token before it, so both may stand in one phrase. */
  readonly isJoined: boolean;
  /** Nothing at all parts them, as in scripts without spaces. */
  readonly isTight: boolean;
  /** First of its sentence or title: a capital letter there says nothing. */
  readonly isFirst: boolean;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-–'’.&/+·][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*(?:\+\+|#)?/gu;
const possessive = /['’]s$/i;
/** French, Italian and Catalan words that lean on the next one: `l'annonce`, `dell'anno`. */
const leaning =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|all|dall|nell|sull|un|quest|gli)['’](?=\p{L}{2})/iu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const elided = new Set(['fr', 'it', 'ca']);
/** Endings that Korean writes onto nouns. */
const particles =
  /(?<=[\p{Script=Hangul}]{2})(?:에서는|에서|에게|으로|까지|부터|은|는|이|가|을|를|의|에|로|와|과|도)$/u;
/** Longest token: the rest of an endless one is no word. */
const longest = 60;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

/** Words of scripts that are written without spaces, by the dictionary of ICU. */
function wordsWithoutSpaces(run: string, language: string): { text: string; at: number }[] {
  return [...segmenterOf(language).segment(run)]
    .filter((part) => part.isWordLike === true)
    .map(({ segment, index }) => ({ text: segment, at: index }));
}

/** The words of a text in order, at most `most` of them. */
export function readTokens(text: string, language: string, most: number): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  let isBound = false;
  const isElided = elided.has(language);
  const push = (raw: string, start: number, isTight: boolean): void => {
    const gap = text.slice(end, Math.min(start, end + 24));
    const isFirst = tokens.length === 0 || /[.!?:…“"«]|\n\s*\n/.test(gap);
    let shown = raw.length > longest ? raw.slice(0, longest) : raw;
    if (isElided) shown = shown.replace(leaning, '');
    const owner = shown.replace(possessive, '');
    if (language === 'ko') shown = shown.replace(particles, '');
    const isJoined =
      !isBound &&
      (isTight ? gap === '' : /^\s+$/.test(gap) && !/\n\s*\n/.test(gap)) &&
      (shown.length === raw.length || !isElided);
    isBound = owner !== shown;
    tokens.push({
      text: isBound ? owner : shown,
      key: (isBound ? owner : shown).normalize('NFKC').toLowerCase(),
      isJoined,
      isTight: isTight && isJoined,
      isFirst,
    });
    end = start + raw.length;
  };
  for (const match of text.matchAll(word)) {
    if (tokens.length >= most) break;
    const [run] = match;
    if (!unspaced.test(run)) push(run, match.index, false);
    else
      for (const part of wordsWithoutSpaces(run.slice(0, 2_000), language))
        push(part.text, match.index + part.at, true);
  }
  return tokens;
}
