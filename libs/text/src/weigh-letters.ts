import { decodeAs } from './decode-label.ts';

/**
 * Letters beyond ASCII of a language, the commonest first, and the charsets of single bytes that it is
 * written in.
 */
const languages: readonly (readonly [string, string])[] = [
  ['windows-1252 iso-8859-15 macintosh', 'éèàêçîôâùûëïœ'], // French
  ['windows-1252 iso-8859-15 macintosh', 'üäöß'], // German
  ['windows-1252 iso-8859-15 macintosh', 'óíáéñúü¿¡'], // Spanish
  ['windows-1252 iso-8859-15', 'ãçáéíóõêúâàô'], // Portuguese
  ['windows-1252 iso-8859-15 macintosh', 'èàùòéì'], // Italian
  ['windows-1252 iso-8859-15', 'àéèòíçóúïü'], // Catalan
  ['windows-1252 iso-8859-15', 'ëéïèö'], // Dutch
  ['windows-1252 iso-8859-15', 'ëç'], // Albanian
  ['windows-1252 iso-8859-15', 'äåöé'], // Swedish, Finnish
  ['windows-1252 iso-8859-15', 'øåæé'], // Danish, Norwegian
  ['windows-1252 iso-8859-15', 'áíðþóéúöæý'], // Icelandic
  ['windows-1250 iso-8859-2', 'ąęłżóśćńź'], // Polish
  ['windows-1250 iso-8859-2', 'íáěéřžčšýůúťóďň'], // Czech
  ['windows-1250 iso-8859-2', 'áíčéžšýúťľóňôďäŕĺ'], // Slovak
  ['windows-1250 iso-8859-2', 'áéöóőüíúű'], // Hungarian
  ['windows-1250 iso-8859-2', 'šžčćđ'], // Croatian, Slovene
  ['windows-1250 iso-8859-2', 'ăîţşâ'], // Romanian with cedillas
  ['iso-8859-16', 'ăîțșâ'], // Romanian with commas
  ['windows-1254 iso-8859-9', 'ıüşçğöâî'], // Turkish
  ['windows-1257 iso-8859-13', 'ėšųžįčūąę'], // Lithuanian
  ['windows-1257 iso-8859-13', 'āīšēņžļūķčģ'], // Latvian
  ['windows-1257 iso-8859-15', 'äõüöšž'], // Estonian
  // Russian
  ['windows-1251 koi8-r iso-8859-5 ibm866 ibm855 x-mac-cyrillic', 'оеаинтсрвлкмдпуяызьгбчйхжюшцщэфъё'],
  ['windows-1251 koi8-u x-mac-cyrillic iso-8859-5', 'оанитвреіскулдмпязьгбхчйжїцщєюшфґ'], // Ukrainian
  ['windows-1251 koi8-r iso-8859-5 ibm855', 'аеоинтрсвлкпдмзъугябчщйцжхшфюь'], // Bulgarian
  ['windows-1251 iso-8859-5', 'аоиентрсвјлкупмдзгчшбцњжћђхљфџ'], // Serbian
  ['windows-1253 iso-8859-7', 'αοιετνσηρπκμλςυτάίόέγωδχθφήύβώξζψϊ'], // Greek
  ['windows-1255 iso-8859-8', 'יוהלאמרתבשנכדקעחםטפגסןצזץךף'], // Hebrew
  ['windows-1256 iso-8859-6', 'اليمنوترهبدعةفكسحأقجشىصخطزذضغإثئءظؤآ'], // Arabic
  // Persian, which writes its own letters by their Arabic kin
  ['windows-1256', 'ايردنوهمتسبشزكلفگعخپقحجچآطغضصظثءئذژ\u200c'],
  ['windows-874', 'านรอกเงมยลวดทส่ตะปบ้คหแจพชขใ็ไผุโณำิีัืถซศฟภ์ูึญธษฉ'], // Thai
];
/** Signs that any language may hold. */
const signs = '\u00a0«»“”„‚’‘–—…•·°§©®™€£¿¡، ؛؟№ªº';
const likelySign = 0.004;
const capital = 0.08;
const unlikely = 0.0004;
const impossible = 0.000_000_1;

