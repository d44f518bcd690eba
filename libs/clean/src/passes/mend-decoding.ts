import { mendMojibake } from '@newsmill/text';

/** First signs of UTF-8 that was read as another charset, which few sound texts have. */
const mayBeMisread = /[\u0080-\u009f\u00c2-\u00c5\u00d0\u00d1\u00d8\u00d9\u00e2\u00e3]/;

/** A text as it was meant where it was decoded with the wrong charset: `FÃ¤hre` is `Fähre`. */
export function mendDecoding(text: string): string {
  return mayBeMisread.test(text) ? mendMojibake(text).text : text;
}
