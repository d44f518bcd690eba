import { addressWords } from '../gazetteer/name-words.ts';
import { agreeMentions } from './agree-mentions.ts';
import { mostFeatures, writeFeatures, type Opinions } from './name-features.ts';
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

/** Scores of all labels for the words of a zone. */
function scoreZone(
  view: TextView,
  zone: { readonly start: number; readonly end: number },
  opinions: Opinions,
  model: TaggerModel,
  slots: Int32Array,
): Float64Array {
  const { weights, unit } = model;
  const scores = new Float64Array((zone.end - zone.start) * labelCount);
  for (let index = zone.start; index < zone.end; index += 1) {
    const count = writeFeatures(view, index, zone, opinions, slots, 0);
    const at = (index - zone.start) * labelCount;
    for (let feature = 0; feature < count; feature += 1) {
      const row = (slots[feature] ?? 0) * labelCount;
      for (let label = 0; label < labelCount; label += 1)
        scores[at + label] = (scores[at + label] ?? 0) + (weights[row + label] ?? 0);
    }
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) * unit;
  return scores;
}

/** Shares of outside and of each kind, for every word of a text that stands in a zone. */
export type KindShares = ReadonlyMap<number, Float64Array>;

/** What the words of each form were taken for all over the text. */
export function readOpinions(view: TextView, shares: KindShares): Opinions {
  const sums = new Map<string, Float64Array>();
  for (const [index, own] of shares) {
    const form = view.words[index]?.lower ?? '';
    let sum = sums.get(form);
    if (sum === undefined) sums.set(form, (sum = new Float64Array(sharesOfWord + 1)));
    for (let kind = 0; kind < sharesOfWord; kind += 1) sum[kind] = (sum[kind] ?? 0) + (own[kind] ?? 0);
    sum[sharesOfWord] = (sum[sharesOfWord] ?? 0) + 1;
  }
  return (index) => {
    const own = shares.get(index);
    const sum = own === undefined ? undefined : sums.get(view.words[index]?.lower ?? '');
    const others = (sum?.[sharesOfWord] ?? 0) - 1;
    if (own === undefined || sum === undefined || others < 1) return 0;
    let best = 0;
    let top = -1;
    for (let kind = 0; kind < sharesOfWord; kind += 1) {
      const share = ((sum[kind] ?? 0) - (own[kind] ?? 0)) / others;
      if (share > top) {
        top = share;
        best = kind;
      }
    }
    return 1 + best * 3 + (top > 0.85 ? 2 : top > 0.6 ? 1 : 0);
  };
}

/** Adds what the labels of a zone say of outside and of each kind. */
export function addKindShares(
  shares: Map<number, Float64Array>,
  start: number,
  ofLabels: Float64Array,
): void {
  for (let at = 0; at < ofLabels.length; at += labelCount) {
    const own = new Float64Array(sharesOfWord);
    own[0] = ofLabels[at + OUTSIDE] ?? 0;
    for (let label = 1; label < labelCount; label += 1)
      own[1 + kindOfLabel(label)] = (own[1 + kindOfLabel(label)] ?? 0) + (ofLabels[at + label] ?? 0);
    shares.set(start + at / labelCount, own);
  }
}

interface ScoredZone {
  readonly start: number;
  readonly end: number;
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
  const view = viewText(text, model.wordClasses);
  const slots = new Int32Array(mostFeatures);
  const grow = model.steps.map((step) => Math.exp(step / model.temperature));
  const exact = model.steps.map(Math.exp);
  const shares = new Map<number, Float64Array>();
  const zones = view.zoneStart.map((start, number): ScoredZone => {
    const zone = { start, end: view.zoneEnd[number] ?? start };
    const scores = scoreZone(view, zone, noOpinion, model, slots);
    addKindShares(shares, start, labelShares(scores, exact, zone.end - zone.start).shares);
    return { ...zone, scores };
  });
  const opinions = readOpinions(view, shares);
  const mentions = zones.flatMap((zone) => {
    let isNew = false;
    for (let index = zone.start; index < zone.end && !isNew; index += 1) isNew = opinions(index) !== 0;
    return readMentions(
      view,
      isNew ? { ...zone, scores: scoreZone(view, zone, opinions, model, slots) } : zone,
      model,
      grow,
    );
  });
  return agreeMentions(text, view, mentions);
}
