/**
 * Learns the tagger of libs/enrich from labels of readers and silver labels and writes its weights. Usage: node
 * --conditions=newsmill-source train-tagger.ts LABELS VERSION [drop=0.45] [epochs=4] ... (every `setting`
 * below) LABELS is what label_texts.py wrote. Sites that are kept back (`isKeptBack`) are held out; figures on what
 * readers saw there are printed.
 */
import { readFileSync } from 'node:fs';
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
import { labelShares } from '../../../../libs/enrich/src/entities/tag-chain.ts';
import {
  addKindShares,
  createKindShares,
  readOpinions,
} from '../../../../libs/enrich/src/entities/tag-names.ts';
import { viewText, type TextView } from '../../../../libs/enrich/src/entities/view-text.ts';
import { wordClassesOf } from '../../../../libs/enrich/src/entities/word-classes.ts';
import { createWordReader } from '../../../../libs/enrich/src/entities/word-facts.ts';
import { isKeptBack } from '../../../enrichment/measure-page-names.ts';
import { asRead, namesOf, readNamesOfPages, readParagraphs } from '../../../enrichment/names-of-pages.ts';
import { taggerTensors } from '../../models/tagger-tensors.ts';
import { writeModel } from '../../models/write-model.ts';
import { ChainModel, type Example } from './chain-model.ts';
import { harmonise, labelsOf, spansOf, type TeacherSpan, type TokenSpan } from './silver-labels.ts';
import { varyNames, type NameSpan } from './vary-names.ts';
import { writeSportsWire } from './write-sports-wire.ts';

const [labels = '', version = '', ...rest] = process.argv.slice(2);
const given = Object.fromEntries(rest.map((option) => option.split('=')));
const setting = (name: string, usual: number): number =>
  given[name] === undefined ? usual : Number(given[name]);
const epochs = setting('epochs', 4);
const rate = setting('rate', 0.05);
const drop = setting('drop', 0.45);
const doubt = setting('doubt', 0.8);
const vary = setting('vary', 0.5);
const upper = setting('upper', 0.15);
const headline = setting('headline', 0.4);
const least = setting('least', 2);
const wire = setting('wire', 800);
const wireWeight = setting('wireWeight', 0.3);
const shift = setting('shift', 0.45);
const kindShift = setting('kindShift', 0.1);
const judgements = setting('judgements', 1);
/** How much a zone that a reader has labelled counts. */
const readWeight = setting('read', 3);
/** Whether sites are held out to be measured on; what is shipped learns from all. */
const holdsOut = setting('hold', 1) === 1;

