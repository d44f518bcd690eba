import { addressWords } from '../gazetteer/name-words.ts';
import { addKnown } from './add-known.ts';
import { agreeMentions } from './agree-mentions.ts';
import { dropThings } from './drop-things.ts';
import { mendMentions } from './mend-mentions.ts';
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
import {
  bestLabels,
  createBestPath,
  createMarginals,
  labelShares,
  type BestPath,
  type Marginals,
} from './tag-chain.ts';
import type { TaggerModel } from './tagger-model.ts';
import { tellClubs } from './tell-clubs.ts';
import { tellKinds } from './tell-kinds.ts';
import type { Mention } from './mention.ts';
import { viewText, type TextView } from './view-text.ts';

const addresses = new Set(addressWords);
const sharesOfWord = nameKinds.length + 1;

interface Zone {
  readonly start: number;
  readonly end: number;
}

/** A zone whose words have their sums in rows from `row` on. */
interface SummedZone extends Zone {
  readonly row: number;
}

/** Turns the sign bits of four bytes over, so that -128 to 127 stand as 0 to 255. */
const turn = 0x80808080;
/** The first and third of four bytes, as two numbers of 16 bits, which hold the sum of 257 bytes. */
const pair = 0x00ff00ff;

/** The weights of features, added up in rows of all labels. */
interface Sums {
  readonly weights: DataView;
  /** The features whose weights are added next. */
  readonly slots: Int32Array;
  readonly rows: Int32Array;
}

/** Adds two numbers of 16 bits, `sign` times what is above `zero`, to the labels at `at` and two behind it. */
function addPair(rows: Int32Array, at: number, sums: number, zero: number, sign: number): void {
  rows[at] = (rows[at] ?? 0) + sign * ((sums & 0xffff) - zero);
  rows[at + 2] = (rows[at + 2] ?? 0) + sign * ((sums >>> 16) - zero);
}

/**
 * Adds the weights of the first `count` features, `sign` times, to a row: four labels are read at once, and two
 * added.
 */
function addWeights({ weights, slots, rows }: Sums, count: number, row: number, sign: number): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let last = 0;
  for (let index = 0; index < count; index += 1) {
    const at = (slots[index] ?? 0) * labelCount;
    const first = weights.getInt32(at, true) ^ turn;
    const second = weights.getInt32(at + 4, true) ^ turn;
    const third = weights.getInt32(at + 8, true) ^ turn;
    a += first & pair;
    b += (first >>> 8) & pair;
    c += second & pair;
    d += (second >>> 8) & pair;
    e += third & pair;
    f += (third >>> 8) & pair;
    last += weights.getInt8(at + 12);
  }
  const zero = 128 * count;
  const at = row * labelCount;
  addPair(rows, at, a, zero, sign);
  addPair(rows, at + 1, b, zero, sign);
  addPair(rows, at + 4, c, zero, sign);
  addPair(rows, at + 5, d, zero, sign);
  addPair(rows, at + 8, e, zero, sign);
  addPair(rows, at + 9, f, zero, sign);
  rows[at + 12] = (rows[at + 12] ?? 0) + sign * last;
}

/** The zones of a text, each with a row for every word. */
function rowZones({ zoneStart, zoneEnd }: TextView): { zones: readonly SummedZone[]; rowCount: number } {
  let rowCount = 0;
  const zones = zoneStart.map((start, number): SummedZone => {
    const zone = { start, end: zoneEnd[number] ?? start, row: rowCount };
    rowCount += zone.end - start;
    return zone;
  });
  return { zones, rowCount };
}

/** Adds up the weights of all labels for the words of the zones while nothing is known. */
function sumZones(view: TextView, zones: readonly SummedZone[], sums: Sums, unknown: Opinions): void {
  for (const zone of zones)
    for (let index = zone.start; index < zone.end; index += 1) {
      const count = writeFeatures(view, index, zone, unknown, sums.slots, 0);
      addWeights(sums, count, zone.row + index - zone.start, 1);
    }
}