/** Bytes above ASCII, by how often they stand in the sample. */
function countBytes(bytes: Uint8Array): Uint32Array {
  const counts = new Uint32Array(128);
  for (const byte of bytes) if (byte >= 0x80) counts[byte - 0x80] = (counts[byte - 0x80] ?? 0) + 1;
  return counts;
}

function isAsciiLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/**
 * How often a byte above ASCII touches an ASCII letter, and how often it stands between two others: Latin
 * words do the first, other scripts the second.
 */
function countNeighbours(bytes: Uint8Array): { readonly touching: number; readonly inside: number } {
  let touching = 0;
  let inside = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0xa0) continue;
    const before = bytes[at - 1] ?? 0x20;
    const after = bytes[at + 1] ?? 0x20;
    if (isAsciiLetter(before) || isAsciiLetter(after)) touching += 1;
    else if (before >= 0xa0 && after >= 0xa0) inside += 1;
  }
  return { touching, inside };
}

/** By how much (as a logarithm) another charset must be likelier than the guess. */
const clearMargin = 4;
/** Mean from which the letters are those of a language. */
const sound = -3.5;
const latin = /^(?:windows-125[0247]|iso-8859-(?:2|9|13|15|16)|macintosh)$/;
const penalty = 2;

interface Model {
  readonly label: string;
  /** Logarithm of the likelihood of each byte from 0x80. */
  readonly logs: Float64Array;
}

/** Each is one character in any charset of single bytes. */
const upperHalf = Uint8Array.from({ length: 128 }, (_value, index) => 0x80 + index);

function modelOf(label: string, letters: string): Model {
  const total = Array.from(letters).reduce((sum, _letter, rank) => sum + 1 / (rank + 2), 0);
  const likelihood = (char: string): number => {
    const code = char.charCodeAt(0);
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900))
      return impossible;
    const lower = char.toLowerCase();
    const rank = letters.indexOf(lower);
    if (rank !== -1) return (lower === char ? 1 : capital) / (rank + 2) / total;
    return signs.includes(char) ? likelySign : unlikely;
  };
  return { label, logs: Float64Array.from(decodeAs(upperHalf, label), (char) => Math.log(likelihood(char))) };
}

let models: readonly Model[] | undefined;

export interface Weighed {
  readonly label: string;
  /**
   * Mean logarithm of the likelihood of a byte above ASCII: about -2 for the right charset, below -5 for a
   * wrong one.
   */
  readonly mean: number;
}

/**
 * The charset of single bytes whose languages the letters fit best; `guess` wins unless another is clearly
 * better. undefined without bytes above ASCII.
 */
export function weighLetters(bytes: Uint8Array, guess: string): Weighed | undefined {
  models ??= languages.flatMap(([labels, letters]) =>
    labels.split(' ').map((label) => modelOf(label, letters)),
  );
  const counts = countBytes(bytes);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const { touching, inside } = countNeighbours(bytes);
  const best = new Map<string, number>();
  for (const { label, logs } of models) {
    const score =
      counts.reduce((sum, count, index) => sum + (count === 0 ? 0 : count * (logs[index] ?? 0)), 0) -
      penalty * (latin.test(label) ? inside : touching);
    if (score > (best.get(label) ?? -Infinity)) best.set(label, score);
  }
  const [first] = [...best].sort((a, b) => b[1] - a[1]);
  if (first === undefined) return undefined;
  const winner = { label: first[0], mean: first[1] / total };
  const guessed = best.get(guess);
  // A charset that no language here is written in keeps its place, unless the letters are as they should be
  // in another.
  if (guessed === undefined) return winner.mean > sound ? winner : { label: guess, mean: sound };
  return first[1] - guessed > clearMargin + total * 0.02 ? winner : { label: guess, mean: guessed / total };
}
