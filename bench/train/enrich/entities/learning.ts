/** What the trainers of both taggers share: documents, what is learned from them, and how a model is written. */
import { loadModel } from '@newsmill/models';
import { hashText } from '../../../../libs/enrich/src/entities/hash-text.ts';
import {
  biasSlot,
  mostFeatures,
  slotCount,
  writeFeatures,
  type Opinions,
} from '../../../../libs/enrich/src/entities/name-features.ts';
import {
  BEGIN,
  kindOfLabel,
  labelCount,
  labelOf,
  LAST,
  OUTSIDE,
  partOfLabel,
  UNIT,
  nameKinds,
} from '../../../../libs/enrich/src/entities/name-labels.ts';
import { namesInCapitals } from '../../../../libs/enrich/src/entities/names-in-capitals.ts';
import { labelShares } from '../../../../libs/enrich/src/entities/tag-chain.ts';
import {
  addKindShares,
  createKindShares,
  readOpinions,
} from '../../../../libs/enrich/src/entities/tag-names.ts';
import { viewText, type TextView } from '../../../../libs/enrich/src/entities/view-text.ts';
import { wordClassesOf } from '../../../../libs/enrich/src/entities/word-classes.ts';
import { createWordReader } from '../../../../libs/enrich/src/entities/word-facts.ts';
import { taggerTensors } from '../../models/tagger-tensors.ts';
import { writeModel, type About } from '../../models/write-model.ts';
import { ChainModel, type Example } from './chain-model.ts';
import { labelsOf, type TokenSpan } from './silver-labels.ts';
import { varyNames, type NameSpan } from './vary-names.ts';

const [source = '', version = '', ...rest] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(version)) throw new Error(`no version of a model: "${version}"; give a whole number`);
/** What the trainer is told to learn from; the version of its model and the settings follow. */
export const learnedFrom = source;
const given = Object.fromEntries(rest.map((option) => option.split('=')));
/** A number that may be given as NAME=NUMBER. */
export const setting = (name: string, usual: number): number =>
  given[name] === undefined ? usual : Number(given[name]);
const epochs = setting('epochs', 4);
const rate = setting('rate', 0.05);
const drop = setting('drop', 0.45);
/** How much counts what nobody is sure of. */
export const doubt = setting('doubt', 0.8);
/** How much copies with other names count. */
export const vary = setting('vary', 0.5);
const upper = setting('upper', 0.15);
const least = setting('least', 2);
/** Whether sites are held out to be measured on; what is shipped learns from all. */
export const holdsOut = setting('hold', 1) === 1;