/**
 * Exchanges the features that opinions decide, which alone are other ones. A word without opinions near it stays as it
 * is.
 */
function addOpinions(
  view: TextView,
  zones: readonly SummedZone[],
  sums: Sums,
  { unknown, opinions }: { readonly unknown: Opinions; readonly opinions: Opinions },
): void {
  for (const { start, end, row } of zones) {
    let first = start;
    while (first < end && opinions[first] === 0) first += 1;
    if (first === end) continue;
    for (let index = start; index < end; index += 1) {
      if (opinions[index] === 0 && (opinions[index - 1] ?? 0) === 0 && (opinions[index + 1] ?? 0) === 0)
        continue;
      writeOpinions(view, index, unknown, sums.slots, 0);
      addWeights(sums, opinionFeatures, row + index - start, -1);
      writeOpinions(view, index, opinions, sums.slots, 0);
      addWeights(sums, opinionFeatures, row + index - start, 1);
    }
  }
}

/** Where zones are read, one after the other. */
interface ZoneRoom {
  readonly scores: Float64Array;
  readonly path: BestPath;
  readonly marginals: Marginals;
}

function createZoneRoom(zones: readonly Zone[]): ZoneRoom {
  const longest = zones.reduce((length, { start, end }) => Math.max(length, end - start), 1);
  return {
    scores: new Float64Array(longest * labelCount),
    path: createBestPath(longest),
    marginals: createMarginals(longest),
  };
}

