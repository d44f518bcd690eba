/**
 * Languages that the model does not know, with those that it takes their texts for. When a page claims one of
 * them and the model answers such a neighbour, the page is believed.
 */
// biome-ignore format: a table, read by its rows
const neighbours: Readonly<Record<string, readonly string[]>> = {
  gl: ['pt', 'es'], ast: ['es', 'pt'], an: ['es', 'ca'], oc: ['ca', 'fr', 'es'], co: ['it'], sc: ['it', 'la'],
  fur: ['it'], scn: ['it'], rm: ['it', 'la'], lij: ['it'], mt: ['it', 'sq', 'so'],
  lb: ['de', 'nl'], fy: ['nl', 'af'], li: ['nl'], nds: ['nl', 'de'], gsw: ['de'], bar: ['de'],
  fo: ['is', 'da', 'nn'], se: ['fi', 'et'],
  br: ['fr', 'cy'], gd: ['ga'], gv: ['ga'], kw: ['cy'], ku: ['tr', 'az'], tk: ['tr', 'az'], uz: ['tr', 'az'],
  crh: ['tr', 'az'],
  jv: ['id', 'ms'], su: ['id', 'ms'], ceb: ['tl'], war: ['tl'], ilo: ['tl'], pam: ['tl'], mg: ['id', 'ms'],
  haw: ['mi'], sm: ['mi'], to: ['mi'],
  ht: ['fr'], ha: ['so', 'yo', 'sw'], ig: ['yo', 'lg'], ss: ['zu', 'xh'], nr: ['zu', 'xh'], nd: ['zu', 'xh'],
  nso: ['st', 'tn'], ve: ['sn', 'ts'], rw: ['lg', 'sw', 'sn'], rn: ['lg', 'sw', 'sn'], ny: ['sn', 'sw', 'zu'],
  ln: ['sw', 'lg'], om: ['so'],
  ky: ['kk', 'mn'], tt: ['kk', 'ru'], ba: ['kk', 'ru'], tg: ['ru', 'bg', 'mn', 'kk'], ug: ['ur', 'ar', 'fa'],
  cv: ['ru'], os: ['ru'], ce: ['ru'], sah: ['mn', 'kk'], cnr: ['sr', 'bs', 'hr'],
  ps: ['fa', 'ur', 'ar'], ckb: ['fa', 'ur', 'ar'], sd: ['ur', 'ar', 'fa'], pnb: ['ur'], ks: ['ur'],
  dv: ['ar'],
  ne: ['hi', 'mr'], bho: ['hi'], mai: ['hi'], sa: ['hi', 'mr'], kok: ['mr', 'hi'], doi: ['hi'], as: ['bn'],
  bpy: ['bn'], yue: ['zh'], wuu: ['zh'], ti: ['am'], lad: ['he', 'es'], dz: ['bo'], pnt: ['el'], xmf: ['ka'],
};

/** Whether a text that the model takes for `answer` may be one of `claim`, a language it does not know. */
export function hidesBehind(claim: string, answer: string): boolean {
  return Object.hasOwn(neighbours, claim) && (neighbours[claim] ?? []).includes(answer);
}