let seed = 1;
/** The next of the seeded numbers between 0 and 1. */
export const chance = (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
const started = Date.now();
/** Says how far the training is. */
export const say = (...words: unknown[]): void =>
  console.error(`${((Date.now() - started) / 1_000).toFixed(0)}s`, ...words);

/** A text to learn from, with the labels of its words. */
export interface Document {
  id: string;
  url: string | undefined;
  /** The primary subtag of BCP 47 where the tagger of other languages reads it. */
  language?: string | undefined;
  /** By zone, whether a reader has labelled it. */
  isRead: boolean[];
  view: TextView;
  text: string;
  spans: TokenSpan[];
  labels: Uint8Array;
  /** What each teacher says; of texts that are made up or that readers labelled nothing. */
  teachers: readonly Uint8Array[];
  weights: number[];
  opinions?: Opinions;
}
const readWord = createWordReader(wordClassesOf(loadModel('word-classes')));

/** Reads a text as the tagger does: the English one without a language, else the one of other languages. */
export const readView = (text: string, language?: string): TextView =>
  viewText(
    text,
    readWord,
    language === undefined ? undefined : { language, mentions: namesInCapitals(text, language) },
  );

/** Names in tokens instead of characters. */
export function inTokens(view: TextView, spans: readonly NameSpan[]): TokenSpan[] {
  const found: TokenSpan[] = [];
  let token = 0;
  for (const span of spans) {
    while (token < view.tokens.count && view.tokens.end[token]! <= span.start) token += 1;
    let end = token;
    while (end < view.tokens.count && view.tokens.start[end]! < span.end) end += 1;
    if (end > token) found.push({ start: token, end, kind: span.kind });
  }
  return found;
}

/** Whether a name goes beyond a zone: the chain cannot say it. */
export const isCut = (view: TextView, zone: number, spans: readonly TokenSpan[]): boolean => {
  const start = view.zoneStart[zone]!;
  const end = view.zoneEnd[zone]!;
  return spans.some(
    (span) => (span.start < start && span.end > start) || (span.start < end && span.end > end),
  );
};

/** A copy with other names, or in upper case. */
export function varied(
  document: Document,
  organisations: readonly string[],
  isUpper: boolean,
  weight: number,
): Document {
  const { tokens } = document.view;
  const old: NameSpan[] = document.spans.map(({ start, end, kind }) => ({
    start: tokens.start[start]!,
    end: tokens.end[end - 1]!,
    kind,
  }));
  const { text, spans, moved } = isUpper
    ? { text: document.text.toUpperCase(), spans: old, moved: (at: number) => at }
    : varyNames(document.text, old, organisations, chance);
  const view = readView(text, document.language);
  const fresh = inTokens(view, spans);
  const notSure = document.view.zoneStart.flatMap((start, zone) => {
    const own = document.weights[zone]!;
    const from = moved(tokens.start[start]!);
    const to = moved(tokens.end[document.view.zoneEnd[zone]! - 1]!);
    return own === 1 ? [] : [{ from, to, weight: own > 1 ? own : doubt }];
  });
  let next = 0;
  const weights = view.zoneStart.map((start, zone) => {
    const from = view.tokens.start[start]!;
    const to = view.tokens.end[view.zoneEnd[zone]! - 1]!;
    while (next < notSure.length && notSure[next]!.to <= from) next += 1;
    const own = notSure[next];
    return isCut(view, zone, fresh) ? 0 : weight * (own !== undefined && own.from < to ? own.weight : 1);
  });
  return {
    id: document.id,
    url: document.url,
    language: document.language,
    isRead: [],
    text,
    view,
    spans: fresh,
    labels: labelsOf(view, fresh),
    teachers: [],
    weights,
  };
}

/** What words were taken for where nobody has read the document yet. */
export const none: Opinions = new Uint8Array(0);
const room = new Int32Array(mostFeatures);
/** A zone of a document, to learn from. */
export function exampleOf(document: Document, zone: number, opinions: Opinions, weight: number): Example {
  const start = document.view.zoneStart[zone]!;
  const end = document.view.zoneEnd[zone]!;
  const slots: number[] = [];
  const starts = new Int32Array(end - start + 1);
  for (let index = start; index < end; index += 1) {
    const count = writeFeatures(document.view, index, { start, end }, opinions, room, 0);
    for (let feature = 0; feature < count; feature += 1) slots.push(room[feature]!);
    starts[index - start + 1] = slots.length;
  }
  return { slots: Int32Array.from(slots), starts, labels: document.labels.slice(start, end), weight };
}

/** The zones of a document that count. */
export function examplesOf(document: Document, opinions: Opinions, share: number): Example[] {
  return document.view.zoneStart.flatMap((_, zone) =>
    document.weights[zone]! > 0 ? [exampleOf(document, zone, opinions, document.weights[zone]! * share)] : [],
  );
}

/** An example without a share of its features. */
function dropped(example: Example): Example {
  const slots = new Int32Array(example.slots.length);
  const starts = new Int32Array(example.starts.length);
  let at = 0;
  for (let index = 0; index < starts.length - 1; index += 1) {
    for (let feature = example.starts[index]!; feature < example.starts[index + 1]!; feature += 1)
      if (chance() >= drop) slots[at++] = example.slots[feature]!;
    starts[index + 1] = at;
  }
  return { ...example, slots, starts };
}

/**
 * Learns; the weights are the mean of the later half of the epochs, scaled down for the features that were
 * left out in learning.
 */
function learn(examples: Example[], rounds: number): ChainModel {
  const counts = new Uint8Array(slotCount);
  for (const example of examples)
    for (const slot of example.slots) if (counts[slot]! < 255) counts[slot]! += 1;
  const keep = (slot: number): boolean => counts[slot]! >= least;
  const model = new ChainModel();
  const weights = new Float32Array(model.weights.length);
  const steps = new Float64Array(model.steps.length);
  const kept = Math.ceil(rounds / 2);
  for (let round = 0; round < rounds; round += 1) {
    for (let index = examples.length - 1; index > 0; index -= 1) {
      const other = Math.floor(chance() * (index + 1));
      [examples[index], examples[other]] = [examples[other]!, examples[index]!];
    }
    let likelihood = 0;
    for (const example of examples) likelihood += model.learn(dropped(example), rate, 1e-5, keep);
    say('round', round, (likelihood / examples.length).toFixed(4));
    if (round < rounds - kept) continue;
    weights.forEach((_, at) => {
      weights[at]! += (model.weights[at]! * (1 - drop)) / kept;
    });
    steps.forEach((_, at) => {
      steps[at]! += model.steps[at]! / kept;
    });
  }
  model.weights.set(weights);
  model.steps.set(steps);
  return model;
}

/** What a model takes the words of a document for, at its first reading. */
export function opinionsBy(model: ChainModel, document: Document): Opinions {
  const shares = createKindShares(document.view.tokens.count);
  const grow = model.steps.map(Math.exp);
  document.view.zoneStart.forEach((start, zone) => {
    const example = exampleOf(document, zone, none, 1);
    addKindShares(
      shares,
      { start, end: document.view.zoneEnd[zone]! },
      labelShares(model.scores(example), grow, example.starts.length - 1).shares,
    );
  });
  return readOpinions(document.view, shares);
}

/** The names that labels tell, as first word, last word and kind. */
function namesIn(found: Uint8Array): string[] {
  const names: string[] = [];
  let begin = 0;
  found.forEach((label, index) => {
    if (label === OUTSIDE) return;
    if (partOfLabel(label) === BEGIN || partOfLabel(label) === UNIT) begin = index;
    if (partOfLabel(label) === LAST || partOfLabel(label) === UNIT)
      names.push(`${begin}-${index}-${nameKinds[kindOfLabel(label)]}`);
  });
  return names;
}

/** The names of a document after the labels of its words. */
export function spansByLabels(found: Uint8Array): TokenSpan[] {
  return namesIn(found)
    .map((name) => name.split('-'))
    .map(([start, last, kind]) => ({
      start: Number(start),
      end: Number(last) + 1,
      kind: nameKinds.findIndex((known) => known === kind),
    }));
}

/** Weights that a byte holds; the unit is chosen so that only the largest are cut. */
function toBytes(weights: Float32Array): { bytes: Int8Array; unit: number } {
  const sizes = Float32Array.from(
    weights.filter((weight) => weight !== 0),
    Math.abs,
  ).sort();
  const unit = sizes[Math.floor(sizes.length * 0.99998)]! / 127;
  return {
    bytes: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit)))),
    unit,
  };
}

