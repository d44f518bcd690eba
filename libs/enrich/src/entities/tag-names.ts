import { addressWords } from '../gazetteer/name-words.ts';
import { agreeMentions } from './agree-mentions.ts';
import {
  mostFeatures,
  opinionFeatures,
  writeFeatures,
  writeOpinions,
  type Opinions,
} from './name-features.ts';
import {
  BEGIN,
  kindOfLabel,
  labelCount,
  LAST,
  nameKinds,
  OUTSIDE,
  partOfLabel,
  UNIT,
} from './name-labels.ts';
import { bestLabels, labelShares } from './tag-chain.ts';
import type { TaggerModel } from './tagger-model.ts';
import type { Mention } from './mention.ts';
import { viewText, type TextView } from './view-text.ts';

const noOpinion: Opinions = () => 0;
const addresses = new Set(addressWords);
const sharesOfWord = nameKinds.length + 1;

interface Zone {
  readonly start: number;
  readonly end: number;
}

/** Adds the weights of some features to the sums of a word, `sign` times each. */
function addRows(sums: Float64Array, at: number, weights: Int8Array, slots: Int32Array, sign: number): void {
  for (const slot of slots) {
    const row = slot * labelCount;
    for (let label = 0; label < labelCount; label += 1)
      sums[at + label] = (sums[at + label] ?? 0) + sign * (weights[row + label] ?? 0);
  }
}

/** Sums of the weights of all labels for the words of a zone of which nothing is known; whole numbers. */
function sumZone(view: TextView, zone: Zone, weights: Int8Array, slots: Int32Array): Float64Array {
  const sums = new Float64Array((zone.end - zone.start) * labelCount);
  for (let index = zone.start; index < zone.end; index += 1) {
    const count = writeFeatures(view, index, zone, noOpinion, slots, 0);
    addRows(sums, (index - zone.start) * labelCount, weights, slots.subarray(0, count), 1);
  }
  return sums;
}

/** The sums of a zone with opinions: their features alone are other ones. Undefined where it has none. */
function withOpinions(
  view: TextView,
  { start, end, sums }: SummedZone,
  opinions: Opinions,
  weights: Int8Array,
): Float64Array | undefined {
  let first = start;
  while (first < end && opinions(first) === 0) first += 1;
  if (first === end) return undefined;
  const other = sums.slice();
  const slots = new Int32Array(opinionFeatures);
  for (let index = start; index < end; index += 1) {
    if (opinions(index) === 0 && opinions(index - 1) === 0 && opinions(index + 1) === 0) continue;
    writeOpinions(view, index, noOpinion, slots, 0);
    addRows(other, (index - start) * labelCount, weights, slots, -1);
    writeOpinions(view, index, opinions, slots, 0);
    addRows(other, (index - start) * labelCount, weights, slots, 1);
  }
  return other;
}

/** Shares of outside and of each kind for the words of a text; of words that stand in no zone nothing. */
export interface KindShares {
  readonly shares: Float64Array;
  readonly isRead: Uint8Array;
}

export function createKindShares(words: number): KindShares {
  return { shares: new Float64Array(words * sharesOfWord), isRead: new Uint8Array(words) };
}

/** Adds what the labels of a zone say of outside and of each kind. */
export function addKindShares({ shares, isRead }: KindShares, start: number, ofLabels: Float64Array): void {
  for (let from = 0, index = start; from < ofLabels.length; from += labelCount, index += 1) {
    const at = index * sharesOfWord;
    shares[at] = ofLabels[from + OUTSIDE] ?? 0;
    for (let label = 1; label < labelCount; label += 1)
      shares[at + 1 + kindOfLabel(label)] =
        (shares[at + 1 + kindOfLabel(label)] ?? 0) + (ofLabels[from + label] ?? 0);
    isRead[index] = 1;
  }
}

/** What the words of a form were taken for, all places together. */
interface FormShares {
  readonly sums: Float64Array;
  places: number;
}

