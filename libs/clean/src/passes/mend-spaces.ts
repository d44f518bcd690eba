/**
 * What stands before a mark is looked back at, never run over: from each letter on, a long word would be run
 * over again and again.
 */
const afterComma =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}]{2}|\d|\p{L}["”“’»«)]|^»)[,;](?=\p{Ll}{2}|\p{Lu}\p{Ll})/gu;
/** A word of one letter behind the comma, of those that Romance and Slavic languages have; nothing follows it. */
const beforeLetter = /(?<=[\p{Script=Latin}\p{Script=Cyrillic}]{3}|^»),(?=[aeiouyàéèówzавикосуя]$)/gu;
const monthYear = /(?<=\p{L}{3}|\b\d{1,2}),(?=(?:19|20)\d\d\b)/gu;
const afterStop = /(?<=\p{Ll}{3}|\p{Ll}[)"”])[.!?](?=\p{Lu}\p{Ll}+[\s,])/gu;
/** Arabic script has commas and marks of its own. */
const afterArabic = /(?<=\p{Script=Arabic}{2})[،؛؟](?=\p{Script=Arabic}{2})/gu;
/** An opening quote that follows a stop at once. */
const beforeQuote = /(\p{Ll}[.!?])(?=[„«‹]\p{Lu})/gu;
/**
 * Words with a dot or comma inside that are right as they are: addresses, file and host names, abbreviations.
 */
const untouchable = /https?:|www\.|@|\/\w|\.(?:com|org|net|io|js|de|uk)\b/gi;
/** Most words have none of the marks that may lack their space. */
const hasMark = /[,;]/;
/** So many signs behind a stop still belong to what is looked at. */
const following = 21;

/**
 * A stop, a straight quote and a capital without a space: the quote opens when an even number stands before
 * it.
 */
function mendQuotes(text: string): string {
  let seen = 0;
  let quotes = 0;
  return text.replace(
    /(\p{Ll})([.!?])"(?=\p{Lu}\p{Ll})/gu,
    (_, letter: string, stop: string, offset: number) => {
      for (; seen < offset; seen += 1) if (text[seen] === '"') quotes += 1;
      return quotes % 2 === 0 ? `${letter}${stop} "` : `${letter}${stop}" `;
    },
  );
}

/** Parts sentences that touch, but where the word around the stop is an address or a name of a file. */
function mendStops(text: string): string {
  const addresses = Array.from(text.matchAll(untouchable), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  let next = 0;
  let seen = 0;
  let wordStart = 0;
  return text.replace(afterStop, (stop, offset: number) => {
    for (; seen < offset; seen += 1) if (text[seen] === ' ') wordStart = seen + 1;
    while ((addresses[next]?.start ?? wordStart) < wordStart) next += 1;
    return (addresses[next]?.end ?? Infinity) <= offset + following ? stop : `${stop} `;
  });
}

/**
 * Puts the missing space behind commas and stops of Latin, Cyrillic and Arabic text, never inside numbers,
 * addresses or abbreviations. Answers the same string when nothing is missing.
 */
export function mendSpaces(text: string): string {
  if (/[،؛؟]\p{Script=Arabic}/u.test(text)) return text.replace(afterArabic, '$& ');
  if (!/[,;.!?]["„«‹]?\p{L}|,(?:19|20)\d\d/u.test(text)) return text;
  const parted = mendQuotes(text)
    .replace(beforeQuote, '$1 ')
    .split(/(\s+)/)
    .map((part) =>
      !hasMark.test(part) || part.search(untouchable) >= 0
        ? part
        : part.replace(afterComma, '$& ').replace(beforeLetter, '$& ').replace(monthYear, '$& '),
    )
    .join('');
  return mendStops(parted);
}