/** The temperature at which the shares of the labels of examples that were held out are the most likely. */
export function temperatureOf(model: ChainModel, examples: readonly Example[]): number {
  let best = { temperature: 1, loss: Infinity };
  for (let temperature = 0.6; temperature <= 2.01; temperature += 0.1) {
    const grow = model.steps.map((step) => Math.exp(step / temperature));
    let loss = 0;
    for (const example of examples) {
      const { shares } = labelShares(
        model.scores(example).map((score) => score / temperature),
        grow,
        example.starts.length - 1,
      );
      example.labels.forEach((label, index) => {
        loss -= Math.log(Math.max(1e-9, shares[index * labelCount + label]!));
      });
    }
    if (loss < best.loss) best = { temperature: Math.round(temperature * 10) / 10, loss };
  }
  return best.temperature;
}

/** The organisations that documents name. */
export const organisationsOf = (documents: readonly Document[]): string[] =>
  [
    ...new Set(
      documents.flatMap((document) =>
        document.spans
          .filter((span) => nameKinds[span.kind] === 'ORG')
          .map((span) =>
            document.text.slice(
              document.view.tokens.start[span.start],
              document.view.tokens.end[span.end - 1],
            ),
          ),
      ),
    ),
  ].filter((name) => /^\p{Lu}[^\n]{2,50}$/u.test(name));

// What a word was taken for elsewhere comes, in training, from a model that has not seen the document.
const halfOf = (document: Document): number => (hashText(document.id) >>> 8) % 2;
/** A model of each half of the documents. */
export const halvesOf = (all: readonly Document[]): ChainModel[] =>
  [0, 1].map((half) =>
    learn(
      all
        .filter((document) => halfOf(document) === half)
        .flatMap((document) => examplesOf(document, none, 1)),
      3,
    ),
  );