/** What the words of each form were taken for elsewhere in the text. */
export function readOpinions(view: TextView, { shares, isRead }: KindShares): Opinions {
  const forms = new Map<string, FormShares>();
  const formAt: (FormShares | undefined)[] = [];
  for (let index = 0; index < isRead.length; index += 1) {
    if (isRead[index] !== 1) continue;
    const form = view.words[index]?.lower ?? '';
    let own = forms.get(form);
    if (own === undefined) forms.set(form, (own = { sums: new Float64Array(sharesOfWord), places: 0 }));
    for (let kind = 0; kind < sharesOfWord; kind += 1)
      own.sums[kind] = (own.sums[kind] ?? 0) + (shares[index * sharesOfWord + kind] ?? 0);
    own.places += 1;
    formAt[index] = own;
  }
  const opinions = new Uint8Array(isRead.length);
  formAt.forEach((form, index) => {
    const others = (form?.places ?? 0) - 1;
    if (form === undefined || others < 1) return;
    let best = 0;
    let top = -1;
    for (let kind = 0; kind < sharesOfWord; kind += 1) {
      const share = ((form.sums[kind] ?? 0) - (shares[index * sharesOfWord + kind] ?? 0)) / others;
      if (share > top) {
        top = share;
        best = kind;
      }
    }
    opinions[index] = 1 + best * 3 + (top > 0.85 ? 2 : top > 0.6 ? 1 : 0);
  });
  return (index) => opinions[index] ?? 0;
}

interface SummedZone extends Zone {
  readonly sums: Float64Array;
}

interface ScoredZone extends Zone {
  readonly scores: Float64Array;
}

function readMentions(view: TextView, zone: ScoredZone, model: TaggerModel, grow: Float64Array): Mention[] {
  const length = zone.end - zone.start;
  const labels = bestLabels(zone.scores, model.steps, length);
  if (labels.every((label) => label === OUTSIDE)) return [];
  const { shares } = labelShares(
    zone.scores.map((score) => score / model.temperature),
    grow,
    length,
  );
  const mentions: Mention[] = [];
  let begin = 0;
  let confidence = 1;
  labels.forEach((label, index) => {
    if (label === OUTSIDE) return;
    const part = partOfLabel(label);
    const share = shares[index * labelCount + label] ?? 0;
    if (part === BEGIN || part === UNIT) {
      begin = index;
      confidence = share;
    } else confidence = Math.min(confidence, share);
    const kind = nameKinds[kindOfLabel(label)];
    if ((part !== LAST && part !== UNIT) || kind === undefined) return;
    while (kind === 'PER' && begin < index && addresses.has(view.words[zone.start + begin]?.lower ?? ''))
      begin += 1;
    mentions.push({
      start: view.tokens.start[zone.start + begin] ?? 0,
      end: view.tokens.end[zone.start + index] ?? 0,
      kind,
      confidence,
    });
  });
  return mentions;
}

/**
 * Names of an English text by a linear-chain conditional random field, read twice: at the second reading a
 * word knows what the same word was taken for elsewhere in the text. Last names then follow full names.
 */
export function tagNames(text: string, model: TaggerModel): Mention[] {
  const view = viewText(text, model.readWord);
  const slots = new Int32Array(mostFeatures);
  const grow = model.steps.map((step) => Math.exp(step / model.temperature));
  const exact = model.steps.map(Math.exp);
  const shares = createKindShares(view.tokens.count);
  const zones = view.zoneStart.map((start, number): SummedZone => {
    const zone = { start, end: view.zoneEnd[number] ?? start };
    const sums = sumZone(view, zone, model.weights, slots);
    const scores = sums.map((sum) => sum * model.unit);
    addKindShares(shares, start, labelShares(scores, exact, zone.end - zone.start).shares);
    return { ...zone, sums };
  });
  const opinions = readOpinions(view, shares);
  const mentions = zones.flatMap((zone) => {
    const sums = withOpinions(view, zone, opinions, model.weights) ?? zone.sums;
    return readMentions(view, { ...zone, scores: sums.map((sum) => sum * model.unit) }, model, grow);
  });
  return agreeMentions(text, view, mentions);
}
