/**
 * Languages that the detector does not know or takes for a neighbour, told apart by what stands only in one of them:
 * words in Latin script, letters in Cyrillic. Each test counts its marks; the neighbour stays unless more marks speak against it.
 */
interface Mark {
  readonly language: string;
  readonly marks: RegExp;
}

const words = (list: string) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${list.trim().split(/\s+/).join('|')})(?![\\p{L}\\p{M}])`, 'giu');

const nb: Mark = { language: 'nb', marks: words('ikke jeg av etter mellom ut opp ble hva mye mer meg deg seg nå uten blir igjen noen fra noe hun være gjøre') };
const nn: Mark = { language: 'nn', marks: words('ikkje eg av etter mellom ut opp vart kva mykje meir meg deg seg utan blir nokon nokre frå noko ho vere gjere ein eit dei berre òg sjølv') };
const da: Mark = { language: 'da', marks: words('ikke jeg af efter mellem ud op blev hvad meget mere mig dig sig nu uden bliver igen nogen nogle fra noget hun være gøre') };

/** By the language that the detector answers: the languages that hide behind it. The first wins when no mark is found. */
const neighbours: Readonly<Record<string, readonly Mark[]>> = {
  ms: [
    { language: 'id', marks: words('bahwa karena bisa dari saat uang perusahaan mobil senin jumat yakni namun kata ujarnya resmi usai kami anda kalau berbeda provinsi kantor kota rumah sakit sebesar') },
    { language: 'ms', marks: words('bahawa kerana boleh daripada ketika wang syarikat kereta isnin jumaat iaitu ialah beliau katanya kita awak sekiranya berbeza negeri pejabat bandar ini hendaklah telah kepada sebanyak') },
  ],
  no: [nb, nn, da],
  da: [da, nb, nn],
};

const cyrillicLetters: readonly Mark[] = [
  { language: 'uk', marks: /[іїєґ]/giu },
  { language: 'be', marks: /ў/giu },
  { language: 'mk', marks: /[ѓќѕ]/giu },
  { language: 'sr', marks: /[ђћ]/giu },
  { language: 'kk', marks: /[қғұәһ]/giu },
  { language: 'mn', marks: /[өү]/giu },
];

/** Share of letters that a mark must have to count: single letters stand in names and quotations. */
const fewestLetters = 0.003;

function lettersIn(text: string, marks: RegExp): number {
  return (text.match(marks)?.length ?? 0) / Math.max(1, text.length);
}

/** The language of a Cyrillic text by letters that no other of them has; undefined when none stands out. */
export function cyrillicLanguage(text: string): string | undefined {
  const shares = new Map(cyrillicLetters.map((mark) => [mark.language, lettersIn(text, mark.marks)]));
  const share = (language: string) => shares.get(language) ?? 0;
  if (share('be') >= fewestLetters) return 'be';
  if (share('kk') >= fewestLetters) return 'kk';
  if (share('uk') >= fewestLetters) return 'uk';
  if (share('mn') >= fewestLetters) return 'mn';
  if (share('sr') >= fewestLetters / 2) return 'sr';
  return share('mk') >= fewestLetters / 2 ? 'mk' : undefined;
}

/** What hides behind the answer of the detector. */
export function tellApart(language: string, text: string): string {
  const marks = neighbours[language];
  if (marks === undefined) return language;
  const counted = marks.map((mark) => ({ language: mark.language, count: text.match(mark.marks)?.length ?? 0 }));
  const [first, ...rest] = counted;
  return rest.reduce((best, next) => (best === undefined || next.count > best.count ? next : best), first)?.language ?? language;
}