/** The model of the half that the document is not of. */
export const strangerOf = (models: readonly ChainModel[], document: Document): ChainModel =>
  models[1 - halfOf(document)]!;
/** Reads documents once, each by the model that has not seen it. */
export const readOpinionsOf = (all: readonly Document[], models: readonly ChainModel[]): void => {
  for (const document of all) document.opinions = opinionsBy(strangerOf(models, document), document);
};

/** Copies of documents: all with other names, some in upper case. */
export const copiesOf = (documents: readonly Document[], organisations: readonly string[]): Document[] =>
  documents.flatMap((document) => [
    ...(vary > 0 ? [varied(document, organisations, false, vary)] : []),
    ...(upper > 0 && chance() < 0.2 ? [varied(document, organisations, true, upper)] : []),
  ]);

/** Learns from the first and from the second reading of documents. */
export const learnBothReadings = (documents: readonly Document[]): ChainModel =>
  learn(
    documents.flatMap((document) => [
      ...examplesOf(document, none, 0.5),
      ...examplesOf(document, document.opinions ?? none, 0.8),
    ]),
    epochs,
  );

/** Lets outside weigh less by `shift`, organisations less and places more by `kindShift`. */
export function shiftLabels(model: ChainModel, shift: number, kindShift: number): void {
  model.weights[biasSlot * labelCount + OUTSIDE]! -= shift;
  nameKinds.forEach((kind, number) => {
    for (let part = BEGIN; part <= UNIT; part += 1)
      model.weights[biasSlot * labelCount + labelOf(number, part)]! +=
        kind === 'ORG' ? -kindShift : kind === 'LOC' ? kindShift : 0;
  });
}

/** A model whose weights are those that bytes hold. */
interface ByteModel {
  readonly model: ChainModel;
  readonly bytes: Int8Array;
  readonly unit: number;
}

/** Gives a model the weights that its file will hold. */
export function inBytes(model: ChainModel): ByteModel {
  const { bytes, unit } = toBytes(model.weights);
  model.weights.set(Float32Array.from(bytes, (byte) => byte * unit));
  return { model, bytes, unit };
}

/** How many names a model tells, how many readers saw, and how many of both are the same. */
interface Tally {
  right: number;
  found: number;
  wanted: number;
}

/** Compares what a model tells of a document with what readers saw. */
export function tallyOf(model: ChainModel, document: Document): Tally {
  const tally = { right: 0, found: 0, wanted: 0 };
  document.view.zoneStart.forEach((_, zone) => {
    if (!document.isRead[zone]!) return;
    const example = exampleOf(document, zone, document.opinions ?? none, 1);
    const seen = new Set(namesIn(example.labels));
    const own = namesIn(model.best(example));
    tally.right += own.filter((name) => seen.has(name)).length;
    tally.found += own.length;
    tally.wanted += seen.size;
  });
  return tally;
}

/** The sum of tallies. */
export const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, { right, found, wanted }) => ({
      right: sum.right + right,
      found: sum.found + found,
      wanted: sum.wanted + wanted,
    }),
    { right: 0, found: 0, wanted: 0 },
  );

/** Precision, recall and F1, to be said. */
export const figuresOf = ({ right, found, wanted }: Tally): readonly string[] => [
  'precision',
  (right / found).toFixed(3),
  'recall',
  (right / wanted).toFixed(3),
  'F1',
  ((2 * right) / (found + wanted)).toFixed(4),
];

/** Says how many documents there are. */
export const sayDocuments = (documents: readonly Document[], held: readonly Document[]): void =>
  say(
    documents.length,
    'documents,',
    documents.reduce((sum, document) => sum + document.view.tokens.count, 0),
    'tokens,',
    held.length,
    'held out',
  );

/** Writes a tagger into libs/models. */
export const writeTagger = (
  name: 'name-tagger' | 'foreign-tagger',
  { description, sources }: Pick<About, 'description' | 'sources'>,
  { model, bytes, unit }: ByteModel,
  temperature: number,
): number =>
  writeModel(
    name,
    {
      version: Number(version),
      description,
      sources,
      madeBy: 'bench/train/enrich/entities',
    },
    taggerTensors({
      weights: bytes,
      unit,
      steps: [...model.steps].map((step) => Math.round(step * 1e4) / 1e4),
      temperature,
    }),
  );
