import type { DriftJudgement, OddArticle } from './judge-drift.ts';
import { driftSigns, medianOf, signsOf, type Baseline, type DriftSign } from './read-signs.ts';

function shareWords(usual: Baseline, sign: DriftSign): string {
  const n = usual.shapes.length;
  const without = usual.shapes.filter((shape) => signsOf(shape, usual, usual.shapes).includes(sign)).length;
  return `${n - without} of ${n} had one before`;
}

/** `usual`: what the source was like before; undefined where that is not known. */
function partOf(sign: DriftSign, odd: readonly OddArticle[], usual: Baseline | undefined): string {
  const than = (number: number | undefined) => (number === undefined ? '' : ` (usually ${number})`);
  const share = () => (usual === undefined ? '' : ` (${shareWords(usual, sign)})`);
  const middle = (pick: (one: OddArticle) => number) => medianOf(odd.map(pick));
  const parts: Readonly<Record<DriftSign, () => string>> = {
    'title-short': () => `titles of ${middle(({ shape }) => shape.title)} characters${than(usual?.title)}`,
    'title-same': () => 'the same title on several',
    'words-few': () => `texts of ${middle(({ shape }) => shape.words)} words${than(usual?.words)}`,
    'text-same': () => 'the same text on several',
    'no-date': () => `no date${share()}`,
    'no-author': () => `no author${share()}`,
    'no-image': () => `no image${share()}`,
  };
  return parts[sign]();
}

/** What differs in the articles of a run, in words: the signs that half of them have. */
export function describeDrift(site: string, { run, usual, isByAll }: DriftJudgement): string {
  const having = (sign: DriftSign) => run.filter(({ signs }) => signs.includes(sign));
  const parts = driftSigns
    .filter((sign) => 2 * having(sign).length >= run.length && having(sign).length > 0)
    .map((sign) => partOf(sign, having(sign), isByAll ? undefined : usual));
  const what = parts.length === 0 ? 'various signs' : parts.join(', ');
  if (isByAll) return `The last ${run.length} articles of ${site} are like those of no other site: ${what}.`;
  return `The last ${run.length} articles of ${site} differ from the ${usual.shapes.length} before: ${what}.`;
}
