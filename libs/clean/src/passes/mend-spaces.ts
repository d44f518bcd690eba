const afterComma = /([\p{Script=Latin}\p{Script=Cyrillic}]{2,}|\d)([,;])(?=\p{Ll}{2,}|\p{Lu}\p{Ll})/gu;
const monthYear = /(\p{L}{3,}|\b\d{1,2})(,)(?=(?:19|20)\d\d\b)/gu;
const afterStop = /(\p{Ll}{3,}|\p{Ll}[)"”])([.!?])(?=\p{Lu}\p{Ll}+[\s,])/gu;
/** Arabic script has commas and marks of its own. */
const afterArabic = /(\p{Script=Arabic}{2,})([،؛؟])(?=\p{Script=Arabic}{2,})/gu;
/** An opening quote that follows a stop at once. */
const beforeQuote = /(\p{Ll}[.!?])(?=[„«‹]\p{Lu})/gu;
/** Words with a dot or comma inside that are right as they are: addresses, file and host names, abbreviations. */
const untouchable = /https?:|www\.|@|\/\w|\.(?:com|org|net|io|js|de|uk)\b/i;

/** A stop, a straight quote and a capital without a space: the quote opens when an even number stands before it. */
function mendQuotes(text: string): string {
  return text.replace(
    /(\p{Ll})([.!?])"(?=\p{Lu}\p{Ll})/gu,
    (whole, letter: string, stop: string, offset: number, all: string) => {
      const quotes = all.slice(0, offset).split('"').length - 1;
      return quotes % 2 === 0 ? `${letter}${stop} "` : `${letter}${stop}" `;
    },
  );
}

/**
 * Puts the missing space behind commas and stops of Latin, Cyrillic and Arabic text, never inside numbers, addresses or abbreviations.
 * Answers the same string when nothing is missing.
 */
export function mendSpaces(text: string): string {
  if (/[،؛؟]\p{Script=Arabic}/u.test(text)) return text.replace(afterArabic, '$1$2 ');
  if (!/[,;.!?]["„«‹]?\p{L}|,(?:19|20)\d\d/u.test(text)) return text;
  return mendQuotes(text)
    .replace(beforeQuote, '$1 ')
    .split(/(\s+)/)
    .map((part) =>
      untouchable.test(part)
        ? part
        : part
            .replace(afterComma, '$1$2 ')
            .replace(monthYear, (whole, before: string, comma: string) =>
              /^\d/.test(before) && !/\d{1,2}$/.test(before) ? whole : `${before}${comma} `,
            ),
    )
    .join('')
    .replace(afterStop, (whole, before: string, stop: string, offset: number, all: string) => {
      const word = all.slice(all.lastIndexOf(' ', offset) + 1, offset + whole.length + 20);
      return untouchable.test(word) ? whole : `${before}${stop} `;
    });
}
