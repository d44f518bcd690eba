/** Decimal digits beside those of ASCII: Arabic, Persian, of India, Thai, Lao, Burmese, Khmer, full width. */
const otherDigits =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9\uff10-\uff19]/g;

/** Those of India begin at the seventh place of a row of sixteen, all others at its first. */
function valueOf(digit: string): string {
  const code = digit.charCodeAt(0);
  return String((code & 0xf) - (code >= 0x966 && code <= 0xd6f ? 6 : 0));
}

/** The digits of other scripts as those of ASCII, each in its place. */
export function asciiDigits(text: string): string {
  return text.replace(otherDigits, valueOf);
}
