/**
 * Scripts that news is written in, with the first and last code of each run of Unicode that holds their
 * letters and marks (Blocks.txt), and the language where a script has only one that matters.
 */
const scripts = [
  {
    name: 'Latin',
    runs: [
      0x41, 0x5a, 0x61, 0x7a, 0xaa, 0xaa, 0xba, 0xba, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2af, 0x1e00, 0x1eff,
      0x2c60, 0x2c7f, 0xfb00, 0xfb06, 0xff21, 0xff3a, 0xff41, 0xff5a,
    ],
  },
  { name: 'Cyrillic', runs: [0x400, 0x52f, 0x1c80, 0x1c88, 0x2de0, 0x2dff, 0xa640, 0xa69f] },
  {
    name: 'Arabic',
    runs: [
      0x610, 0x61a, 0x620, 0x65f, 0x66e, 0x6d3, 0x6d5, 0x6dc, 0x6df, 0x6ef, 0x6fa, 0x6ff, 0x750, 0x77f, 0x870,
      0x8ff, 0xfb50, 0xfdff, 0xfe70, 0xfefc,
    ],
  },
  { name: 'Devanagari', runs: [0x900, 0x963, 0x971, 0x97f] },
  // High surrogates of the supplementary planes of Han: the pair counts once.
  { name: 'Han', runs: [0x3005, 0x3007, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xd840, 0xd888, 0xf900, 0xfaff] },
  {
    name: 'Kana',
    runs: [0x3041, 0x3096, 0x309d, 0x309f, 0x30a1, 0x30fa, 0x30fc, 0x30ff, 0x31f0, 0x31ff, 0xff66, 0xff9d],
  },
  { name: 'Hangul', runs: [0x1100, 0x11ff, 0x3131, 0x318e, 0xac00, 0xd7a3], language: 'ko' },
  {
    name: 'Greek',
    runs: [
      0x370, 0x373, 0x376, 0x377, 0x37b, 0x37d, 0x37f, 0x37f, 0x386, 0x386, 0x388, 0x3ff, 0x1f00, 0x1ffc,
    ],
    language: 'el',
  },
  { name: 'Hebrew', runs: [0x591, 0x5bd, 0x5d0, 0x5f2, 0xfb1d, 0xfb4f], language: 'he' },
  { name: 'Thai', runs: [0xe01, 0xe3a, 0xe40, 0xe4e], language: 'th' },
  { name: 'Armenian', runs: [0x531, 0x556, 0x561, 0x587, 0xfb13, 0xfb17], language: 'hy' },
  { name: 'Georgian', runs: [0x10a0, 0x10ff, 0x1c90, 0x1cbf, 0x2d00, 0x2d2d], language: 'ka' },
  { name: 'Bengali', runs: [0x980, 0x9e3], language: 'bn' },
  { name: 'Gujarati', runs: [0xa81, 0xae3], language: 'gu' },
  { name: 'Gurmukhi', runs: [0xa01, 0xa5e, 0xa70, 0xa75], language: 'pa' },
  { name: 'Oriya', runs: [0xb01, 0xb63], language: 'or' },
  { name: 'Tamil', runs: [0xb82, 0xbd7], language: 'ta' },
  { name: 'Telugu', runs: [0xc00, 0xc63], language: 'te' },
  { name: 'Kannada', runs: [0xc80, 0xce3], language: 'kn' },
  { name: 'Malayalam', runs: [0xd00, 0xd57, 0xd5f, 0xd63, 0xd7a, 0xd7f], language: 'ml' },
  { name: 'Sinhala', runs: [0xd81, 0xddf, 0xdf2, 0xdf3], language: 'si' },
  { name: 'Lao', runs: [0xe81, 0xecd, 0xedc, 0xedf], language: 'lo' },
  { name: 'Khmer', runs: [0x1780, 0x17d3], language: 'km' },
  { name: 'Myanmar', runs: [0x1000, 0x103f, 0x1050, 0x109f], language: 'my' },
  { name: 'Ethiopic', runs: [0x1200, 0x135f, 0x1380, 0x138f, 0x2d80, 0x2dde], language: 'am' },
  { name: 'Tibetan', runs: [0xf40, 0xfbc], language: 'bo' },
] as const;
export type ScriptName = (typeof scripts)[number]['name'];

/** Names of the scripts in the order of the numbers in `scriptTable`, the first being number 1. */
export const scriptNames: readonly ScriptName[] = scripts.map((script) => script.name);

/** The language of a script that has only one that matters. */
export function languageOfScript(name: ScriptName): string | undefined {
  const script = scripts.find((entry) => entry.name === name);
  return script !== undefined && 'language' in script ? script.language : undefined;
}

let table: Uint8Array | undefined;

/** The number of the script of each UTF-16 code, 0 for what is no letter; built at the first use. */
export function scriptTable(): Uint8Array {
  if (table !== undefined) return table;
  const made = new Uint8Array(0x10000);
  scripts.forEach(({ runs }, at) => {
    for (let run = 0; run < runs.length; run += 2) made.fill(at + 1, runs[run], (runs[run + 1] ?? 0) + 1);
  });
  table = made;
  return made;
}
