/** What stands for one another in print, by the sign that a keyboard has. */
const signs: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '…': '...',
};

/**
 * A text as a reader reads it: the forms of quotes and dashes, the width of spaces, line breaks and signs
 * that are not seen make no difference; letters, case, digits and punctuation do.
 */
export function readingKey(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '')
    .replace(/[‘’‚‛“”„«»‐‑–—…]/gu, (sign) => signs[sign] ?? sign)
    .replace(/\s+/gu, ' ')
    .trim();
}