let seed = 1;
const chance = (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
const started = Date.now();
const say = (...words: unknown[]): void =>
  console.error(`${((Date.now() - started) / 1_000).toFixed(0)}s`, ...words);

interface Row {
  id: string;
  /** Its address; undefined where it is of no page. */
  url?: string;
  paragraphs: string[];
  md: TeacherSpan[][];
  sm: TeacherSpan[][];
  nlp4j: TeacherSpan[][];
}
interface Document {
  id: string;
  url: string | undefined;
  /** By zone, whether a reader has labelled it. */
  isRead: boolean[];
  view: TextView;
  text: string;
  spans: TokenSpan[];
  labels: Uint8Array;
  /** What each teacher says; of made-up texts nothing. */
  teachers: readonly Uint8Array[];
  weights: number[];
  opinions?: Opinions;
}
const readWord = createWordReader(wordClassesOf(loadModel('word-classes')));

function inText(paragraphs: readonly string[], names: readonly TeacherSpan[][]): TeacherSpan[] {
  let at = 0;
  return paragraphs.flatMap((paragraph, index) => {
    const from = at;
    at += paragraph.length + 1;
    return names[index]!.map(([start, end, label]) => [start + from, end + from, label] as const);
  });
}

const teacherNames = ['md', 'sm', 'nlp4j'] as const;
/** How much each teacher is believed, and the tagger that has not seen the document: NLP4J, unless all others agree. */
const trusts = [0.9, 0.6, 2.2, 1] as const;

/** The labelling of a zone that the most trusted say, and their share of all trust. */
function vote(
  labelings: readonly Uint8Array[],
  start: number,
  end: number,
): { best: Uint8Array; share: number } {
  const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
    one.subarray(start, end).every((label, index) => label === other[start + index]);
  const sums = labelings.map((one) =>
    labelings.reduce((sum, other, judge) => sum + (isSame(one, other) ? trusts[judge]! : 0), 0),
  );
  const top = Math.max(...sums);
  const all = labelings.reduce((sum, _, judge) => sum + trusts[judge]!, 0);
  return { best: labelings[sums.indexOf(top)]!, share: top / all };
}

const namesOfPages = readNamesOfPages();

/** Where readers have read a document, and the names that they saw there, in its text. */
function readersOf(row: Row): { ranges: (readonly [number, number])[]; names: NameSpan[] } {
  const parts = namesOfPages.get(row.id);
  const ranges: (readonly [number, number])[] = [];
  const names: NameSpan[] = [];
  if (parts === undefined) return { ranges, names };
  let at = 0;
  for (const paragraph of row.paragraphs) {
    const [read] = asRead(paragraph) === paragraph ? readParagraphs(parts, [paragraph]) : [];
    if (read !== undefined) {
      ranges.push([at, at + paragraph.length]);
      names.push(
        ...namesOf(read).map(({ start, end, kind }) => ({
          start: start + at,
          end: end + at,
          kind: nameKinds.indexOf(kind),
        })),
      );
    }
    at += paragraph.length + 1;
  }
  return { ranges, names };
}

function readDocument(row: Row): Document {
  const text = row.paragraphs.join('\n');
  const view = viewText(text, readWord);
  const teachers = teacherNames.map((name) =>
    labelsOf(view, harmonise(view, spansOf(view, inText(row.paragraphs, row[name])))),
  );
  const readers = readersOf(row);
  const seen = labelsOf(view, inTokens(view, readers.names));
  const isRead = view.zoneStart.map((start) =>
    readers.ranges.some(([from, to]) => view.tokens.start[start]! >= from && view.tokens.start[start]! < to),
  );
  const labels = new Uint8Array(view.tokens.count).fill(OUTSIDE);
  const weights = view.zoneStart.map((start, zone) => {
    const end = view.zoneEnd[zone]!;
    if (isRead[zone]!) {
      labels.set(seen.subarray(start, end), start);
      return isCut(view, zone, inTokens(view, readers.names)) ? 0 : readWeight;
    }
    const { best, share } = vote(teachers, start, end);
    labels.set(best.subarray(start, end), start);
    const weight = share > 0.99 ? 1 : share > 0.5 ? (doubt + 1) / 2 : doubt;
    return weight * (view.manner[start] === 0 ? 1 : headline);
  });
  return {
    id: row.id,
    url: row.url,
    isRead,
    text,
    view,
    spans: spansByLabels(labels),
    labels,
    teachers,
    weights,
  };
}

function inTokens(view: TextView, spans: readonly NameSpan[]): TokenSpan[] {
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
const isCut = (view: TextView, zone: number, spans: readonly TokenSpan[]): boolean => {
  const start = view.zoneStart[zone]!;
  const end = view.zoneEnd[zone]!;
  return spans.some(
    (span) => (span.start < start && span.end > start) || (span.start < end && span.end > end),
  );
};

/** A made-up page of results; names that do not lie in one zone are left out of learning. */
function sportsPage(number: number): Document {
  const { text, spans } = writeSportsWire(chance);
  const view = viewText(text, readWord);
  const found = inTokens(view, spans);
  const weights = view.zoneStart.map((_, zone) => (isCut(view, zone, found) ? 0 : wireWeight));
  return {
    id: `wire/${number}`,
    url: undefined,
    isRead: [],
    text,
    view,
    spans: found,
    labels: labelsOf(view, found),
    teachers: [],
    weights,
  };
}

/** A copy with other names, or in upper case. */
function varied(
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
  const view = viewText(text, readWord);
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
    isRead: [],
    text,
    view,
    spans: fresh,
    labels: labelsOf(view, fresh),
    teachers: [],
    weights,
  };
}

const none: Opinions = new Uint8Array(0);
const room = new Int32Array(mostFeatures);
function exampleOf(document: Document, zone: number, opinions: Opinions, weight: number): Example {
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

function examplesOf(document: Document, opinions: Opinions, share: number): Example[] {
  return document.view.zoneStart.flatMap((_, zone) =>
    document.weights[zone]! > 0 ? [exampleOf(document, zone, opinions, document.weights[zone]! * share)] : [],
  );
}

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

function opinionsBy(model: ChainModel, document: Document): Opinions {
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

/** The temperature at which the shares of the held-out labels are the most likely. */
function temperatureOf(model: ChainModel, held: readonly Document[]): number {
  let best = { temperature: 1, loss: Infinity };
  const examples = held
    .flatMap((document) => examplesOf(document, document.opinions ?? none, 1))
    .filter((example) => example.weight > 1);
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

const documents = readFileSync(labels, 'utf8')
  .trim()
  .split('\n')
  .map((line) => readDocument(JSON.parse(line)));
const isHeld = (document: Document): boolean =>
  holdsOut && (document.url === undefined ? hashText(document.id) % 10 === 0 : isKeptBack(document.url));
const held = documents.filter(isHeld);
const training = documents.filter((document) => !isHeld(document));
say(
  documents.length,
  'documents,',
  documents.reduce((sum, document) => sum + document.view.tokens.count, 0),
  'tokens,',
  held.length,
  'held out',
);
const organisations = [
  ...new Set(
    training.flatMap((document) =>
      document.spans
        .filter((span) => nameKinds[span.kind] === 'ORG')
        .map((span) =>
          document.text.slice(document.view.tokens.start[span.start], document.view.tokens.end[span.end - 1]),
        ),
    ),
  ),
].filter((name) => /^\p{Lu}[^\n]{2,50}$/u.test(name));

/** The names of a document after the labels of its words. */
function spansByLabels(found: Uint8Array): TokenSpan[] {
  return namesIn(found)
    .map((name) => name.split('-'))
    .map(([start, last, kind]) => ({
      start: Number(start),
      end: Number(last) + 1,
      kind: nameKinds.findIndex((known) => known === kind),
    }));
}

/**
 * Lets four judge every zone: the teachers and a tagger that has not seen the document. What less than half of the
 * trust stands behind counts less.
 */
function judged(document: Document, judge: ChainModel): Document {
  const own = new Uint8Array(document.labels.length);
  const labels = document.labels.slice();
  const weights = document.view.zoneStart.map((start, zone) => {
    const end = document.view.zoneEnd[zone]!;
    if (document.isRead[zone]!) return document.weights[zone]!;
    own.set(judge.best(exampleOf(document, zone, document.opinions ?? none, 1)), start);
    const { best, share } = vote([...document.teachers, own], start, end);
    labels.set(best.subarray(start, end), start);
    const manner = document.view.manner[start] === 0 ? 1 : headline;
    return manner * (share > 0.5 ? 1 : doubt);
  });
  return { ...document, labels, weights, spans: spansByLabels(labels) };
}

// What a word was taken for elsewhere comes, in training, from a model that has not seen the document.
const halfOf = (document: Document): number => (hashText(document.id) >>> 8) % 2;
const halvesOf = (all: readonly Document[], rounds: number): ChainModel[] =>
  [0, 1].map((half) =>
    learn(
      all
        .filter((document) => halfOf(document) === half)
        .flatMap((document) => examplesOf(document, none, 1)),
      rounds,
    ),
  );
let models = halvesOf(training, 3);
const stranger = (document: Document): ChainModel => models[1 - halfOf(document)]!;
const readOpinionsOf = (all: readonly Document[]): void => {
  for (const document of all) document.opinions = opinionsBy(stranger(document), document);
};
readOpinionsOf(training);
let agreed = training.map((document) => judged(document, stranger(document)));
// Judges that learned from what was agreed on, and from other names, judge better.
for (let round = 1; round < judgements; round += 1) {
  models = halvesOf(
    [...agreed, ...agreed.map((document) => varied(document, organisations, false, vary))],
    3,
  );
  readOpinionsOf(training);
  agreed = training.map((document) => judged(document, stranger(document)));
}
const extra = agreed.flatMap((document) => [
  ...(vary > 0 ? [varied(document, organisations, false, vary)] : []),
  ...(upper > 0 && chance() < 0.2 ? [varied(document, organisations, true, upper)] : []),
]);
extra.push(...Array.from({ length: wire }, (_, number) => sportsPage(number)));
readOpinionsOf(extra);
const model = learn(
  [...agreed, ...extra].flatMap((document) => [
    ...examplesOf(document, none, 0.5),
    ...examplesOf(document, document.opinions ?? none, 0.8),
  ]),
  epochs,
);

// The teachers miss names rather than invent them: outside weighs less by a little, tuned on the development
// half.
model.weights[biasSlot * labelCount + OUTSIDE]! -= shift;
// Names that they do not know they call organisations, more often than places.
nameKinds.forEach((kind, number) => {
  for (let part = BEGIN; part <= UNIT; part += 1)
    model.weights[biasSlot * labelCount + labelOf(number, part)]! +=
      kind === 'ORG' ? -kindShift : kind === 'LOC' ? kindShift : 0;
});
const { bytes, unit } = toBytes(model.weights);
model.weights.set(Float32Array.from(bytes, (byte) => byte * unit));
for (const document of held) document.opinions = opinionsBy(model, document);
let right = 0;
let found = 0;
let wanted = 0;
for (const document of held) {
  document.view.zoneStart.forEach((_, zone) => {
    if (!document.isRead[zone]!) return;
    const example = exampleOf(document, zone, document.opinions ?? none, 1);
    const seen = new Set(namesIn(example.labels));
    const own = namesIn(model.best(example));
    right += own.filter((name) => seen.has(name)).length;
    found += own.length;
    wanted += seen.size;
  });
}
const temperature = holdsOut ? temperatureOf(model, held) : setting('temperature', 1);
say(
  'on sites held out, against readers: precision',
  (right / found).toFixed(3),
  'recall',
  (right / wanted).toFixed(3),
  'F1',
  ((2 * right) / (found + wanted)).toFixed(4),
  'temperature',
  temperature,
  'weights',
  bytes.filter((byte) => byte !== 0).length,
);
writeModel(
  'name-tagger',
  {
    version: Number(version),
    description: 'Which words of an English text are names of people, organisations or places.',
    sources: 'see bench/train/enrich/entities/README.md',
    madeBy: 'bench/train/enrich/entities',
  },
  taggerTensors({
    weights: bytes,
    unit,
    steps: [...model.steps].map((step) => Math.round(step * 1e4) / 1e4),
    temperature,
  }),
);