/** Writes the scores of the words of a zone: the sums of their weights. */
function writeScores(scores: Float64Array, { start, end, row }: SummedZone, rows: Int32Array, unit: number) {
  const first = row * labelCount;
  const size = (end - start) * labelCount;
  for (let index = 0; index < size; index += 1) scores[index] = (rows[first + index] ?? 0) * unit;
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
export function addKindShares(
  { shares, isRead }: KindShares,
  { start, end }: Zone,
  ofLabels: Float64Array,
): void {
  for (let from = 0, index = start; index < end; from += labelCount, index += 1) {
    const at = index * sharesOfWord;
    shares[at] = ofLabels[from + OUTSIDE] ?? 0;
    for (let label = 1; label < labelCount; label += 1)
      shares[at + 1 + kindOfLabel(label)] =
        (shares[at + 1 + kindOfLabel(label)] ?? 0) + (ofLabels[from + label] ?? 0);
    isRead[index] = 1;
  }
}

/** In how many places of the zones that were read the words of each form stand. */
function countPlaces({ forms, formCount }: TextView, isRead: Uint8Array): Int32Array {
  const places = new Int32Array(formCount);
  for (let index = 0; index < isRead.length; index += 1)
    if (isRead[index] === 1) places[forms[index] ?? 0] = (places[forms[index] ?? 0] ?? 0) + 1;
  return places;
}

/** What the words of each form were taken for elsewhere in the text. */
export function readOpinions(view: TextView, { shares, isRead }: KindShares): Opinions {
  const { forms, formCount } = view;
  const places = countPlaces(view, isRead);
  const sums = new Float64Array(formCount * sharesOfWord);
  for (let index = 0; index < isRead.length; index += 1) {
    if (isRead[index] !== 1) continue;
    const form = (forms[index] ?? 0) * sharesOfWord;
    for (let kind = 0; kind < sharesOfWord; kind += 1)
      sums[form + kind] = (sums[form + kind] ?? 0) + (shares[index * sharesOfWord + kind] ?? 0);
  }
  const opinions = new Uint8Array(isRead.length);
  for (let index = 0; index < isRead.length; index += 1) {
    const form = forms[index] ?? 0;
    const others = (places[form] ?? 0) - 1;
    if (isRead[index] !== 1 || others < 1) continue;
    let best = 0;
    let top = -1;
    for (let kind = 0; kind < sharesOfWord; kind += 1) {
      const share =
        ((sums[form * sharesOfWord + kind] ?? 0) - (shares[index * sharesOfWord + kind] ?? 0)) / others;
      if (share > top) {
        top = share;
        best = kind;
      }
    }
    opinions[index] = 1 + best * 3 + (top > 0.85 ? 2 : top > 0.6 ? 1 : 0);
  }
  return opinions;
}

/** The mentions of a zone whose scores stand in the room. */
function readMentions(
  view: TextView,
  { start, end }: Zone,
  { scores, path, marginals }: ZoneRoom,
  { steps, temperedGrow, temperature }: TaggerModel,
): Mention[] {
  const length = end - start;
  const labels = bestLabels(scores, steps, length, path);
  let first = 0;
  while (first < length && labels[first] === OUTSIDE) first += 1;
  if (first === length) return [];
  for (let index = 0; index < length * labelCount; index += 1)
    scores[index] = (scores[index] ?? 0) / temperature;
  const { shares } = labelShares(scores, temperedGrow, length, marginals);
  const mentions: Mention[] = [];
  let begin = 0;
  let confidence = 1;
  for (let index = first; index < length; index += 1) {
    const label = labels[index] ?? OUTSIDE;
    if (label === OUTSIDE) continue;
    const part = partOfLabel(label);
    const share = shares[index * labelCount + label] ?? 0;
    if (part === BEGIN || part === UNIT) {
      begin = index;
      confidence = share;
    } else confidence = Math.min(confidence, share);
    const kind = nameKinds[kindOfLabel(label)];
    if ((part !== LAST && part !== UNIT) || kind === undefined) continue;
    while (kind === 'PER' && begin < index && addresses.has(view.words[start + begin]?.lower ?? ''))
      begin += 1;
    mentions.push({
      start: view.tokens.start[start + begin] ?? 0,
      end: view.tokens.end[start + index] ?? 0,
      kind,
      confidence,
    });
  }
  return mentions;
}

/** What a first reading takes the words of the zones for. Zones whose forms stand nowhere else need none. */
function firstOpinions(
  view: TextView,
  { zones, rows }: { readonly zones: readonly SummedZone[]; readonly rows: Int32Array },
  { scores, marginals }: ZoneRoom,
  { unit, grow }: TaggerModel,
): Opinions {
  const shares = createKindShares(view.tokens.count);
  const inZone = new Uint8Array(view.tokens.count);
  for (const { start, end } of zones) inZone.fill(1, start, end);
  const places = countPlaces(view, inZone);
  for (const zone of zones) {
    let first = zone.start;
    while (first < zone.end && places[view.forms[first] ?? 0] === 1) first += 1;
    if (first === zone.end) continue;
    writeScores(scores, zone, rows, unit);
    addKindShares(shares, zone, labelShares(scores, grow, zone.end - zone.start, marginals).shares);
  }
  return readOpinions(view, shares);
}

/**
 * Names of a text by a linear-chain conditional random field, read twice: at the second reading a word knows what the
 * same word was taken for elsewhere in the text.
 */
export function readNames(view: TextView, model: TaggerModel): Mention[] {
  const { zones, rowCount } = rowZones(view);
  const rows = new Int32Array(rowCount * labelCount);
  const sums = { weights: model.weights, slots: new Int32Array(mostFeatures), rows };
  const unknown = new Uint8Array(view.tokens.count);
  sumZones(view, zones, sums, unknown);
  const room = createZoneRoom(zones);
  const opinions = firstOpinions(view, { zones, rows }, room, model);
  addOpinions(view, zones, sums, { unknown, opinions });
  return zones.flatMap((zone) => {
    writeScores(room.scores, zone, rows, model.unit);
    return readMentions(view, zone, room, model);
  });
}

/** Names of an English text: what the tagger reads, mended by rules. Last names follow full names. */
export function tagNames(text: string, model: TaggerModel): Mention[] {
  const view = viewText(text, model.readWord);
  const mentions = readNames(view, model);
  return agreeMentions(
    text,
    view,
    addKnown(view, mendMentions(text, tellClubs(text, tellKinds(text, dropThings(text, mentions))))),
  );
}
